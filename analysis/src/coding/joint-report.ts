import type { DatasetManifest, Language } from "@mehrwert/study";
import { shareWithInterval, withInterval } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import { rankingReport } from "../report/ranking-report.ts";
import type { Report, ReportTable } from "../report/report.ts";
import { quantifierMethod } from "./category-report.ts";
import type { JointDisplay, JointRow } from "./joint-display.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";
import { quantifierWords } from "./verbal-quantifier.ts";

/** A ranking beside interviews as a report: who ranked it how, how many speak of it, and one voice. */
export function jointReport(
  material: CodingMaterial,
  { manifest, joint }: { manifest: DatasetManifest; joint: JointDisplay },
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const { table } = joint;
  // What must be known of the survey's numbers is said where they are always said.
  const survey = rankingReport(
    { manifest, table, softwareVersion: settings.softwareVersion },
    language,
  );
  const interviews = codingReport(material, settings, { title: "", sections: [] });
  return {
    ...interviews,
    title: text(
      `Befragung und Gespräche: ${manifest.study.title.de}`,
      `Survey and interviews: ${manifest.study.title.en}`,
    ),
    isSimulated: survey.isSimulated,
    warnings: [...survey.warnings, ...interviews.warnings],
    sections: [
      {
        heading: table.questionText[language],
        sentences: jointSentences(joint, language),
        tables: [jointTable(joint, language), ...quotationTable(joint, language)],
        figures: [],
      },
    ],
    notes: [
      ...survey.notes,
      text(
        `Gespräche: ${joint.documents.length}. Ein Gespräch zählt, wenn mindestens eine Stelle den Code oder einen darunter hat.`,
        `Interviews: ${joint.documents.length}. An interview counts if at least one passage has the code or one below it.`,
      ),
    ],
    method: [...survey.method, quantifierMethod(language), quotationRule(language)],
    assumptions: [
      ...survey.assumptions,
      text(
        "Befragte und Gesprächspartner sind verschiedene Menschen. Passen beide Spalten nicht zusammen, ist das kein Fehler, sondern ein Befund.",
        "Respondents and interviewees are different people. If the two sides do not match, that is no error but a finding.",
      ),
    ],
    facts: [...survey.facts.slice(0, -1), ...interviews.facts],
  };
}

function quotationRule(language: Language): string {
  return {
    de: "Zitiert wird nur aus Gesprächen, die dafür freigegeben sind: die als Zitat ausgewählte Stelle, sonst die kürzeste mit mindestens acht Wörtern.",
    en: "Quotations come only from interviews cleared for it: the passage chosen as a quotation, else the shortest of at least eight words.",
  }[language];
}

function jointSentences(
  { rows, documents, quotable, unmatched }: JointDisplay,
  language: Language,
): string[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const [first] = rows;
  const most = rows.reduce((max, row) => Math.max(max, row.documents.length), 0);
  const loudest = rows.filter((row) => row.documents.length === most && most > 0);
  const without = rows.filter(({ code }) => code === undefined);
  const names = (list: readonly JointRow[]) =>
    list
      .map(({ driver }) =>
        `„${driver.label[language]}“`.replace(/^„|“$/g, (sign) => quote(sign, language)),
      )
      .join(", ");
  return [
    ...(first === undefined
      ? []
      : [
          text(
            `In der Befragung steht ${names([first])} vorn; davon sprechen ${first.documents.length} von ${documents.length} Gesprächen.`,
            `In the survey, ${names([first])} comes first; ${first.documents.length} of ${documents.length} interviews speak of it.`,
          ),
        ]),
    ...(loudest.length === 0
      ? []
      : [
          text(
            `In den meisten Gesprächen (${most} von ${documents.length}) kommt vor: ${names(loudest)}.`,
            `In most interviews (${most} of ${documents.length}) there is: ${names(loudest)}.`,
          ),
        ]),
    ...(without.length === 0
      ? []
      : [
          text(
            `Ohne Code im Codebuch: ${names(without)}.`,
            `Without a code in the codebook: ${names(without)}.`,
          ),
        ]),
    ...(unmatched.length === 0
      ? []
      : [
          text(
            `Codes ohne Option in der Rangfrage: ${unmatched.join(", ")}.`,
            `Codes without an option in the ranking: ${unmatched.join(", ")}.`,
          ),
        ]),
    ...(quotable === undefined
      ? [
          text(
            "Keine Zitate: Bei keinem Fall ist festgehalten, ob zitiert werden darf. Die Variable setzt „mehrwert code cases“.",
            "No quotations: for no case it is recorded whether it may be quoted. “mehrwert code cases” sets the variable.",
          ),
        ]
      : []),
  ];
}

function quote(sign: string, language: Language): string {
  const english: Record<string, string> = { "„": "“", "“": "”" };
  return language === "de" ? sign : (english[sign] ?? sign);
}

function jointTable({ rows, documents, table }: JointDisplay, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const right = (de: string, en: string, isDetail = false) =>
    ({ label: text(de, en), align: "right", isDetail }) as const;
  const of = documents.length;
  return {
    caption: text("Rangfolge und Gespräche", "Ranking and interviews"),
    columns: [
      right("Platz", "Place"),
      { label: text("Option", "Option"), align: "left" },
      right("Mittlerer Rang (95 %)", "Mean rank (95%)"),
      right(`Unter den ersten ${table.topK}`, `Among the first ${table.topK}`, true),
      { label: text("Code", "Code"), align: "left" },
      right("Gespräche", "Interviews"),
      { label: text("Wer", "Who"), align: "left" },
      right("Stellen", "Passages"),
    ],
    lines: rows.map(({ driver, code, documents: present, quantifier, excerpts }) => [
      driver.position === undefined ? "–" : formatNumber(driver.position, language),
      driver.label[language],
      withInterval(driver.meanRank, driver.meanRankInterval, language),
      shareWithInterval(driver.topShare, driver.topShareInterval, language),
      code ?? "–",
      code === undefined
        ? "–"
        : {
            de: `${present.length}\u00a0von\u00a0${of}`,
            en: `${present.length}\u00a0of\u00a0${of}`,
          }[language],
      quantifier === undefined ? "–" : quantifierWords[quantifier][language],
      code === undefined ? "–" : formatNumber(excerpts, language),
    ]),
  };
}

function quotationTable({ rows, quotable }: JointDisplay, language: Language): ReportTable[] {
  if (quotable === undefined) return [];
  const text = (de: string, en: string) => ({ de, en })[language];
  return [
    {
      caption: text("Eine Stimme zu jedem", "One voice on each"),
      columns: [
        { label: text("Option", "Option"), align: "left" },
        { label: text("Zitat", "Quotation"), align: "left" },
        { label: text("Aus", "From"), align: "left" },
      ],
      lines: rows.map(({ driver, quotation }) => [
        driver.label[language],
        quotation?.text ?? "–",
        quotation === undefined ? "–" : `${quotation.document}, ${quotation.code}`,
      ]),
    },
  ];
}
