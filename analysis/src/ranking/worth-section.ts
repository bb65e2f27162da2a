import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import type { AnalysedItem, RankingAnalysis } from "./ranking-analysis.ts";

/** How strongly each item is valued, on one scale, with what is uncertain about it. */
export function worthSection(analysis: RankingAnalysis, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { worths, items, order } = analysis;
  const heading = text("Wie viel mehr wert?", "Worth how much more?");
  if (!worths.exists) {
    const advice = text(
      "Mehr Befragte oder mehr Vergleiche helfen. Wer trotzdem Zahlen braucht, kann mit --pseudo erfundene Vergleiche dazugeben; das zieht alle Optionen zueinander und ist dann zu nennen.",
      "More respondents or more comparisons help. Those who need numbers nevertheless can add invented comparisons with --pseudo; that draws all options together and must then be said.",
    );
    const sentences = items.length > 1 ? [worths.text[language], advice] : [worths.text[language]];
    return { heading, sentences, tables: [], figures: [] };
  }
  const ranked = order.flatMap((index) => items[index] ?? []);
  const number = (value: number | undefined, decimals = 2) =>
    value === undefined ? "–" : formatNumber(value, language, decimals);
  const reference = items[0]?.label[language] ?? "";
  const errorDecimals = ranked.some((item) => (item.quasiStandardError ?? 1) < 0.01) ? 4 : 2;
  return {
    heading,
    sentences: [
      ...firstSentence(ranked, language),
      ...misfitSentence(analysis, ranked, language),
      ...tieSentence(analysis, language),
      ...(worths.prior === "pseudo"
        ? [
            text(
              "Diese Worths enthalten erfundene Vergleiche (--pseudo); sie sind vorsichtiger als die Daten allein.",
              "These worths contain invented comparisons (--pseudo); they are more cautious than the data alone.",
            ),
          ]
        : []),
    ],
    figures: [],
    tables: [
      {
        caption: text(
          `Worths nach Plackett–Luce; Log-Worth gegenüber „${reference}“ (n = ${number(analysis.n, 0)})`,
          `Worths by Plackett–Luce; log-worth relative to “${reference}” (n = ${number(analysis.n, 0)})`,
        ),
        columns: [
          { label: text("Option", "Option"), align: "left" },
          { label: "Worth", align: "right" },
          { label: text("95\u2011%\u2011Intervall", "95% interval"), align: "right" },
          { label: text("Log-Worth", "Log-worth"), align: "right" },
          { label: text("Standardfehler", "Standard error"), align: "right", isDetail: true },
          {
            label: text("Quasi-Standardfehler", "Quasi standard error"),
            align: "right",
            isDetail: true,
          },
        ],
        lines: ranked.map((item) => [
          item.label[language],
          item.worth === undefined ? "–" : shareText(item.worth, language),
          item.worthInterval === undefined
            ? "–"
            : item.worthInterval
                .map((bound) => shareText(bound, language))
                .join(text(" bis ", " to ")),
          number(item.logWorth),
          // The reference is 0 by definition; that is not certainty.
          item.item === items[0]?.item ? "–" : number(item.standardError, errorDecimals),
          number(item.quasiStandardError, errorDecimals),
        ]),
      },
    ],
  };
}

/** Small shares keep a decimal, so that 0 % never stands for something that exists. */
function shareText(share: number, language: Language): string {
  if (share >= 0.1) return formatShare(share, language);
  const percent = formatNumber(share * 100, language, 1);
  return language === "de" ? `${percent}\u00a0%` : `${percent}%`;
}

function firstSentence(ranked: readonly AnalysedItem[], language: Language): string[] {
  const byWorth = [...ranked].sort((a, b) => (b.worth ?? 0) - (a.worth ?? 0));
  const first = byWorth[0];
  const last = byWorth.at(-1);
  if (first?.worth === undefined || last?.worth === undefined || first === last) return [];
  const ratio = formatNumber(first.worth / last.worth, language, 1);
  const share = shareText(first.worth, language);
  return [
    {
      de: `Alle Antworten in eine Zahl gefasst: „${first.label.de}“ hat den höchsten Wert, ${share} von allem; das ist ${ratio}-mal so viel wie „${last.label.de}“.`,
      en: `All answers put into one number: “${first.label.en}” has the highest worth, ${share} of the whole; that is ${ratio} times as much as “${last.label.en}”.`,
    }[language],
  ];
}

/** Worths predict shares of first places; where people place an item first far more or less often, they differ. */
function misfitSentence(
  analysis: RankingAnalysis,
  ranked: readonly AnalysedItem[],
  language: Language,
): string[] {
  const { worths } = analysis;
  if (analysis.orderedBy !== "mean-midrank" || !worths.exists || worths.tieParameters.length > 0)
    return [];
  const distance = ({ worth = 0, firstShare = 0 }: AnalysedItem) => Math.abs(worth - firstShare);
  const [worst] = ranked
    .filter(
      ({ worth = 0, firstShareInterval: [low, high] = [0, 1] }) => worth < low || worth > high,
    )
    .sort((a, b) => distance(b) - distance(a));
  if (worst?.worth === undefined || worst.firstShare === undefined) return [];
  const found = shareText(worst.firstShare, language);
  const expected = shareText(worst.worth, language);
  return [
    {
      de: `Bei „${worst.label.de}“ passt eine einzige Zahl für alle nicht: ${found} stellen es an die erste Stelle, nach den Worths wären es ${expected}. Die Befragten wollen wohl Verschiedenes; der Befehl „groups“ sucht nach Gruppen.`,
      en: `For “${worst.label.en}” one number for all does not fit: ${found} place it first, by the worths it would be ${expected}. Respondents probably want different things; the command 'groups' looks for groups.`,
    }[language],
  ];
}

function tieSentence({ worths }: RankingAnalysis, language: Language): string[] {
  if (!worths.exists || worths.tieParameters.length === 0) return [];
  const list = worths.tieParameters
    .map(({ order, logTie }) => `${order}: ${formatNumber(logTie, language, 2)}`)
    .join("; ");
  return [
    {
      de: `Gleichstände zählen als eigene Antwort (Parameter je Zahl der Gleichen, logarithmiert: ${list}).`,
      en: `Ties count as answers of their own (parameter by number tied, on the log scale: ${list}).`,
    }[language],
  ];
}
