import { formatNumber, formatP, type ShownRankingTable } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";

/**
 * Kendall's W with its test, for readers who want the numbers behind the words.
 *
 * @returns undefined if W does not exist for these data
 */
export function agreementLine(table: ShownRankingTable, language: Language): string | undefined {
  const w = table.kendallsW;
  if (w === undefined) return undefined;
  const number = (value: number, decimals: number) => formatNumber(value, language, decimals);
  const test = testInNumbers(w, language);
  return language === "de"
    ? `Kendalls W = ${number(w.value, 2)} (0 = keine Einigkeit, 1 = völlige Einigkeit${test}).`
    : `Kendall's W = ${number(w.value, 2)} (0 = no agreement, 1 = full agreement${test}).`;
}

/** Nothing where the test is not shown, because the number of people could be computed from it. */
function testInNumbers(
  { chiSquare, df, p, n }: NonNullable<ShownRankingTable["kendallsW"]>,
  language: Language,
): string {
  if (chiSquare === undefined || p === undefined || n === undefined) return "";
  const written = formatP(p, language);
  return `; χ² = ${formatNumber(chiSquare, language, 1)}; df = ${df}; p ${written.startsWith("<") ? written : `= ${written}`}; n = ${formatNumber(n, language, 0)}`;
}

/** How the numbers came about, with all it takes to get the same ones again. */
export function methodLines(table: ShownRankingTable, language: Language): string[] {
  const { bootstrap, rows } = table;
  const draws = formatNumber(bootstrap.draws, language);
  const hasMeans = rows.some((row) => row.meanRankInterval !== undefined);
  const isDrawn = bootstrap.replacedBy === undefined;
  const lines = [
    {
      isShown: rows.some((row) => row.worth !== undefined),
      de: "Worths: Plackett–Luce, Maximum Likelihood, aus allen Rangfolgen. Der Worth einer Option ist die Wahrscheinlichkeit, dass jemand sie vor allen anderen wählt.",
      en: "Worths: Plackett–Luce, maximum likelihood, from all rankings. The worth of an option is the probability that somebody chooses it before all others.",
    },
    {
      isShown: hasMeans && !isDrawn,
      de: "Intervalle der mittleren Ränge: Normalverteilung der Mittelwerte; bei so vielen Befragten ist sie so genau wie ein Bootstrap.",
      en: "Intervals of mean ranks: normal distribution of the means; with so many respondents it is as exact as a bootstrap.",
    },
    {
      isShown: hasMeans && isDrawn,
      de: `Intervalle der mittleren Ränge: Bootstrap mit ${draws} Ziehungen, Startwert ${bootstrap.seed}. Mit demselben Startwert ergibt derselbe Datensatz dieselben Zahlen.`,
      en: `Intervals of mean ranks: bootstrap with ${draws} draws, seed ${bootstrap.seed}. With the same seed, the same dataset gives the same numbers.`,
    },
    {
      isShown: true,
      de: "Intervalle der Anteile: nach dem Verfahren von Wilson.",
      en: "Intervals of shares: by Wilson's method.",
    },
    {
      isShown: true,
      de: "Würde man die Befragung 100-mal wiederholen, enthielten etwa 95 der Intervalle den wahren Wert. Das setzt voraus, dass die Befragten zufällig ausgewählt sind; wer freiwillig antwortet, kann sich von den anderen unterscheiden.",
      en: "If the survey were repeated 100 times, about 95 of the intervals would hold the true value. This takes respondents as a random selection; those who answer voluntarily may differ from the others.",
    },
  ];
  return lines.filter((line) => line.isShown).map((line) => line[language]);
}
