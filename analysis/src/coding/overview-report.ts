import { codebookChangeWords, codeDepth, codeSubtree, type Language } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { Report, ReportTable } from "../report/report.ts";
import { type CodingMaterial, presentTranscript } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** A project at a glance: transcripts with their variables, codes with their counts, memos on the project. */
export function overviewReport(material: CodingMaterial, settings: CodingReportSettings): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const { memos } = material.project;
  const onProject = memos.filter(({ about }) => about.kind === "project");
  return codingReport(material, settings, {
    title: material.title,
    sections: [
      {
        heading: text("Transkripte", "Transcripts"),
        sentences: onProject.map(({ person, text: words }) => `${person}: ${words}`),
        tables: [documentsTable(material, language)],
        figures: [],
      },
      {
        heading: text("Codes", "Codes"),
        sentences: [],
        tables: [codesTable(material, language)],
        figures: [],
      },
    ],
  });
}

/** The codebook as it is now, with counts and what became of codes. */
export function codebookReport(material: CodingMaterial, settings: CodingReportSettings): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebook, codebookVersions, changesSince } = material.project;
  const changes = [...codebookVersions.flatMap((each) => each.changes), ...changesSince];
  return codingReport(material, settings, {
    title: codebook.title[language],
    sections: [
      {
        heading: text("Codes", "Codes"),
        sentences: changes.map(({ at, person, kind, codes, into = [], note }) => {
          const target = into.length === 0 ? "" : ` → ${into.join(", ")}`;
          const why = note === undefined ? "" : `: ${note}`;
          const what = codebookChangeWords[kind][language];
          return `${at.slice(0, 10)}, ${person}: ${codes.join(", ")} ${what}${target}${why}`;
        }),
        tables: [codesTable(material, language)],
        figures: [],
      },
    ],
  });
}

function documentsTable(material: CodingMaterial, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { documents, assignments } = material.project;
  const coders = [...new Set(assignments.map(({ coder }) => coder))].sort();
  const names = [...new Set(documents.flatMap(({ variables }) => Object.keys(variables)))].sort();
  const right = (label: string) => ({ label, align: "right" }) as const;
  return {
    caption: text("Transkripte und Kodierungen", "Transcripts and codings"),
    columns: [
      { label: text("Transkript", "Transcript"), align: "left" },
      { label: text("Titel", "Title"), align: "left", isDetail: true },
      right(text("Fassung", "Version")),
      right(text("Zeichen", "Characters")),
      right(text("Beiträge", "Turns")),
      ...coders.map(right),
      ...names.map((label) => ({ label, align: "left" as const, isDetail: true })),
    ],
    lines: documents.map(({ id, title = "", versions, variables }) => [
      ...[id, title, String(versions.length)],
      formatNumber(versions.at(-1)?.length ?? 0, language),
      formatNumber(presentTranscript(material, id).turns.length, language),
      ...coders.map((coder) => {
        const own = assignments.filter(
          (each) => each.coder === coder && each.excerpt.document === id,
        );
        return formatNumber(own.length, language);
      }),
      ...names.map((name) => variables[name] ?? ""),
    ]),
  };
}

/** All codes as a tree, each with its own codings and those with everything below. */
export function codesTable({ project }: CodingMaterial, language: Language): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebook, assignments } = project;
  return {
    caption: text("Codes und Kodierungen", "Codes and codings"),
    columns: [
      { label: text("Code", "Code"), align: "left" },
      { label: text("Herkunft", "Origin"), align: "left", isDetail: true },
      { label: text("Kodierungen", "Codings"), align: "right" },
      { label: text("mit Untercodes", "with codes below"), align: "right" },
      { label: text("Transkripte", "Transcripts"), align: "right" },
    ],
    lines: codeSubtree(codebook).map(({ id, label, origin }) => {
      const below = new Set(codeSubtree(codebook, id).map((each) => each.id));
      const all = assignments.filter(({ code }) => below.has(code));
      const indent = "\u00a0\u00a0".repeat(codeDepth(codebook, id));
      return [
        `${indent}${id} ${label[language]}`,
        origin === "inductive" ? text("induktiv", "inductive") : text("deduktiv", "deductive"),
        formatNumber(all.filter(({ code }) => code === id).length, language),
        formatNumber(all.length, language),
        formatNumber(new Set(all.map(({ excerpt }) => excerpt.document)).size, language),
      ];
    }),
  };
}
