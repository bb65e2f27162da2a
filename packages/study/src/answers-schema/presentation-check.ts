import type { Instrument, Question } from "../instrument.ts";
import { randomGroups, randomlyOrdered } from "../random-order.ts";
import type { Presentation } from "../survey-response.ts";
import { issueTexts } from "./issue-texts.ts";
import { below, type IssueList, isJsonObject } from "./issues.ts";
import { checkChosenInSets, setsCheck } from "./sets-check.ts";
import { orderCheck, type ShownCheck, variantCheck } from "./shown-checks.ts";

/** Reports everything that is wrong with what the participant is said to have seen while answering; true if nothing is. */
export type PresentationCheck = (
  presentation: unknown,
  answers: unknown,
  areAnswersSound: boolean,
  list: IssueList,
) => presentation is Presentation;

/** `questions`: whoever answered one of them has seen what was drawn. */
type Drawn = { name: string; type: string; check: ShownCheck; questions: readonly string[] };

/** What to say of something drawn that is missing; other types lack an order. */
const missingTexts: { readonly [type: string]: keyof typeof issueTexts } = {
  maxdiff: "drawnPartMissing",
  vignette: "drawnPartMissing",
  group: "groupOrderMissing",
};

const pointer = "#/presentation";

/**
 * Compiles the check of what was drawn for questions, pages and blocks. Who answers a question in random order has
 * seen an order, who ranks has moved something, and who chose the best of a set has seen that set: an answer without
 * was not given in the questionnaire.
 */
export function presentationCheck(instrument: Instrument): PresentationCheck {
  const all = drawnIn(instrument);
  const byName = new Map(all.map((drawn) => [drawn.name, drawn]));
  const known = new Set(instrument.pages.flatMap((page) => page.elements).map(({ name }) => name));
  return (presentation, answers, areAnswersSound, list): presentation is Presentation => {
    const before = list.issues.length;
    if (!isJsonObject(presentation)) {
      list.add(pointer, issueTexts.notAnObject);
      return false;
    }
    for (const name of Object.keys(presentation)) {
      const drawn = byName.get(name);
      if (drawn !== undefined) drawn.check(presentation[name], `${pointer}/${name}`, list);
      else {
        const text = known.has(name) ? issueTexts.fixedOrder : issueTexts.unknownQuestion;
        list.add(below(pointer, name), text);
      }
    }
    const areDrawsSound = list.issues.length === before;
    if (isJsonObject(answers)) {
      checkAnswered(presentation, answers, all, list);
      if (areDrawsSound && areAnswersSound) checkSets(presentation, answers, all, list);
    }
    return list.issues.length === before;
  };
}

function drawnIn(instrument: Instrument): Drawn[] {
  const questions = instrument.pages.flatMap((page) => page.elements);
  const namesOn = new Map(
    instrument.pages.map(({ name, elements }) => [name, elements.map((question) => question.name)]),
  );
  return [
    ...questions.flatMap(drawnForQuestion),
    ...randomGroups(instrument).map(({ name, parts }) => ({
      name,
      type: "group",
      check: orderCheck(parts, false),
      questions: parts.flatMap((part) => namesOn.get(part) ?? [part]),
    })),
  ];
}

function drawnForQuestion(question: Question): Drawn[] {
  const { name, type } = question;
  const check = shownCheck(question);
  return check === undefined ? [] : [{ name, type, check, questions: [name] }];
}

function shownCheck(question: Question): ShownCheck | undefined {
  if (question.type === "maxdiff") return setsCheck(question);
  if (question.type === "vignette") {
    return variantCheck(question.variants.map(({ value }) => value));
  }
  const codes = randomlyOrdered(question);
  return codes && orderCheck(codes.map(String), question.type === "ranking");
}

type JsonObject = { [key: string]: unknown };

function checkAnswered(
  presentation: JsonObject,
  answers: JsonObject,
  all: readonly Drawn[],
  list: IssueList,
): void {
  for (const { name, type, questions } of all) {
    if (!questions.some((question) => Object.hasOwn(answers, question))) continue;
    const given = Object.hasOwn(presentation, name) ? presentation[name] : undefined;
    if (given === undefined) {
      list.add(`${pointer}/${name}`, issueTexts[missingTexts[type] ?? "presentationMissing"]);
    } else if (type === "ranking" && isJsonObject(given) && !Object.hasOwn(given, "moves"))
      list.add(`${pointer}/${name}/moves`, issueTexts.movesMissing);
  }
}

function checkSets(
  presentation: JsonObject,
  answers: JsonObject,
  all: readonly Drawn[],
  list: IssueList,
): void {
  for (const { name, type } of all) {
    if (type !== "maxdiff" || !Object.hasOwn(answers, name)) continue;
    const [answer, shown] = [answers[name], presentation[name]];
    if (isJsonObject(answer) && isJsonObject(shown)) {
      checkChosenInSets(answer, shown, `#/answers/${name}`, list);
    }
  }
}
