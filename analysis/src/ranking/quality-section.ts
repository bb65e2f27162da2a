import type { Language } from "@mehrwert/study";
import { formatNumber, formatP, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { ResponseQuality } from "./ranking-analysis.ts";

/** What the order in which the items were shown did to the answers. */
export function qualitySection(quality: ResponseQuality, language: Language): ReportSection {
  const { straightThrough, shownOrder, n } = quality;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const [low, high] = straightThrough.interval.map((bound) => formatShare(bound, language));
  const share = formatShare(straightThrough.share, language);
  const chance = formatNumber(straightThrough.byChance * 100, language, 2);
  const straight = {
    de: `Genau in der gezeigten Reihenfolge gelassen haben ihre Auswahl ${number(straightThrough.count)} von ${number(n)} Befragten (${share}; 95\u2011%\u2011Intervall ${low} bis ${high}); durch Zufall wären ${chance} % zu erwarten.`,
    en: `${number(straightThrough.count)} of ${number(n)} respondents left their selection exactly in the order shown (${share}; 95% interval ${low} to ${high}); chance alone would give ${chance}%.`,
  }[language];
  return {
    heading: { de: "Güte der Antworten", en: "Quality of the answers" }[language],
    sentences: [straight, ...(shownOrder === undefined ? [] : [pull(shownOrder, language)])],
    tables: [],
    figures: [],
  };
}

function pull(
  { meanTau, interval, p }: NonNullable<ResponseQuality["shownOrder"]>,
  language: Language,
): string {
  const number = (value: number) => formatNumber(value, language, 3);
  const to = { de: " bis ", en: " to " }[language];
  const numbers = `τ = ${number(meanTau)} (${interval.map(number).join(to)}; p ${p < 0.001 ? "" : "= "}${formatP(p, language)})`;
  if (interval[0] <= 0 && interval[1] >= 0)
    return {
      de: `Dass die gezeigte Reihenfolge die Rangfolge beeinflusst, ist nicht zu erkennen: mittlerer Gleichlauf ${numbers}.`,
      en: `There is no sign that the order shown influences the ranking: mean agreement ${numbers}.`,
    }[language];
  return meanTau > 0
    ? {
        de: `Die gezeigte Reihenfolge zieht die Rangfolge etwas zu sich: mittlerer Gleichlauf ${numbers}. Weil sie für jede Person ausgelost wurde, verwischt das Unterschiede, bevorzugt aber keine Option.`,
        en: `The order shown pulls the ranking towards itself: mean agreement ${numbers}. As it was drawn at random for each person, this blurs differences but favours no option.`,
      }[language]
    : {
        de: `Wer zuletzt Gezeigtes las, stellte es eher nach vorn: mittlerer Gleichlauf ${numbers}. Weil die Reihenfolge ausgelost wurde, verwischt das Unterschiede, bevorzugt aber keine Option.`,
        en: `What was shown last was placed rather in front: mean agreement ${numbers}. As the order was drawn at random, this blurs differences but favours no option.`,
      }[language];
}
