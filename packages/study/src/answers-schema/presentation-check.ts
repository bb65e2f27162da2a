import type { Question } from "../instrument.ts";
import { randomlyOrdered } from "../random-order.ts";
import { issueTexts } from "./issue-texts.ts";
import { below, type IssueList, isJsonObject } from "./issues.ts";

/** Reports everything that is wrong with what the participant is said to have seen while answering. */
export type PresentationCheck = (presentation: unknown, answers: unknown, list: IssueList) => void;

type Shown = { codes: ReadonlySet<unknown>; isRanking: boolean };

const pointer = "#/presentation";
const maximumMoves = 100_000;

/**
 * Compiles the check of the presentation of all questions. Who answers a question in random order has seen an order,
 * and who ranks has moved something: an answer without either was not given in the questionnaire.
 */
export function presentationCheck(questions: readonly Question[]): PresentationCheck {
  const known = new Set(questions.map(({ name }) => name));
  const random = new Map<string, Shown>();
  for (const question of questions) {
    const codes = randomlyOrdered(question);
    if (codes === undefined) continue;
    const isRanking = question.type === "ranking";
    random.set(question.name, { codes: new Set(codes.map(String)), isRanking });
  }
  return (presentation, answers, list) => {
    if (!isJsonObject(presentation)) return list.add(pointer, issueTexts.notAnObject);
    for (const name of Object.keys(presentation)) {
      const shown = random.get(name);
      if (shown !== undefined) checkShown(presentation[name], shown, `${pointer}/${name}`, list);
      else {
        const text = known.has(name) ? issueTexts.fixedOrder : issueTexts.unknownQuestion;
        list.add(below(pointer, name), text);
      }
    }
    if (isJsonObject(answers)) checkAnswered(presentation, answers, random, list);
  };
}

type JsonObject = { [key: string]: unknown };

function checkAnswered(
  presentation: JsonObject,
  answers: JsonObject,
  random: ReadonlyMap<string, Shown>,
  list: IssueList,
): void {
  for (const [name, { isRanking }] of random) {
    if (!Object.hasOwn(answers, name)) continue;
    const given = Object.hasOwn(presentation, name) ? presentation[name] : undefined;
    if (given === undefined) list.add(`${pointer}/${name}`, issueTexts.presentationMissing);
    else if (isRanking && isJsonObject(given) && !Object.hasOwn(given, "moves"))
      list.add(`${pointer}/${name}/moves`, issueTexts.movesMissing);
  }
}

function checkShown(value: unknown, { codes, isRanking }: Shown, path: string, list: IssueList) {
  if (!isJsonObject(value)) return list.add(path, issueTexts.notAnObject);
  if (!Object.hasOwn(value, "shown") || !isPermutation(value.shown, codes)) {
    list.add(`${path}/shown`, issueTexts.notTheOrderShown);
  }
  for (const key of Object.keys(value)) {
    if (key === "shown") continue;
    if (key !== "moves") list.add(below(path, key), issueTexts.unknownPresentationKey);
    else if (!isRanking) list.add(`${path}/moves`, issueTexts.movesElsewhere);
    else if (!isMoveCount(value.moves)) list.add(`${path}/moves`, issueTexts.notACount);
  }
}

function isPermutation(value: unknown, codes: ReadonlySet<unknown>): boolean {
  if (!Array.isArray(value) || value.length !== codes.size) return false;
  return new Set<unknown>(value).size === codes.size && value.every((code) => codes.has(code));
}

function isMoveCount(value: unknown): boolean {
  return (
    typeof value === "number" && Number.isInteger(value) && value >= 0 && value <= maximumMoves
  );
}
