import type { NoStatistic, NoStatisticReason } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";

const reasons: Partial<Record<NoStatisticReason, LocalizedText>> = {
  "constant-item": {
    de: "eine Aussage wurde von allen gleich bewertet",
    en: "everybody rated one item the same",
  },
  "fewer-than-two-respondents": {
    de: "es haben weniger als zwei Personen geantwortet",
    en: "fewer than two people answered",
  },
  "improper-solution": {
    de: "die Aussagen passen nicht zu einem gemeinsamen Faktor über Teilfaktoren",
    en: "the items do not fit one general factor above group factors",
  },
  "no-overlap": {
    de: "zwei Aussagen wurden von niemandem gemeinsam bewertet",
    en: "nobody rated two of the items together",
  },
  "no-variance": {
    de: "die Summe der Bewertungen ist bei allen gleich",
    en: "the sum of the ratings is the same for everybody",
  },
  "not-converged": {
    de: "die Rechnung fand keine beste Lösung",
    en: "the computation found no best solution",
  },
  "not-positive-definite": {
    de: "die Zusammenhänge der Aussagen passen zu keinem vollständigen Satz von Antworten (zu wenige gemeinsame Antworten, oder eine Aussage wiederholt andere)",
    en: "the correlations fit no complete set of answers (too few shared answers, or an item repeats others)",
  },
  "one-item": { de: "die Skala hat nur eine Aussage", en: "the scale has only one item" },
  separated: {
    de: "zwei Aussagen wurden ausnahmslos gleichsinnig bewertet",
    en: "two items were rated alike without exception",
  },
  "too-few-items": {
    de: "die Skala hat zu wenige Aussagen für dieses Modell",
    en: "the scale has too few items for this model",
  },
  "too-many-categories": {
    de: "eine Aussage hat mehr als zwölf verschiedene Bewertungen und gilt nicht als Antwortskala",
    en: "an item has more than twelve different ratings and is no response scale",
  },
};

/** Why a coefficient does not exist, as half a sentence that names the items to blame. */
export function scaleReason(absent: NoStatistic, names: readonly string[]): LocalizedText {
  const text = reasons[absent.reason] ?? { de: absent.reason, en: absent.reason };
  const items = (absent.items ?? []).flatMap((item) => names[item] ?? []).join(", ");
  if (items === "") return text;
  return { de: `${text.de} (${items})`, en: `${text.en} (${items})` };
}
