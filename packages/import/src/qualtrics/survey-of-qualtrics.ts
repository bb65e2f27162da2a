import { type JsonObject, listOf, objectOf, textOf } from "../file/json-value.ts";
import { refused, say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import { bothConditions, type SourceClaim, type SourceCondition } from "../source-condition.ts";
import type { SourcePage, SourceQuestion, SourceSurvey } from "../source-survey.ts";
import { type PlacedBlock, placedBlocks } from "./flow.ts";
import { type LogicNames, locatorClaim, qualtricsCondition } from "./qualtrics-logic.ts";
import type { QualtricsSurvey } from "./qualtrics-survey.ts";
import { qualtricsShape, textsOf } from "./question-shapes.ts";
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
    pages: withSkips(pages, survey, names),
  };
}

/** A page that still knows which skips start on it. */
type SkippingPage = SourcePage & { blockId: string; skips: Skip[] };
type Skip = { from: string; question: string; logic: JsonObject };

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

/** Skip logic becomes conditions on everything that is skipped. */
function withSkips(
  pages: readonly SkippingPage[],
  survey: QualtricsSurvey,
  names: LogicNames,
): SourcePage[] {
  const extra = new Map<SourceQuestion, SourceCondition>();
  const all = pages.flatMap((page) => page.questions.map((question) => ({ question, page })));
  for (const page of pages) {
    for (const { from, question, logic } of page.skips) {
      const start = all.findIndex((one) => one.question.code === from);
      const locator = textOf(logic.Locator) ?? textOf(logic.ChoiceLocator) ?? "";
      const operator = textOf(logic.Condition) ?? "Selected";
      const to = textOf(logic.SkipToDestination) ?? "";
      const end = destination(to, start, page, all, survey);
      if (end <= start) throw backwards(question, to);
      const claim: SourceClaim = locatorClaim(locator, "", operator, names) ?? {
        kind: "untranslatable",
        reason: say(
          `„${locator}“ lässt sich hier nicht ausdrücken`,
          `“${locator}” cannot be said here`,
        ),
      };
      const skip: SourceCondition = {
        original: `${question}: ${locator} ${operator}, skip to ${to}`,
        claim: { kind: "not", part: claim },
      };
      for (const one of all.slice(start + 1, end)) {
        const both = bothConditions(extra.get(one.question), skip);
        if (both !== undefined) extra.set(one.question, both);
      }
    }
  }
  return pages.map(({ blockId: _block, skips: _skips, ...page }) => ({
    ...page,
    questions: page.questions.map((question) => {
      const condition = bothConditions(question.condition, extra.get(question));
      return condition === undefined ? question : { ...question, condition };
    }),
  }));
}

function destination(
  to: string,
  start: number,
  page: SkippingPage,
  all: readonly { question: SourceQuestion; page: SkippingPage }[],
  survey: QualtricsSurvey,
): number {
  if (to === "ENDOFSURVEY") return all.length;
  if (to === "ENDOFBLOCK") {
    const next = all.findIndex((one, place) => place > start && one.page.blockId !== page.blockId);
    return next < 0 ? all.length : next;
  }
  const code = survey.codes.get(to) ?? to;
  const found = all.findIndex(
    ({ question }) => question.code === code || question.code.startsWith(`${code}_`),
  );
  return found < 0 ? all.length : found;
}

function backwards(question: string, to: string) {
  return refused(
    question,
    say(
      `Die Sprunglogik von „${question}“ führt zurück zu „${to}“.`,
      `The skip logic of “${question}” leads back to “${to}”.`,
    ),
    say(
      "Sprünge gehen nur nach vorn. Ändern Sie den Sprung und exportieren Sie neu.",
      "Skips only go forward. Change it and export again.",
    ),
  );
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
