import type { DraftReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef, useState } from "react";
import { asking, fetchJson, Refusal, sendJson } from "../../fetch-json.ts";

/**
 * Why the text is not saved. `changed`: somebody else saved another text meanwhile; `gone`: the draft was published
 * or thrown away meanwhile; `failed`: anything else, tried again by itself.
 */
export type Trouble =
  | { kind: "changed"; theirs: DraftReply }
  | { kind: "gone" }
  | { kind: "failed"; error: unknown };

const waitMs = { typing: 800, failed: 5000 } as const;

/** A draft while it is written: its text here, what the server has, and what stands between the two. */
export type DraftInHand = {
  text: string;
  setText: (text: string) => void;
  /** As the server has it. */
  saved: DraftReply;
  isSaved: boolean;
  trouble: Trouble | undefined;
  /** Saves this text over what somebody else saved, or as a new draft where there is none any more. */
  saveMine: () => void;
  /** Goes on with what somebody else saved. */
  takeTheirs: () => void;
};

/** Saves by itself, a moment after the last key, over the revision that was read; never over somebody else's text. */
export function useDraft(initial: DraftReply, language: Language): DraftInHand {
  const [text, setText] = useState(initial.json);
  const [saved, setSaved] = useState(initial);
  const [trouble, setTrouble] = useState<Trouble>();
  const isSaving = useRef(false);
  const [turn, setTurn] = useState(0);
  const queries = useQueryClient();
  const isSaved = text === saved.json;
  const address = asking(`/api/library/${saved.slug}/draft`, { language });
  const save = async (json: string, revision: number) => {
    if (isSaving.current) return;
    isSaving.current = true;
    try {
      const reply = await sendJson<DraftReply>("PUT", address, { json, revision });
      setSaved(reply);
      setTrouble(undefined);
      void queries.invalidateQueries({ queryKey: ["library"] });
    } catch (error) {
      setTrouble(await troubleOf(error, address));
    }
    isSaving.current = false;
    setTurn((before) => before + 1);
  };
  const latest = useRef(save);
  latest.current = save;
  const waits = trouble?.kind === "changed" || trouble?.kind === "gone";
  const delayMs = trouble === undefined ? waitMs.typing : waitMs.failed;
  useEffect(() => {
    if (isSaved || waits) return;
    const timer = setTimeout(() => void latest.current(text, saved.revision), delayMs);
    return () => clearTimeout(timer);
  }, [text, saved, isSaved, waits, delayMs, turn]);
  return {
    text,
    setText,
    saved,
    isSaved,
    trouble,
    saveMine: () => void save(text, trouble?.kind === "changed" ? trouble.theirs.revision : 0),
    takeTheirs: () => {
      if (trouble?.kind !== "changed") return;
      setSaved(trouble.theirs);
      setText(trouble.theirs.json);
      setTrouble(undefined);
    },
  };
}

async function troubleOf(error: unknown, address: string): Promise<Trouble> {
  if (!(error instanceof Refusal)) return { kind: "failed", error };
  if (!error.isOf("changed-meanwhile") && error.status !== 404) return { kind: "failed", error };
  try {
    return { kind: "changed", theirs: await fetchJson<DraftReply>(address) };
  } catch (second) {
    const isGone = second instanceof Refusal && second.status === 404;
    return isGone ? { kind: "gone" } : { kind: "failed", error: second };
  }
}
