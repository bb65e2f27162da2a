import type { ArchiveKind } from "../file/unzipped.ts";
import { say } from "../refusal.ts";

/** A word processor's file as an archive: pictures in it are not read and may be large. */
export function documentFile(de: string, en: string, ending: string): ArchiveKind {
  return {
    name: say(de, en),
    ending,
    advice: say(
      "Das ist kein übliches Transkript. Teilen Sie es, oder speichern Sie nur den Text.",
      "That is no usual transcript. Split it, or save the text only.",
    ),
    limitsWhole: false,
  };
}
