import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";

/** A table longer than any questionnaire. */
export function tooManyRows(table: string) {
  return refused(
    table,
    say(
      `Die Tabelle hat mehr als ${importLimits.rows} Zeilen.`,
      `The table has more than ${importLimits.rows} rows.`,
    ),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}
