import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import type { FormRow } from "./form.ts";

const used: ReadonlySet<string> = new Set([
  "type",
  "name",
  "required",
  "relevant",
  "constraint",
  "parameters",
  "appearance",
  "kobo--score-choices",
  "kobo--rank-items",
  "calculation",
]);
const cosmetic: ReadonlySet<string> = new Set([
  "$kuid",
  "$autoname",
  "disabled",
  "note",
  "comment",
  "comments",
  "autoplay",
  "rows",
]);
const cosmeticTexts: ReadonlySet<string> = new Set(["constraint_message", "required_message"]);
const looks =
  /^(minimal|field-list|horizontal(-compact)?|compact(-\d+)?|columns(-\d+|-pack)?|quick\w*|likert|multiline|w\d+|table-list|label|list(-nolabel)?|no-buttons|autocomplete|search|picker|spinner|numbers|thousands-sep|pages)$/;

/** Reports every filled column of a row that the import does not use. */
export function reportColumns(row: FormRow, where: string, report: ReportWriter): void {
  for (const [column, value] of row.plain) {
    if (used.has(column)) continue;
    if (cosmetic.has(column)) {
      report.countCosmetic(column);
      continue;
    }
    report.leaveOut(
      where,
      say(`${column}: ${value.slice(0, 200)}`, `${column}: ${value.slice(0, 200)}`),
      advice[column] ??
        say(
          "Prüfen Sie, ob die Frage ohne sie dasselbe fragt.",
          "Check whether the question asks the same without it.",
        ),
    );
  }
  for (const [column, text] of row.texts) {
    if (column === "label" || column === "hint") continue;
    const value = [...text.values()][0] ?? "";
    if (cosmeticTexts.has(column)) report.countCosmetic(column);
    else
      report.leaveOut(
        where,
        say(`${column}: ${value.slice(0, 200)}`, `${column}: ${value.slice(0, 200)}`),
        advice[column],
      );
  }
  for (const appearance of (row.plain.get("appearance") ?? "").split(/\s+/).filter(Boolean)) {
    if (looks.test(appearance)) report.countCosmetic(`appearance ${appearance}`);
    else report.leaveOut(where, say(`appearance: ${appearance}`, `appearance: ${appearance}`));
  }
}

const advice: Readonly<Record<string, ReturnType<typeof say>>> = {
  default: say("Fragen beginnen hier immer leer.", "Questions always begin empty here."),
  choice_filter: say("Es erscheinen jetzt immer alle Antworten.", "All options always appear now."),
  read_only: say("Die Frage lässt sich jetzt beantworten.", "The question can be answered now."),
  repeat_count: say("Wiederholungen gibt es hier nicht.", "There are no repetitions here."),
  guidance_hint: say(
    "Der Hinweis war für Interviewende bestimmt.",
    "The hint was meant for interviewers.",
  ),
  image: say(
    "Beschreiben Sie in Worten, was zu sehen war.",
    "Describe in words what was to be seen.",
  ),
};
