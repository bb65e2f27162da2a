import type { LocalizedText } from "@mehrwert/study";
import { noWorthsSentence } from "../covariates/no-worths-sentence.ts";
import type { NoLatentGroups } from "./latent-groups.ts";

/** Why no groups can be looked for, and what would help, for readers without statistics. */
export function noGroupsSentence({ reason, items }: NoLatentGroups): LocalizedText {
  if (reason === "one-sided" || reason === "disconnected" || reason === "diverges") {
    const { de, en } = noWorthsSentence(reason, items);
    return {
      de: `${de} Mit --prior 0.5 gibt es vorsichtige Schätzungen.`,
      en: `${en} --prior 0.5 gives cautious estimates.`,
    };
  }
  if (reason !== "one-respondent") return noWorthsSentence(reason, items);
  return {
    de: "Es gibt weniger als zwei Rangfolgen: Gruppen kann man darin nicht suchen.",
    en: "There are fewer than two rankings: no groups can be looked for.",
  };
}
