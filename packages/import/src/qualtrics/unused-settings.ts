import { type JsonObject, listOf, objectOf, textOf } from "../file/json-value.ts";
import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";

const used: ReadonlySet<string> = new Set([
  "QuestionText",
  "QuestionType",
  "Selector",
  "SubSelector",
  "DataExportTag",
  "QuestionID",
  "Choices",
  "ChoiceOrder",
  "Answers",
  "AnswerOrder",
  "Language",
  "DisplayLogic",
  "InPageDisplayLogic",
  "SkipLogic",
  "RecodeValues",
  "Validation",
  "Randomization",
  "AdditionalQuestions",
]);
const cosmetic: ReadonlySet<string> = new Set([
  "Configuration",
  "QuestionDescription",
  "NextChoiceId",
  "NextAnswerId",
  "GradingData",
  "DataVisibility",
  "ChoiceColumnWidth",
  "AnswerColumnWidth",
  "QuestionText_Unsafe",
  "VariableNaming",
  "ChoiceDataExportTags",
  "ColumnLabels",
  "Labels",
  "NumberOfQuestions",
  "SearchSource",
  "ChoiceDataExportTag",
  "DontDisplay",
  "AnalyzeChoices",
]);
const usedOfChoices: ReadonlySet<string> = new Set(["Display", "TextEntry", "ExclusiveAnswer"]);
const usedValidation: ReadonlySet<string> = new Set([
  "ForceResponse",
  "ForceResponseType",
  "Type",
  "MinChoices",
  "MaxChoices",
  "TotalChars",
  "MaxChars",
  "ValidNumber",
]);

/** Reports everything of a question that the import does not use and that is not empty. */
export function reportUnusedSettings(
  payload: JsonObject,
  where: string,
  report: ReportWriter,
): void {
  for (const [key, value] of Object.entries(payload)) {
    if (used.has(key) || isEmpty(value)) continue;
    if (cosmetic.has(key)) report.countCosmetic(key);
    else leaveOut(key, value, where, report);
  }
  for (const [code, choice] of Object.entries(objectOf(payload.Choices))) {
    for (const [key, value] of Object.entries(objectOf(choice))) {
      if (!usedOfChoices.has(key) && !isEmpty(value))
        leaveOut(`Choices.${code}.${key}`, value, where, report);
    }
  }
  const settings = objectOf(objectOf(payload.Validation).Settings);
  for (const [key, value] of Object.entries(settings)) {
    const isPlain = usedValidation.has(key) || isEmpty(value) || value === "None";
    if (!isPlain && !(key === "ContentType" && value === "ValidNumber")) {
      leaveOut(`Validation.${key}`, value, where, report);
    }
  }
  if (settings.ForceResponse === "RequestResponse") {
    leaveOut("Validation.ForceResponse", settings.ForceResponse, where, report);
  }
  if (settings.Type === "CustomValidation")
    leaveOut("Validation.Type", settings.Type, where, report);
  const order = objectOf(payload.Randomization);
  if (!isEmpty(order) && order.Type !== "All" && order.Type !== "None") {
    leaveOut("Randomization", order, where, report);
  }
}

function leaveOut(key: string, value: unknown, where: string, report: ReportWriter): void {
  const words = (textOf(value) ?? JSON.stringify(value)).slice(0, 200);
  report.leaveOut(
    where,
    say(`${key}: ${words}`, `${key}: ${words}`),
    key === "QuestionJS"
      ? say("Skripte werden nicht ausgeführt.", "Scripts are not run.")
      : say(
          "Prüfen Sie, ob die Frage ohne sie dasselbe fragt.",
          "Check whether the question asks the same without it.",
        ),
  );
}

function isEmpty(value: unknown): boolean {
  if (value === undefined || value === null || value === false || value === "") return true;
  return typeof value === "object" && listOf(value).length === 0;
}
