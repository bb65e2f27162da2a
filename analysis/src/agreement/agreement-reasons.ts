import type { NoAgreementReason } from "@mehrwert/statistics";
import type { LocalizedText } from "@mehrwert/study";

/** Why a coefficient of agreement does not exist, as half a sentence. */
export const agreementReasons: Record<NoAgreementReason, LocalizedText> = {
  "everything-marked": {
    de: "alle haben jede Stelle markiert, eine Lücke zum Vergleich fehlt",
    en: "everybody marked every position, so there is no gap to compare with",
  },
  "no-shared-passage": {
    de: "keine Stelle wurde von zwei Kodierenden markiert",
    en: "no position was marked by two coders",
  },
  "no-shared-unit": {
    de: "keine Einheit wurde von zwei Kodierenden kodiert",
    en: "no unit was coded by two coders",
  },
  "no-variation": {
    de: "alles Verglichene ist gleich, auch der Zufall brächte dann volle Übereinstimmung",
    en: "everything compared is the same, so that chance would give full agreement as well",
  },
  "not-two-coders": {
    de: "diese Kennzahl gilt für genau zwei Kodierende",
    en: "this coefficient is for exactly two coders",
  },
  "nothing-marked": { de: "niemand hat etwas markiert", en: "nobody marked anything" },
  "one-category": {
    de: "es gibt nur einen möglichen Code",
    en: "only one code was possible",
  },
  "one-coder": { de: "es gibt weniger als zwei Kodierende", en: "there are fewer than two coders" },
  "overlapping-segments": {
    de: "Segmente derselben Person überschneiden sich, eine Stelle hätte dann zwei Codes",
    en: "segments of one coder overlap, so that a position would have two codes",
  },
  "too-few-units": {
    de: "es gibt nur eine Einheit, aus der gezogen werden könnte",
    en: "there is only one unit to draw from",
  },
  "too-many-failed-draws": {
    de: "in mehr als einer von 20 Ziehungen unterschied sich nichts; es sind zu wenige Einheiten oder zu seltene Unterschiede",
    en: "in more than 1 of 20 draws nothing varied; there are too few units, or differences are too rare",
  },
};
