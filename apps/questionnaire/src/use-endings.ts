import type { Study } from "@mehrwert/study";
import { useState } from "react";
import { freeCode } from "./first-page/code-entry.ts";
import { resumeFromPage } from "./first-page/resume.ts";
import type { Keeping } from "./keeping/use-keeping.ts";
import type { Participation } from "./use-participation.ts";
import type { Said } from "./views/welcome.tsx";

/** How a participation begins on this page and ends: what is kept, forgotten, deleted and said each time. */
export function useEndings({
  study,
  participation,
  keeping,
  sentReceipt,
}: {
  study: Study;
  participation: Participation;
  keeping: Keeping;
  /** The code to delete answers with that were sent before this page was opened. */
  sentReceipt: string | undefined;
}) {
  const { restart, consent } = participation;
  const [receiptCode, setReceiptCode] = useState(sentReceipt);
  const [said, setSaid] = useState<Said>();
  return {
    receiptCode,
    said,
    begin: async (page: HTMLElement) => {
      setSaid(undefined);
      const code = await freeCode(page, study.slug);
      if (code === undefined) return;
      const keyFingerprint = study.credentialKey?.fingerprint;
      if (code !== "not-asked")
        keeping.admit({ participationCode: code, ...(keyFingerprint ? { keyFingerprint } : {}) });
      consent();
    },
    resume: async (page: HTMLElement) => {
      const found = await resumeFromPage(page, study.slug);
      if (!found) return;
      keeping.remember(found.resumeCode);
      location.reload();
    },
    finish: (isReceiptKept: boolean) => {
      setReceiptCode(isReceiptKept ? keeping.receiptCode : undefined);
      keeping.end(true);
      restart("thanks");
    },
    deleteAll: async (mayHaveArrived: boolean) => {
      restart("welcome");
      setSaid("deleting");
      const isDeleted = await keeping.delete();
      if (mayHaveArrived) setSaid("deletedAfterTrying");
      else setSaid(isDeleted ? "deleted" : "deletedHereOnly");
    },
    decline: () => {
      setSaid(undefined);
      if (keeping.state.at === "empty") keeping.end(false);
      else void keeping.delete();
      restart("declined");
    },
    /** Forgets everything on this device; the server keeps it for whoever has the code. */
    removeHere: () => {
      keeping.end(false);
      restart("welcome");
      setSaid("removed");
    },
    leave: () => {
      keeping.end(false);
      restart("welcome");
    },
  };
}
