import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";

/** A table longer than any questionnaire. */
export function tooManyRows(table: string, count: number) {
  return refused(
    table,
    say(
      `Die Tabelle hat ${count} Zeilen; höchstens ${importLimits.rows} werden gelesen.`,
      `The table has ${count} rows; at most ${importLimits.rows} are read.`,
    ),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}
