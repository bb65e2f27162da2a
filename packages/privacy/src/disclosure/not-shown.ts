import type { LocalizedText } from "@mehrwert/study";
import type { DisclosureRules } from "./rules.ts";

/**
 * Why something is not shown, or not newer. `study`: no results yet; `next`: when they change; `question` and `table`:
 * nothing of it yet; `group`, `breakdown`: one group, all groups of a variable; `answer`: one count; `mean`;
 * `earlier`: what is shown is of an earlier release; `texts`: open answers.
 */
export type NotShownReason =
  | "study"
  | "next"
  | "question"
  | "table"
  | "group"
  | "breakdown"
  | "answer"
  | "mean"
  | "earlier"
  | "texts";

/**
 * The reason in words. It never says which rule it was: that alone could tell a count.
 *
 * @example notShown("study", disclosureRules(10)).en // "Results appear once at least 10 people have answered."
 */
export function notShown(
  reason: NotShownReason,
  { minimum, batch, cell }: DisclosureRules,
): LocalizedText {
  const words: Record<NotShownReason, LocalizedText> = {
    study: {
      de: `Ergebnisse erscheinen, sobald mindestens ${minimum} Personen geantwortet haben.`,
      en: `Results appear once at least ${minimum} people have answered.`,
    },
    next: {
      de: `Die Zahlen ändern sich erst, wenn genügend weitere Personen geantwortet haben: mindestens ${batch} und ein Zehntel mehr. So verrät keine Änderung, was jemand geantwortet hat.`,
      en: `The figures change only when enough more people have answered: at least ${batch} and a tenth more, so that no change tells what somebody answered.`,
    },
    question: {
      de: "Zu dieser Frage lässt sich noch nichts zeigen, ohne dass die Antworten einzelner Personen erkennbar wären.",
      en: "Nothing can be shown of this question yet without the answers of single people showing.",
    },
    table: {
      de: "Nach diesen Gruppen lässt sich die Frage noch nicht zeigen, ohne dass die Antworten einzelner Personen erkennbar wären.",
      en: "This question cannot be shown by these groups yet without the answers of single people showing.",
    },
    group: {
      de: `Weniger als ${minimum} Personen, oder verdeckt, damit sich eine so kleine Gruppe nicht errechnen lässt.`,
      en: `Fewer than ${minimum} people, or hidden so that a group that small cannot be computed.`,
    },
    breakdown: {
      de: `Diese Gruppen werden nicht gezeigt: Zu viele haben weniger als ${minimum} Personen, oder so kleine Gruppen ließen sich errechnen.`,
      en: `These groups are not shown: too many have fewer than ${minimum} people, or groups that small could be computed.`,
    },
    answer: {
      de: `Weniger als ${cell} Personen, oder verdeckt, damit sich die Antworten so weniger nicht errechnen lassen.`,
      en: `Fewer than ${cell} people, or hidden so that the answers of so few cannot be computed.`,
    },
    mean: {
      de: "Kein Mittelwert: Dafür sind zu viele Antworten verdeckt oder zu wenige gegeben worden.",
      en: "No mean: too many answers are hidden for it, or too few were given.",
    },
    earlier: {
      de: "Stand einer früheren Auswertung. Mit den neueren Antworten ließe sich erkennen, was einzelne Personen geantwortet haben.",
      en: "As of an earlier release. With the newer answers it would show what single people answered.",
    },
    texts: {
      de: `Freie Antworten erscheinen, sobald mindestens ${minimum} da sind, gemischt und ohne weitere Angaben; neue kommen zu mindestens ${batch} dazu.`,
      en: `Open answers appear once there are at least ${minimum}, shuffled and with nothing beside them; new ones are added ${batch} or more at a time.`,
    },
  };
  return words[reason];
}
