import { type JsonObject, listOf, objectOf, textOf } from "../file/json-value.ts";
import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import { bothConditions } from "../source-condition.ts";
import type { SourceQuestion, SourceSurvey } from "../source-survey.ts";
import { type PlacedBlock, placedBlocks } from "./flow.ts";
import { type LogicNames, qualtricsCondition } from "./qualtrics-logic.ts";
import type { QualtricsSurvey } from "./qualtrics-survey.ts";
import { qualtricsShape, textsOf } from "./question-shapes.ts";
import { type Skip, type SkippingPage, withSkips } from "./skips.ts";
import { reportUnusedSettings } from "./unused-settings.ts";

/** A Qualtrics survey in the terms of the import; what has no place in them is reported. */
export function surveyOfQualtrics(survey: QualtricsSurvey, report: ReportWriter): SourceSurvey {
  reportExtras(survey, report);
  const names: LogicNames = {
    codes: survey.codes,
    isMatrix: (id) => survey.questions.get(id)?.QuestionType === "Matrix",
  };
  const pages = placedBlocks(survey, names, report).flatMap((placed) =>
    pagesOf(placed, survey, names, report),
  );
  return {
    title: new Map([[survey.language, survey.title]]),
    language: survey.language,
    pages: withSkips(pages, names, report),
  };
}

function pagesOf(
  { block, condition, group }: PlacedBlock,
  survey: QualtricsSurvey,
  names: LogicNames,
  report: ReportWriter,
): SkippingPage[] {
  reportBlockOptions(block.options, block.id, report);
  return block.pages.map((page, place) => {
    const skips: Skip[] = [];
    const questions = page.questions.flatMap(({ id, skipLogic }) => {
      const payload = survey.questions.get(id);
      if (payload === undefined) {
        report.leaveOut(
          id,
          say("Frage, die es in der Datei nicht gibt", "question that the file does not have"),
        );
        return [];
      }
      const built = questionsOf(payload, id, survey, names, report);
      const question = survey.codes.get(id) ?? id;
      for (const logic of [...listOf(skipLogic), ...listOf(payload.SkipLogic)].map(objectOf)) {
        skips.push({ from: built.at(-1)?.code ?? question, question, logic });
      }
      return built;
    });
    const title = place === 0 || block.name === "" ? block.name : `${block.name} (${place + 1})`;
    return {
      code: `${block.name === "" ? block.id : block.name}-${place + 1}`,
      where: block.id,
      title: new Map([[survey.language, title]]),
      isRandom: block.isRandom && block.pages.length === 1,
      questions,
      blockId: block.id,
      skips,
      ...(condition === undefined ? {} : { condition }),
      ...(group === undefined || block.pages.length > 1 ? {} : { block: group }),
    };
  });
}

function questionsOf(
  payload: JsonObject,
  id: string,
  survey: QualtricsSurvey,
  names: LogicNames,
  report: ReportWriter,
): SourceQuestion[] {
  const { language } = survey;
  const code = survey.codes.get(id) ?? id;
  const where = code === id ? id : `${code} (${id})`;
  const typeName = `Qualtrics ${[payload.QuestionType, payload.Selector, payload.SubSelector].flatMap((part) => textOf(part) ?? []).join(" ")}`;
  reportUnusedSettings(payload, where, report);
  const title = textsOf(payload, language, (part) => part.QuestionText);
  const found = qualtricsShape(payload, language);
  if ("reason" in found) {
    const words = [...title.values()][0]?.replace(/<[^>]*>/g, "").slice(0, 80) ?? "";
    report.leaveOut(where, say(`${typeName}: „${words}“`, `${typeName}: “${words}”`), found.reason);
    return [];
  }
  const condition = bothConditions(
    qualtricsCondition(payload.DisplayLogic, names),
    qualtricsCondition(payload.InPageDisplayLogic, names),
  );
  const base = {
    where,
    typeName,
    isRequired: objectOf(objectOf(payload.Validation).Settings).ForceResponse === "ON",
    ...(condition === undefined ? {} : { condition }),
  };
  if ("shape" in found) return [{ ...base, code, title, shape: found.shape }];
  report.change(
    where,
    say(
      `${typeName} mit ${found.fields.length} Feldern`,
      `${typeName} with ${found.fields.length} fields`,
    ),
    say("eine Frage je Feld", "one question for each field"),
  );
  return found.fields.map(({ code: field, text, shape }) => ({
    ...base,
    code: `${code}_${field}`,
    title: new Map(
      [...title].map(([tag, words]) => [tag, [words, text.get(tag)].filter(Boolean).join(" – ")]),
    ),
    shape,
  }));
}

const plainBlockOptions =
  /^(BlockLocking|BlockVisibility|RandomizeQuestions|Password|BlockPassword|NextButton|PreviousButton|nextButton\w+|previousButton\w+|BlockVisiblity)$/;

function reportBlockOptions(options: JsonObject, where: string, report: ReportWriter): void {
  for (const [key, value] of Object.entries(options)) {
    const words = textOf(value) ?? JSON.stringify(value);
    if (/^(|false|None|Off|\[\]|\{\}|null)$/.test(words)) continue;
    if (plainBlockOptions.test(key) && value !== "Advanced") report.countCosmetic(key);
    else {
      report.leaveOut(
        where,
        say(
          `Blockeinstellung ${key}: ${words.slice(0, 120)}`,
          `block setting ${key}: ${words.slice(0, 120)}`,
        ),
        say(
          "Schleifen und besondere Zufallsfolgen gibt es hier nicht.",
          "There are no loops or special random orders here.",
        ),
      );
    }
  }
}

function reportExtras(
  { trashed, quotas, options, otherElements }: QualtricsSurvey,
  report: ReportWriter,
): void {
  if (trashed > 0) {
    report.leaveOut(
      "–",
      say(`Fragen im Papierkorb: ${trashed}`, `questions in the trash: ${trashed}`),
    );
  }
  if (quotas > 0) {
    report.leaveOut(
      "–",
      say(`Quoten: ${quotas}`, `quotas: ${quotas}`),
      say("Quoten gibt es hier nicht.", "There are no quotas here."),
    );
  }
  for (const kind of new Set(otherElements))
    report.leaveOut("–", say(`Element ${kind}`, `element ${kind}`));
  for (const [key, value] of Object.entries(options)) {
    const words = textOf(value) ?? (value === null ? "" : JSON.stringify(value));
    if (/^(|false|\{\}|\[\])$/.test(words)) continue;
    if (
      !/^(Header|Footer|CustomStyles|EOSMessage|EOSRedirectURL|QuotaAction|Password)$/.test(key)
    ) {
      report.countCosmetic(key);
    } else {
      report.leaveOut(
        "–",
        say(`Einstellung ${key}: ${words.slice(0, 120)}`, `setting ${key}: ${words.slice(0, 120)}`),
        say(
          "Kopf, Schluss und Gestaltung kommen aus der Studie.",
          "Header, ending and design come from the study.",
        ),
      );
    }
  }
}
