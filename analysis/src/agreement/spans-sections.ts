import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportSection, ReportTable } from "../report/report.ts";
import { agreementReasons } from "./agreement-reasons.ts";
import { type CoefficientLine, coefficientLine, coefficientTable } from "./coefficient-table.ts";
import { overlapsTable } from "./overlaps-table.ts";
import { overlapInWords, segmentSentence } from "./segment-sentence.ts";
import {
  ac1Of,
  type CodeAgreement,
  type GroupAgreement,
  type SpansAgreement,
} from "./spans-agreement.ts";
import { groupSentences } from "./spans-sentences.ts";

/** One section per group of codes, with the codes themselves. */
export function groupSections(agreement: SpansAgreement, language: Language): ReportSection[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const value = { de: "Wert", en: "Value" };
  return agreement.groups.map((group): ReportSection => {
    const far = text("Wie weit die Kodierenden übereinstimmen", "How far the coders agree");
    return {
      heading: group.group === undefined ? far : `${group.group}: ${far}`,
      sentences: groupSentences(group, agreement).map((sentence) => sentence[language]),
      tables: [
        ...(group.positions.exists
          ? [coefficientTable(coefficientLines(group, language), { value }, language)]
          : []),
        ...overlapsTable(group, agreement.marked, language),
        ...(agreement.marked.coders.length > 1 ? [codeTable(group.perCode, language)] : []),
      ],
      figures: [],
    };
  });
}

function coefficientLines(group: GroupAgreement, language: Language): CoefficientLine[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const number = (value: number) => formatNumber(value, language, 3);
  const share = (value: number) => formatShare(value, language);
  const alpha = (name: string, found: GroupAgreement["uAlpha"]) =>
    coefficientLine(
      name,
      found,
      ({ value, expectedDisagreement }) => [number(value), share(1 - expectedDisagreement)],
      language,
    );
  return [
    coefficientLine(
      text("Gleiche Zeichen", "Equal characters"),
      group.positions,
      ({ percentAgreement }) => [share(percentAgreement), "–"],
      language,
    ),
    alpha(text("uα: Grenzen und Codes", "uα: boundaries and codes"), group.uAlpha),
    coefficientLine(
      text("Gwets AC1 der Zeichen", "Gwet’s AC1 of characters"),
      ac1Of(group),
      ({ value, expected }) => [number(value), share(expected)],
      language,
    ),
    alpha(text("uα binär: markiert oder nicht", "binary uα: marked or not"), group.uAlphaBinary),
    alpha(text("cuα: nur die Codes", "cuα: the codes only"), group.cuAlpha),
  ];
}

function codeTable(perCode: readonly CodeAgreement[], language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const value = (found: CodeAgreement["uAlpha"]) =>
    found.exists ? formatNumber(found.value, language, 3) : "–";
  const why = (found: CodeAgreement["uAlpha"]) =>
    found.exists ? [] : [agreementReasons[found.reason][language]];
  const reasons = perCode.map(({ uAlpha, kuAlpha }) =>
    [...new Set([...why(uAlpha), ...why(kuAlpha)])].join("; "),
  );
  const isComplete = reasons.every((reason) => reason === "");
  const reason = { label: text("Warum nicht", "Why not"), align: "left", isDetail: true } as const;
  return {
    caption: text("Je Code", "By code"),
    columns: [
      { label: text("Code", "Code"), align: "left" },
      { label: text("Segmente", "Segments"), align: "right" },
      { label: text("uα, allein", "uα, alone"), align: "right" },
      { label: text("(k)uα", "(k)uα"), align: "right" },
      { label: text("Auch markiert", "Marked as well"), align: "right" },
      ...(isComplete ? [] : [reason]),
    ],
    lines: perCode.map(({ code, spans, uAlpha, kuAlpha, coverage }, line) => [
      ...[code, formatNumber(spans, language), value(uAlpha), value(kuAlpha)],
      coverage === undefined ? "–" : formatShare(coverage, language),
      ...(isComplete ? [] : [reasons[line] ?? ""]),
    ]),
  };
}

/** Segments as wholes: how many have a counterpart, under a rule that is named. */
export function segmentsSection(agreement: SpansAgreement, language: Language): ReportSection {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { segmentAgreement: found, settings } = agreement;
  const sentences = found.exists
    ? segmentSentence(agreement).map((sentence) => sentence[language])
    : [
        text(
          `Nicht bestimmt. Grund: ${agreementReasons[found.reason].de}.`,
          `Not defined. Reason: ${agreementReasons[found.reason].en}.`,
        ),
      ];
  return {
    heading: text("Ganze Segmente", "Whole segments"),
    sentences,
    tables: [
      {
        caption: text("Segmente mit Gegenstück", "Segments with a counterpart"),
        columns: [
          { label: text("Regel", "Rule"), align: "left" },
          { label: text("Gegenstücke", "Counterparts"), align: "right" },
          { label: text("Verglichen", "Compared"), align: "right" },
          { label: text("Anteil", "Share"), align: "right" },
        ],
        lines: found.exists
          ? [
              [
                overlapInWords(settings)[language],
                formatNumber(found.agreeing, language),
                formatNumber(found.compared, language),
                formatShare(found.value, language),
              ],
            ]
          : [],
      },
    ],
    figures: [],
  };
}
