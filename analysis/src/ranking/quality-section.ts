import type { Language } from "@mehrwert/study";
import { formatNumber, formatP, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { RankingAnalysis, ResponseQuality, SpeederCount } from "./ranking-analysis.ts";

/** What respondents did beside ranking: left the order as shown, or were very fast. Nothing where neither is known. */
export function qualitySection(
  { quality, speeders }: RankingAnalysis,
  language: Language,
): ReportSection[] {
  const sentences = [
    ...(quality === undefined ? [] : shownSentences(quality, language)),
    ...(speeders === undefined ? [] : [speedSentence(speeders, language)]),
  ];
  if (sentences.length === 0) return [];
  const heading = { de: "Güte der Antworten", en: "Quality of the answers" }[language];
  return [{ heading, sentences, tables: [], figures: [] }];
}

function shownSentences({ straightThrough, shownOrder, n }: ResponseQuality, language: Language) {
  const number = (value: number) => formatNumber(value, language);
  const percent = (value: number) => formatNumber(value * 100, language, 1);
  const [low, high] = straightThrough.interval.map(percent);
  const share = percent(straightThrough.share);
  const chance = percent(straightThrough.byChance);
  const straight = {
    de: `Genau in der gezeigten Reihenfolge gelassen haben ihre Auswahl ${number(straightThrough.count)} von ${number(n)} Befragten (${share} %; 95\u2011%\u2011Intervall ${low} bis ${high} %); durch Zufall wären ${chance} % zu erwarten.`,
    en: `${number(straightThrough.count)} of ${number(n)} respondents left their selection exactly in the order shown (${share}%; 95% interval ${low}% to ${high}%); chance alone would give ${chance}%.`,
  }[language];
  return [straight, ...(shownOrder === undefined ? [] : [pull(shownOrder, language)])];
}

function speedSentence({ n, median, limit, count, share }: SpeederCount, language: Language) {
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const part = `${number(count)} ${{ de: "von", en: "of" }[language]} ${number(n)}`;
  return {
    de: `Weniger als die halbe mittlere Zeit brauchten ${part} Befragten (${formatShare(share, "de")}; Median ${number(median, 1)}, Grenze ${number(limit, 1)}, in der Einheit der Datei). Das ist ein Grund nachzusehen, nicht zu löschen.`,
    en: `${part} respondents took less than half the median time (${formatShare(share, "en")}; median ${number(median, 1)}, limit ${number(limit, 1)}, in the unit of the file). That is a reason to look, not to delete.`,
  }[language];
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
