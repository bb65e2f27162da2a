import type { LocalizedText, StandingSuggestion } from "@mehrwert/study";

/** What became of a suggestion, in words. */
export const suggestionStateWords: Record<StandingSuggestion["state"], LocalizedText> = {
  open: { de: "offen", en: "open" },
  accepted: { de: "angenommen", en: "accepted" },
  rejected: { de: "abgelehnt", en: "rejected" },
  obsolete: { de: "überholt", en: "obsolete" },
};
