import type { Question } from "@mehrwert/study";
import { type ImportedInstrument, importInstrument } from "../import-instrument.ts";
import { exampleFile } from "./example-files.ts";

/** An example file imported, or an error that says why it was refused. */
export function importedExample(path: string): ImportedInstrument {
  const result = importInstrument(exampleFile(path));
  if (!result.ok) throw new Error(JSON.stringify(result.issues, null, 2));
  return result.value;
}

/** The questions of an imported instrument by name. */
export function questionsOf({ instrument }: ImportedInstrument): Map<string, Question> {
  const questions = instrument.pages.flatMap((page) => page.elements);
  return new Map(questions.map((question) => [question.name, question]));
}

/** What the report says in English about one place of the file, one line for each entry. */
export function linesAbout({ report }: ImportedInstrument, where: string): string[] {
  return report.entries
    .filter((entry) => entry.where === where)
    .map(({ outcome, was, became }) => `${outcome}: ${was.en} → ${became.en}`);
}
