import type { Language, LocalizedText } from "@mehrwert/study";
import { shareWithInterval, withInterval } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { ReportSection, ReportTable } from "../report/report.ts";
import { indexRule } from "./score-rules.ts";
import type { GapIndex, IndexScore, NumberIndex, TypologyIndex } from "./score-table.ts";

/** One index with its rule. */
export function indexSection(
  score: IndexScore,
  labels: ReadonlyMap<string, LocalizedText>,
  language: Language,
): ReportSection {
  const rule = { de: "Regel: ", en: "Rule: " }[language] + indexRule(score, labels)[language];
  const { label, definition } = score.index;
  const found =
    "types" in score
      ? typologyFindings(score, language)
      : "pairs" in score
        ? gapFindings(score, language)
        : numberFindings(score, language);
  return {
    heading: label[language],
    sentences: [definition[language], ...found.sentences, rule],
    tables: found.tables,
    figures: [],
  };
}

type Findings = { sentences: string[]; tables: ReportTable[] };

function numberFindings(score: NumberIndex, language: Language): Findings {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { n, mean, sd, interval } = score;
  const line = [
    formatNumber(n, language),
    withInterval(mean, interval, language),
    sd === undefined ? "–" : formatNumber(sd, language, 2),
  ];
  return {
    sentences: [],
    tables: [
      {
        caption: text("Mittel aller Personen mit Wert", "Mean of all people with a score"),
        columns: [
          { label: "n", align: "right" },
          { label: text("Mittel (95 %)", "Mean (95%)"), align: "right" },
          { label: text("Streuung", "SD"), align: "right" },
        ],
        lines: [line],
      },
    ],
  };
}

function typologyFindings({ types, n, untyped }: TypologyIndex, language: Language): Findings {
  const text = (de: string, en: string) => ({ de, en })[language];
  const count = formatNumber(untyped, language);
  return {
    sentences:
      untyped === 0
        ? []
        : [text(`Zu keinem Typ gehören ${count} Personen.`, `${count} people fit no type.`)],
    tables: [
      {
        caption: text(
          `Anteile der Typen (n = ${formatNumber(n, "de")} mit allen nötigen Werten)`,
          `Shares of types (n = ${formatNumber(n, "en")} with all scores needed)`,
        ),
        columns: [
          { label: text("Typ", "Type"), align: "left" },
          { label: text("Personen", "People"), align: "right" },
          { label: text("Anteil (95 %)", "Share (95%)"), align: "right" },
        ],
        lines: types.map(({ label, count: people, share, interval }) => [
          label[language],
          formatNumber(people, language),
          shareWithInterval(share, interval, language),
        ]),
      },
    ],
  };
}

function gapFindings({ isTooSmall, test, pairs }: GapIndex, language: Language): Findings {
  const text = (de: string, en: string) => ({ de, en })[language];
  if (isTooSmall || test === undefined) {
    const why = isTooSmall
      ? text(
          "Nicht gezeigt: Mindestens eine der Gruppen hat zu wenige Personen.",
          "Not shown: at least one of the groups has too few people.",
        )
      : text("In keiner Gruppe unterscheiden sich die Antworten.", "Neither group varies.");
    return { sentences: [why], tables: [] };
  }
  const lineOf = (label: string, found: typeof test | undefined) => [
    label,
    ...(found === undefined
      ? ["–", "–", "–"]
      : [
          ...found.means.map(
            (mean, side) =>
              `${formatNumber(mean, language, 2)} (n = ${formatNumber(found.n[side] ?? 0, language)})`,
          ),
          withInterval(found.difference, found.interval, language),
        ]),
  ];
  return {
    sentences: [],
    tables: [
      {
        caption: text("Selbst- und Fremdsicht", "View of themselves and of others"),
        columns: [
          { label: text("Item", "Item"), align: "left" },
          { label: text("Selbst", "Themselves"), align: "right" },
          { label: text("Andere", "Others"), align: "right" },
          { label: text("Unterschied (95 %)", "Difference (95%)"), align: "right" },
        ],
        lines: [
          lineOf(text("Alle zusammen", "All together"), test),
          ...pairs.map((pair) => lineOf(pair.label[language], pair.test)),
        ],
      },
    ],
  };
}
