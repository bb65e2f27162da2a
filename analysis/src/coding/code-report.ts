import { childCodes, codePath } from "@mehrwert/study";
import type { Report } from "../report/report.ts";
import type { CodingLine } from "./coding-lines.ts";
import { codingsTable } from "./codings-document.ts";
import { counted, countedIn } from "./counted.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** One code: what it means, what is noted about it, and its passages with those of all codes below. */
export function codeReport(
  material: CodingMaterial,
  id: string,
  codings: readonly CodingLine[],
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebook, memos } = material.project;
  const code = codebook.codes.find((each) => each.id === id);
  if (code === undefined) throw new RangeError(`codeReport: there is no code ${id}`);
  const { definition, anchorExample, codingRule, delimitation } = code;
  const explained = [
    [text("Definition", "Definition"), definition],
    [text("Ankerbeispiel", "Anchor example"), anchorExample],
    [text("Kodierregel", "Coding rule"), codingRule],
    [text("Abgrenzung", "Delimitation"), delimitation],
  ] as const;
  const documents = new Set(codings.map(({ document }) => document)).size;
  return codingReport(material, settings, {
    title: `${id} ${codePath(codebook, id, language)}`,
    sections: [
      {
        heading: text("Stellen", "Passages"),
        sentences: [
          ...explained.flatMap(([name, words]) =>
            words === undefined ? [] : [`${name}: ${words[language]}`],
          ),
          ...memos.flatMap(({ about, person, text: words }) =>
            about.kind === "code" && about.code === id ? [`Memo (${person}): ${words}`] : [],
          ),
          `${counted(codings.length, "coding", language)} ${countedIn(documents, "transcript", language)}${childCodes(codebook, id).length > 0 ? text(", mit allen Codes darunter", ", with all codes below") : ""}.`,
        ],
        tables: [codingsTable(codings, language)],
        figures: [],
      },
    ],
  });
}
