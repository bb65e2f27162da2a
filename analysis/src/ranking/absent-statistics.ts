import type { LocalizedText } from "@mehrwert/study";
import type { AbsentStatistic } from "./ranking-analysis.ts";

const texts: Record<string, LocalizedText> = {
  "fewer-than-two-respondents": {
    de: "Dafür braucht es mindestens zwei Befragte.",
    en: "This needs at least two respondents.",
  },
  "one-item": {
    de: "Es gibt nur eine Option; da ist nichts zu vergleichen.",
    en: "There is only one option; there is nothing to compare.",
  },
  "unbalanced-design": {
    de: "Nicht allen wurde alles gezeigt; dann gibt es diese Zahl nicht.",
    en: "Not everybody was shown everything; then this number does not exist.",
  },
  "unbalanced-blocks": {
    de: "Dafür müssen alle gleich viel gesehen haben und je zwei Optionen gleich oft zusammen gezeigt worden sein.",
    en: "This needs everybody to have been shown as many options, and every two options to have been shown together equally often.",
  },
  weighted: {
    de: "Das gibt es nur ohne Gewichte.",
    en: "This exists only without weights.",
  },
  "worse-than-chance": {
    de: "Die Kontrollfrage wurde öfter verfehlt, als der Zufall erwarten lässt; sie sagt nichts.",
    en: "The anchor question was missed more often than by chance; it tells nothing.",
  },
  "perfect-agreement": {
    de: "Alle ordnen gleich; es bleibt keine Streuung, an der sich Unterschiede messen ließen.",
    en: "Everybody ranks alike; no variation is left to measure differences against.",
  },
  "everything-tied": {
    de: "Alle haben alles gleich eingeordnet; es gibt keine Unterschiede.",
    en: "Everybody placed everything alike; there are no differences.",
  },
  "never-ranked": {
    de: "Niemand hat diese Option eingeordnet.",
    en: "Nobody placed this option.",
  },
  "no-worths": {
    de: "Dafür braucht es Worths, und die gibt es für diese Daten nicht.",
    en: "This needs worths, and they do not exist for these data.",
  },
  "no-variance": {
    de: "Zwischen zwei Optionen streut nichts; dann lässt sich die Unsicherheit nicht bestimmen.",
    en: "Between two options nothing varies; then the uncertainty cannot be determined.",
  },
  "draws-failed": {
    de: "In mehr als 1 von 20 Ziehungen gibt es kein Ergebnis; die übrigen wären eine geschönte Auswahl.",
    en: "In more than 1 of 20 draws there is no result; the others would be a flattering selection.",
  },
  incomplete: {
    de: "Das gibt es nur für vollständige Rangfolgen ohne Gleichstände.",
    en: "This exists only for complete rankings without ties.",
  },
  identical: {
    de: "Alle Rangfolgen sind gleich; die Streuung ist null.",
    en: "All rankings are the same; there is no spread.",
  },
  "too-many-items": {
    de: "So viele Optionen lassen sich nicht in vertretbarer Zeit durchsuchen.",
    en: "So many options cannot be searched in reasonable time.",
  },
  "two-items": {
    de: "Das gibt es erst ab drei Optionen.",
    en: "This exists from three options on.",
  },
};

/** Says that a statistic does not exist, and why. */
export function absent(name: string, reason: string, item?: string): AbsentStatistic {
  return {
    name,
    ...(item !== undefined && { item }),
    reason,
    text: texts[reason] ?? { de: reason, en: reason },
  };
}
