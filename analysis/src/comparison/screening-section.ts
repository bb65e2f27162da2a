import type { Language } from "@mehrwert/study";
import { formatNumber, formatP } from "../number-format.ts";
import type { RankedItem } from "../ranking-source/ranking-source.ts";
import type { ReportSection } from "../report/report.ts";
import type { CovariateScreening, CovariateTest } from "./ranking-comparison.ts";

const most = 15;

/** All answers tested one by one: who ranks differently, in sentences and one table. */
export function screeningSection(
  screening: CovariateScreening,
  items: readonly RankedItem[],
  language: Language,
): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const labelOf = (name: string | undefined) =>
    items.find(({ item }) => item === name)?.label[language] ?? "–";
  return {
    heading: text("Wer ordnet anders?", "Who ranks differently?"),
    sentences: sentencesOf(screening, labelOf, language),
    tables: [
      {
        caption: text(
          `Antworten und Rangfolge: die ${Math.min(most, screening.tests.length)} deutlichsten von ${screening.tests.length}`,
          `Answers and ranking: the clearest ${Math.min(most, screening.tests.length)} of ${screening.tests.length}`,
        ),
        columns: [
          { label: text("Frage", "Question"), align: "left" },
          { label: text("am deutlichsten bei", "clearest for"), align: "left" },
          { label: "LR", align: "right", isDetail: true },
          { label: "df", align: "right", isDetail: true },
          { label: "n", align: "right" },
          { label: "p", align: "right" },
          { label: text("p (Holm)", "p (Holm)"), align: "right" },
          { label: text("p (BH)", "p (BH)"), align: "right" },
        ],
        lines: screening.tests.slice(0, most).map((each) => lineOf(each, labelOf, language)),
      },
    ],
    figures: [],
  };
}

function lineOf(
  each: CovariateTest,
  labelOf: (item: string | undefined) => string,
  language: Language,
): string[] {
  const { test, itemTest, p, pAdjusted, pFalseDiscovery } = each;
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const write = (value: number | undefined) =>
    value === undefined ? "–" : formatP(value, language);
  return [
    `${each.label[language]} (${each.variable})`,
    labelOf(itemTest?.item),
    test.exists ? number(test.value, 1) : "–",
    test.exists ? number(test.df) : "–",
    number(each.groups.reduce((sum, { n }) => sum + n, 0)),
    ...[write(p), write(pAdjusted), write(pFalseDiscovery)],
  ];
}

function sentencesOf(
  { tests, corrected }: CovariateScreening,
  labelOf: (item: string | undefined) => string,
  language: Language,
): string[] {
  const sure = tests.filter(({ pAdjusted = 1 }) => pAdjusted < 0.05);
  const likely = tests.filter(
    ({ pAdjusted = 1, pFalseDiscovery = 1 }) => pAdjusted >= 0.05 && pFalseDiscovery < 0.05,
  );
  const list = (found: readonly CovariateTest[]) =>
    found
      .slice(0, 8)
      .map(({ label, itemTest }) => {
        const title = { de: `„${label.de}“`, en: `“${label.en}”` }[language];
        return `${title} (${labelOf(itemTest?.item)})`;
      })
      .join("; ");
  const number = formatNumber(corrected, language);
  if (corrected === 0)
    return [
      {
        de: "Es gibt keine Antworten, nach denen sich die Befragten in genügend große Gruppen teilen ließen. In einer Datei stehen solche Antworten in eigenen Spalten; --items nennt dann die Spalten mit Rängen.",
        en: "There are no answers by which respondents could be divided into large enough groups. In a file such answers stand in columns of their own; --items then names the columns with ranks.",
      }[language],
    ];
  const sentences: string[] = [];
  if (sure.length > 0)
    sentences.push(
      {
        de: `Gesichert: Nach ${sure.length} von ${number} geprüften Antworten ordnen die Befragten verschieden. In Klammern, woran es am deutlichsten wird: ${list(sure)}.`,
        en: `Certain: by ${sure.length} of ${number} answers looked at, respondents rank differently. In brackets, where it shows most: ${list(sure)}.`,
      }[language],
    );
  if (likely.length > 0)
    sentences.push(
      {
        de: `Wahrscheinlich, aber nicht gesichert (unter solchen Funden ist höchstens einer von zwanzig ein Irrtum zu erwarten): ${list(likely)}.`,
        en: `Likely, but not certain (of such findings, at most one in twenty is expected to be an error): ${list(likely)}.`,
      }[language],
    );
  if (sure.length + likely.length === 0)
    sentences.push(
      {
        de: `Keine der ${number} geprüften Antworten geht deutlicher mit einer anderen Rangfolge einher, als Zufall es könnte. Kleine Unterschiede sind damit nicht ausgeschlossen.`,
        en: `None of the ${number} answers looked at goes with another ranking more clearly than chance could. Small differences are not ruled out.`,
      }[language],
    );
  return sentences;
}
