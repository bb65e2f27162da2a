import type { Language } from "@mehrwert/study";
import { formatNumber, formatP, formatShare } from "../number-format.ts";
import type { RankingSource } from "../ranking-source/ranking-source.ts";
import { rankingSection } from "../report/ranking-section.ts";
import type { Report, ReportSection } from "../report/report.ts";
import { originText } from "../text-table/study-origin.ts";
import {
  analysisAssumptions,
  analysisMethod,
  analysisNotes,
  analysisSections,
} from "./analysis-sections.ts";
import type { RankingAnalysis } from "./ranking-analysis.ts";
import { tableOfAnalysis } from "./table-of-analysis.ts";

/** The report of rankings that come from a file, in one language. */
export function fileReport(
  analysis: RankingAnalysis,
  source: RankingSource,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const hasMeans = analysis.orderedBy === "mean-midrank";
  const table = tableOfAnalysis(analysis, source);
  return {
    language,
    title: `${text("Rangtabelle", "Ranking table")}: ${source.title[language]}`,
    isSimulated: source.isSimulated,
    warnings: [],
    facts: [
      ...source.origin.map((fact) => originText(fact, language)),
      {
        label: text("Befragte mit Rangfolge", "Respondents with a ranking"),
        value: formatNumber(analysis.n, language),
      },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [
      hasMeans
        ? {
            ...rankingSection(table, language),
            heading: text("Rangfolge", "Ranking"),
          }
        : worthOrder(analysis, language),
      ...analysisSections(analysis, "rankings", language),
    ],
    method: [
      ...(hasMeans
        ? [
            text(
              "Mittlere Ränge über alle Befragten; nicht Eingeordnetes teilt sich die übrigen Plätze. Intervalle der Anteile: nach dem Verfahren von Wilson, 95 %.",
              "Mean ranks over all respondents; what was not placed shares the places left. Intervals of shares: by Wilson's method, 95%.",
            ),
          ]
        : []),
      ...agreementMethod(analysis, language),
      ...analysisMethod(analysis, language),
    ],
    notes: [...analysisNotes(analysis, language), ...sourceNotes(analysis, language)],
    assumptions: [
      ...(analysis.n > 1
        ? [
            text(
              "Die Intervalle behandeln die Befragten wie eine zufällige Auswahl. Wer freiwillig antwortet, kann sich von den anderen unterscheiden; das zeigt kein Intervall.",
              "The intervals treat respondents as a random selection. Those who answer voluntarily may differ from the others; no interval shows that.",
            ),
          ]
        : []),
      ...analysisAssumptions(analysis, language),
    ],
  };
}

function agreementMethod({ agreement }: RankingAnalysis, language: Language): string[] {
  if (agreement === undefined) return [];
  const { kendallsW, friedman } = agreement;
  const w = formatNumber(kendallsW.value, language, 4);
  const p = `${friedman.p < 0.001 ? "" : "= "}${formatP(friedman.p, language)}`;
  const test = `χ² = ${formatNumber(friedman.chiSquare, language, 1)}; df = ${friedman.df}; p ${p}; n = ${formatNumber(friedman.n, language)}`;
  return [
    {
      de: `Einigkeit: Kendalls W = ${w} mit Bindungskorrektur; Friedman-Test: ${test}.`,
      en: `Agreement: Kendall's W = ${w}, corrected for ties; Friedman test: ${test}.`,
    }[language],
  ];
}

function sourceNotes(analysis: RankingAnalysis, language: Language): string[] {
  const number = (value: number) => formatNumber(value, language);
  const notes: { de: string; en: string }[] = [];
  if (analysis.n === 1)
    notes.push({
      de: "Das ist die Antwort einer einzigen Person, kein Ergebnis einer Gruppe.",
      en: "This is the answer of a single person, not the result of a group.",
    });
  else if (analysis.distinctRankings === 1)
    notes.push({
      de: "Alle Rangfolgen sind gleich. Die Intervalle haben deshalb keine Breite; das heißt nicht, dass das Ergebnis sicher ist.",
      en: "All rankings are the same. So the intervals have no width; that does not mean that the result is certain.",
    });
  if (analysis.skippedRows > 0)
    notes.push({
      de: `Ausgelassen, weil keine Rangfolge: ${number(analysis.skippedRows)} Zeilen.`,
      en: `Left out because they are no rankings: ${number(analysis.skippedRows)} lines.`,
    });
  if (analysis.isWeighted)
    notes.push({
      de: `Alle Ergebnisse sind gewichtet; n zählt Personen. Die Gewichte von ${number(analysis.n)} Personen ergeben zusammen ${number(analysis.weightedN ?? 0)} und sagen so viel aus wie ${number(analysis.effectiveN ?? 0)} gleich gewichtete. Mit dieser Zahl rechnen die Intervalle der Anteile und die Tests. Duellzahlen und vergebene Ränge sind auf ${number(analysis.n)} Personen umgerechnet.`,
      en: `All results are weighted; n counts people. The weights of ${number(analysis.n)} people add up to ${number(analysis.weightedN ?? 0)} and tell as much as ${number(analysis.effectiveN ?? 0)} people of equal weight. Intervals of shares and tests use that number. Numbers of duels and of ranks given are scaled to ${number(analysis.n)} people.`,
    });
  return notes.map((note) => note[language]);
}

/** Whether the options differ at all, where Friedman's test does not exist. */
function durbinSentence({ durbin }: RankingAnalysis, language: Language): string[] {
  if (durbin === undefined) return [];
  const { p, df1, df2, value } =
    durbin.f === undefined
      ? { ...durbin, df1: durbin.df, df2: 0, value: durbin.chiSquare }
      : durbin.f;
  const number = (value: number) => formatNumber(value, language, 2);
  const statistic =
    df2 > 0 ? `F = ${number(value)}; df = ${df1}, ${df2}` : `χ² = ${number(value)}; df = ${df1}`;
  const test = `${statistic}; p ${p < 0.001 ? "" : "= "}${formatP(p, language)}; n = ${formatNumber(durbin.n, language)}`;
  const isClear = p < 0.05;
  return [
    {
      de: isClear
        ? `Die Optionen unterscheiden sich mehr als durch Zufall (Durbin-Test für Befragte, die nur einen Teil sahen: ${test}).`
        : `Unterschiede zwischen den Optionen sind nicht zu erkennen (Durbin-Test für Befragte, die nur einen Teil sahen: ${test}).`,
      en: isClear
        ? `The options differ by more than chance (Durbin test for respondents who were shown only some: ${test}).`
        : `No differences between the options can be seen (Durbin test for respondents who were shown only some: ${test}).`,
    }[language],
  ];
}

/** The order by worth, for those who were not shown the same; without worths, only what was counted. */
function worthOrder(analysis: RankingAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const ranked = analysis.order.flatMap((index) => analysis.items[index] ?? []);
  const why =
    analysis.orderedBy === "log-worth"
      ? text(
          "Nicht allen wurde dasselbe gezeigt; deshalb folgt die Reihenfolge den Worths, die das berücksichtigen, nicht den mittleren Rängen.",
          "Not everybody was shown the same; so the order follows the worths, which allow for that, not the mean ranks.",
        )
      : text(
          "Eine gemeinsame Reihenfolge gibt es für diese Daten nicht; gezählt ist nur, was vorkam.",
          "There is no common order for these data; only what occurred is counted.",
        );
  return {
    heading: text("Rangfolge", "Ranking"),
    sentences: [why, ...durbinSentence(analysis, language)],
    figures: [],
    tables: [
      {
        caption: text(
          `Die Rangfolge in Zahlen (n = ${formatNumber(analysis.n, "de")})`,
          `The ranking in numbers (n = ${formatNumber(analysis.n, "en")})`,
        ),
        columns: [
          { label: text("Platz", "Place"), align: "right" },
          { label: text("Option", "Option"), align: "left" },
          { label: text("Gezeigt", "Shown"), align: "right" },
          { label: text("Eingeordnet", "Placed"), align: "right" },
          { label: text("Davon zuerst", "Of these first"), align: "right" },
        ],
        lines: ranked.map((item) => [
          item.position === undefined ? "–" : String(item.position),
          item.label[language],
          formatNumber(item.faced, language),
          formatNumber(item.n, language),
          item.firstShare === undefined ? "–" : formatShare(item.firstShare, language),
        ]),
      },
    ],
  };
}
