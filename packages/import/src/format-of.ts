import type { ImportFormat } from "./import-report.ts";
import { refused, say } from "./refusal.ts";

const byEnding: Readonly<Record<string, ImportFormat>> = {
  lss: "lss",
  tsv: "tsv",
  txt: "tsv",
  qsf: "qsf",
  xlsx: "xlsform",
  json: "surveyjs",
};

/**
 * The format of a file, by the ending of its name, else by its first bytes.
 *
 * @throws FileRefused if neither tells
 */
export function formatOf(fileName: string, bytes: Uint8Array): ImportFormat {
  const ending = fileName.slice(fileName.lastIndexOf(".") + 1).toLowerCase();
  const known = byEnding[ending];
  if (known !== undefined) return known;
  if (/^(xls|lsa|lsg|lsq|xml|csv)$/.test(ending)) throw unknownFormat(ending);
  const start = new TextDecoder().decode(bytes.subarray(0, 4096)).trimStart();
  if (start.startsWith("PK")) return "xlsform";
  if (start.startsWith("<")) return "lss";
  if (start.startsWith("{")) return /"SurveyE(ntry|lements)"/.test(start) ? "qsf" : "surveyjs";
  if (/^"?id"?\t.*class/.test(start)) return "tsv";
  throw unknownFormat(ending);
}

function unknownFormat(ending: string) {
  return refused(
    "",
    say(
      `Dateien der Art „${ending}“ lassen sich nicht importieren.`,
      `Files of the kind “${ending}” cannot be imported.`,
    ),
    say(
      "Möglich sind .lss und .txt (LimeSurvey), .qsf (Qualtrics), .xlsx (XLSForm) und .json (SurveyJS).",
      "Possible are .lss and .txt (LimeSurvey), .qsf (Qualtrics), .xlsx (XLSForm) and .json (SurveyJS).",
    ),
  );
}
