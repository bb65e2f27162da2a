import { jsonDocument } from "./file/json-document.ts";
import { textOfBytes } from "./file/text-of-bytes.ts";
import type { ImportFormat } from "./import-report.ts";
import { readLss } from "./limesurvey/read-lss.ts";
import { readLimeTsv } from "./limesurvey/read-tsv.ts";
import { surveyOfLime } from "./limesurvey/survey-of-limesurvey.ts";
import { readQsf } from "./qualtrics/qualtrics-survey.ts";
import { surveyOfQualtrics } from "./qualtrics/survey-of-qualtrics.ts";
import { say } from "./refusal.ts";
import type { ReportWriter } from "./report-writer.ts";
import type { SourceSurvey } from "./source-survey.ts";
import { surveyOfSurveyJs } from "./surveyjs/survey-of-surveyjs.ts";
import { surveyOfXlsForm } from "./xlsform/survey-of-xlsform.ts";

/** A questionnaire in the terms of the import, and how the file's letters were read. */
export type ReadFile = { survey: SourceSurvey; encoding: string };

/**
 * Reads a file of a known format.
 *
 * @throws FileRefused if it is not of that format, broken or hostile
 */
export function sourceSurvey(
  format: ImportFormat,
  bytes: Uint8Array,
  report: ReportWriter,
): ReadFile {
  if (format === "xlsform") return { survey: surveyOfXlsForm(bytes, report), encoding: "UTF-8" };
  const { text, encoding } = textOfBytes(bytes, format === "tsv");
  if (encoding !== "UTF-8") {
    report.change(
      "–",
      say(`Zeichenkodierung ${encoding}`, `character encoding ${encoding}`),
      say("als UTF-8 gelesen", "read into UTF-8"),
      say("Prüfen Sie Umlaute und Sonderzeichen.", "Check umlauts and special characters."),
    );
  }
  return { survey: surveyOfText(format, text, report), encoding };
}

function surveyOfText(
  format: Exclude<ImportFormat, "xlsform">,
  text: string,
  report: ReportWriter,
): SourceSurvey {
  switch (format) {
    case "lss":
      return surveyOfLime(readLss(text), report);
    case "tsv":
      return surveyOfLime(readLimeTsv(text), report);
    case "qsf":
      return surveyOfQualtrics(readQsf(jsonDocument(text)), report);
    case "surveyjs":
      return surveyOfSurveyJs(jsonDocument(text), report);
  }
}
