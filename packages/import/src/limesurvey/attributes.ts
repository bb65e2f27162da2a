import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import type { LimeQuestion } from "./limesurvey-survey.ts";

/** Settings that the translation of question types reads. */
const handled: ReadonlySet<string> = new Set([
  "random_order",
  "answer_order",
  "subquestion_order",
  "max_answers",
  "min_answers",
  "maximum_chars",
  "min_num_value_n",
  "max_num_value_n",
  "exclude_all_others",
  "dualscale_headerA",
  "dualscale_headerB",
  "other_replace_text",
  "suffix",
  "prefix",
  "hidden",
  "num_value_int_only",
  "random_group",
  "default",
]);

/** Settings of looks, printing and statistics: nobody is asked anything else because of them. */
const cosmetic =
  /^(cssclass|text_input_(width|columns)|display_(rows|columns|type)|answer_width(_bycolumn)?|repeat_headings|hide_tip|page_break|dropdown_(size|prefix|prepostfix|separators)|label_input_columns|input_(size|boxes)|statistics_\w+|public_statistics|scale_export|parent_order|showpopups|samechoiceheight|samelistheight|choice_title|rank_title|use_dropdown|placeholder|save_as_default|clear_default|question_template|printable_help|time_limit_\w*style|numbers_only|same_default|modulename|keep_aspect|location_\w+|horizontal_scroll|crop_or_resize|fix_(width|height)|show_grand_total|show_totals|printable_survey_help|em_validation_q_tip|em_validation_sq_tip|add_platform_info)$/;

/** Values by which LimeSurvey says that a setting is off. */
const off = /^(|0|N|no|none|normal|default|not random|off)$/i;

/** A setting of a question that has no language, or its first value. */
export function setting(question: LimeQuestion, name: string): string {
  const values = question.attributes.get(name);
  return values?.get("") ?? [...(values?.values() ?? [])][0] ?? "";
}

/** Whether a setting is switched on. */
export function isOn(question: LimeQuestion, name: string): boolean {
  return !off.test(setting(question, name));
}

/** A setting that is a number. */
export function numberSetting(question: LimeQuestion, name: string): number | undefined {
  const text = setting(question, name).trim();
  return text !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
}

/** Reports every setting that was on and that the import does not use. */
export function reportAttributes(question: LimeQuestion, report: ReportWriter): void {
  for (const name of question.attributes.keys()) {
    if (cosmetic.test(name)) {
      if (isOn(question, name)) report.countCosmetic(name);
      continue;
    }
    if (handled.has(name) || !isOn(question, name)) continue;
    const value = setting(question, name).slice(0, 300);
    report.leaveOut(
      question.code,
      say(`Einstellung ${name}: ${value}`, `setting ${name}: ${value}`),
      advice[name] ??
        say(
          "Prüfen Sie, ob die Frage ohne sie dasselbe fragt.",
          "Check whether the question asks the same without it.",
        ),
    );
  }
  const value = setting(question, "default");
  if (value === "") return;
  report.leaveOut(
    question.code,
    say(`Vorgabewert: ${value}`, `default value: ${value}`),
    say("Fragen beginnen hier immer leer.", "Questions always begin empty here."),
  );
}

const advice: Readonly<Record<string, ReturnType<typeof say>>> = {
  array_filter: say(
    "Es erscheinen jetzt alle Zeilen oder Antworten.",
    "All rows or options appear now.",
  ),
  validation: say(
    "Die Eingabe wird nicht auf ein Muster geprüft.",
    "Input is not checked against a pattern.",
  ),
  em_validation_q: say("Diese Prüfung der Antwort entfällt.", "This check of the answer is gone."),
  mandatory: say(
    "Die Frage ist jetzt freiwillig, ohne Nachfrage.",
    "The question is voluntary now, without asking again.",
  ),
  script: say("Skripte werden nicht ausgeführt.", "Scripts are not run."),
  time_limit: say("Zeitgrenzen gibt es nicht.", "There are no time limits."),
};
