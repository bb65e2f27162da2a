import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report } from "../report/report.ts";
import { originText } from "../text-table/study-origin.ts";
import { timesInWords } from "./code-words.ts";
import type { SpansAgreement } from "./spans-agreement.ts";
import { groupSections, segmentsSection } from "./spans-sections.ts";

/** Agreement of coders on spans as a report in one language. */
export function spansReport(
  agreement: SpansAgreement,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Report {
  const text = (de: string, en: string) => ({ de, en })[language];
  const texts = (list: readonly LocalizedText[]) => list.map((each) => each[language]);
  const { marked } = agreement;
  const number = (value: number) => formatNumber(value, language);
  return {
    language,
    title: text(
      `Übereinstimmung beim Markieren: ${marked.source}`,
      `Agreement on marked passages: ${marked.source}`,
    ),
    isSimulated: false,
    warnings: texts(warnings(agreement)),
    facts: [
      ...marked.origin.map((fact) => originText(fact, language)),
      {
        label: text("Länge des Textes (Zeichen)", "Length of the text (characters)"),
        value: number(marked.length),
      },
      { label: text("Kodierende", "Coders"), value: marked.coders.join(", ") },
      { label: text("Codes", "Codes"), value: marked.codes.map(({ name }) => name).join(", ") },
      { label: text("Ausgewertet mit", "Analysed with"), value: `Mehrwert ${softwareVersion}` },
    ],
    sections: [...groupSections(agreement, language), segmentsSection(agreement, language)],
    method: texts(methods),
    notes: texts(notes(agreement)),
    assumptions: texts(assumptions),
  };
}

/** What must be read before the numbers: overlaps, and people who marked nothing. */
function warnings({ marked, groups }: SpansAgreement): LocalizedText[] {
  const overlaps = groups.reduce((sum, group) => sum + group.overlaps.length, 0);
  const silent = marked.coders.filter(
    (_, place) => !marked.segments.some(({ coder }) => coder === place),
  );
  return [
    ...(overlaps === 0
      ? []
      : [
          {
            de: `Segmente derselben Person überschneiden sich (${timesInWords(overlaps).de}), obwohl sich ihre Codes ausschließen sollen. Berichtigen Sie sie, oder geben Sie Codes, die nebeneinander stehen dürfen, in der Spalte group verschiedene Gruppen.`,
            en: `Segments of one coder overlap (${timesInWords(overlaps).en}), although their codes are to exclude each other. Correct them, or give codes that may stand together different groups in the column group.`,
          },
        ]),
    ...(silent.length === 0 || marked.segments.length === 0
      ? []
      : [
          {
            de: `Nichts markiert: ${silent.join(", ")}. Stimmt der Name?`,
            en: `Marked nothing: ${silent.join(", ")}. Is the name right?`,
          },
        ]),
  ];
}

function notes({ marked, groups }: SpansAgreement): LocalizedText[] {
  const perCoder = marked.coders.map((coder, place) => {
    return `${coder} ${marked.segments.filter((segment) => segment.coder === place).length}`;
  });
  const touching = groups.reduce((sum, group) => sum + group.touching, 0);
  return [
    {
      de: `Segmente: ${formatNumber(marked.segments.length, "de")}${perCoder.length === 0 ? "" : ` (${perCoder.join(", ")})`}.`,
      en: `Segments: ${formatNumber(marked.segments.length, "en")}${perCoder.length === 0 ? "" : ` (${perCoder.join(", ")})`}.`,
    },
    ...(marked.leftOut === 0
      ? []
      : [
          {
            de: `Nicht gezählt, weil --coders sie nicht nennt: ${formatNumber(marked.leftOut, "de")} Segmente anderer Kodierender.`,
            en: `Not counted, since --coders does not name them: ${formatNumber(marked.leftOut, "en")} segments of other coders.`,
          },
        ]),
    ...(touching === 0
      ? []
      : [
          {
            de: `Segmente derselben Person mit demselben Code stoßen ${timesInWords(touching).de} aneinander und zählen als getrennt; als je ein Segment ergäben sie gleiche oder höhere Werte von uα.`,
            en: `Segments of one coder with the same code touch ${timesInWords(touching).en} and count as separate; as one segment each they would give equal or higher values of uα.`,
          },
        ]),
  ];
}

const methods: LocalizedText[] = [
  {
    de: "uα, uα binär, cuα und (k)uα nach Krippendorff, Mathet, Bouvry und Widlöcher (2016). Gleiche Zeichen: über alle Paare von Kodierenden; AC1 nach Gwet (2008) mit jedem Zeichen als Einheit, die Codes der Datei und „unmarkiert“ als mögliche Werte.",
    en: "uα, binary uα, cuα and (k)uα by Krippendorff, Mathet, Bouvry and Widlöcher (2016). Equal characters: over all pairs of coders; AC1 by Gwet (2008) with every character as a unit, the codes of the file and “unmarked” as possible values.",
  },
  {
    de: "„uα, allein“ fragt, ob ein Code an einer Stelle steht oder nicht, gleich was sonst dort steht. „(k)uα“ und „Auch markiert“ gelten für den Teil der Segmente, auf dem auch andere etwas markiert haben.",
    en: "“uα, alone” asks whether a code stands at a position or not, whatever else stands there. “(k)uα” and “Marked as well” are for that part of the segments on which others marked something too.",
  },
  {
    de: "Positionen zählen Unicode-Codepoints, das Ende gehört nicht dazu. Nichts wird gezogen, es gibt keinen Startwert und kein Intervall.",
    en: "Positions count Unicode code points, the end exclusive. Nothing is drawn, so there is no seed and no interval.",
  },
];

const assumptions: LocalizedText[] = [
  {
    de: "Die Zahlen gelten nur, wenn unabhängig kodiert wurde: ohne Blick auf die Markierungen der anderen und ohne Vorschläge, die alle sahen.",
    en: "The numbers hold only if coding was independent: without a look at what others marked, and without suggestions that all of them saw.",
  },
  {
    de: "Gezählt werden Zeichen. Wer Segmente etwas früher oder später enden lässt, senkt uα, auch wenn dieselbe Stelle gemeint ist; ganze Segmente mit einer milden Regel zeigen das.",
    en: "Characters are counted. Ending segments a little earlier or later lowers uα even if the same passage is meant; whole segments under a lenient rule show that.",
  },
  {
    de: "Die Grenzen 0,67 und 0,80 sind eine Gewohnheit (Krippendorff 2019), kein Test.",
    en: "The limits 0.67 and 0.80 are a habit (Krippendorff 2019), not a test.",
  },
];
