import type { Study } from "@mehrwert/study";
import { useState } from "react";
import type { WayIn } from "./first-page/way-in.ts";
import { ways } from "./first-page/ways-in.ts";
import type { Keeping } from "./keeping/use-keeping.ts";
import type { TabStorage } from "./tab-storage.ts";
import type { Participation } from "./use-participation.ts";
import type { Said } from "./views/welcome.tsx";

/** How a participation begins on this page and ends: what is kept, forgotten, deleted and said each time. */
export function useEndings({
  study,
  storage,
  agreedTo,
  participation,
  keeping,
  sentReceipt,
  onEnter,
}: {
  study: Study;
  storage: TabStorage;
  /** Hash of what there is to consent to now; see `consentHash`. */
  agreedTo: Promise<string>;
  participation: Participation;
  keeping: Keeping;
  /** The code to delete answers with that were sent before this page was opened. */
  sentReceipt: string | undefined;
  /** Called with somebody who begins anew or goes on with what was begun elsewhere. */
  onEnter: (wayIn: WayIn) => void;
}) {
  const { restart } = participation;
  const { slug, credentialKey } = study;
  const [receiptCode, setReceiptCode] = useState(sentReceipt);
  const [said, setSaid] = useState<Said>();
  return {
    receiptCode,
    said,
    /** Lets in whoever consents on the page `root`. */
    begin: async (root: HTMLElement, isSharedDevice: boolean) => {
      setSaid(undefined);
      const wayIn = await ways.decided({
        ...{ root, slug, storage, isSharedDevice, decision: "given", consentHash: await agreedTo },
        keyFingerprint: credentialKey?.fingerprint ?? "",
      });
      if (wayIn) onEnter(wayIn);
    },
    /** Opens what the resume code on the page `root` leads to. */
    resume: async (root: HTMLElement, isSharedDevice: boolean) => {
      const wayIn = await ways.resumed({ root, slug, storage, isSharedDevice });
      if (wayIn) onEnter(wayIn);
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
    /** For somebody who has answered nothing yet; whoever has is asked first, and then `deleteAll`. */
    decline: () => {
      setSaid(undefined);
      keeping.end(false);
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
