import type { QuestionOf, ResponseOption } from "../instrument.ts";
import type { Answer, Presentation } from "../survey-response.ts";
import { chance, evenChoice, wholeNumber } from "./draws.ts";
import { simulatedRemarks } from "./open-texts.ts";
import { orderOf } from "./ranked-options.ts";
import type { Respondent } from "./respondent.ts";

type Keyed = { [key: string]: string | number };
type Drawn = Presentation[string] | undefined;

/** A code per row; rows are missed now and then where they may be. */
export function rated(question: QuestionOf<"matrix">, respondent: Respondent): Answer | undefined {
  const { random, rate, skippedShare } = respondent;
  const mayMissRows = question.isAllRowRequired !== true && question.isRequired !== true;
  const given: Keyed = {};
  for (const { value: row } of question.rows) {
    if (mayMissRows && chance(random, skippedShare / 2)) continue;
    const code = rate(row, question.columns);
    if (code !== undefined) given[row] = code;
  }
  return answered(given);
}

/** Two codes per row; what is seen as needed is often mastered to the same degree. */
export function ratedTwice(
  question: QuestionOf<"double-rating">,
  respondent: Respondent,
): Answer | undefined {
  const { random } = respondent;
  const [first, second] = question.ratings;
  const given: Keyed = {};
  for (const { value: row } of question.rows) {
    const keys = { first: `${row}.${first.value}`, second: `${row}.${second.value}` };
    const code = rateOnce(keys.first, first.columns, respondent);
    if (code !== undefined) given[keys.first] = code;
    const isSame = second.columns.some(({ value }) => value === code) && chance(random, 0.3);
    const other = isSame ? code : rateOnce(keys.second, second.columns, respondent);
    if (other !== undefined) given[keys.second] = other;
  }
  return answered(given);
}

/** A code per row; in all variants but the first one point higher for one in four. */
export function imagined(
  question: QuestionOf<"vignette">,
  respondent: Respondent,
  drawn: Drawn,
): Answer | undefined {
  const isFirst = question.variants[0]?.value === drawn?.variant;
  const given: Keyed = {};
  for (const { value: row, columns } of question.rows) {
    const code = rateOnce(row, columns, respondent);
    if (code === undefined) continue;
    const isLifted = !isFirst && typeof code === "number" && chance(respondent.random, 0.25);
    const next = isLifted ? code + 1 : code;
    given[row] = columns.some(({ value }) => value === next) ? next : code;
  }
  return answered(given);
}

/** Ties with about a third of the entries, with one at least. */
export function connected(question: QuestionOf<"roster">, respondent: Respondent): Answer {
  const { random } = respondent;
  const chosen = question.entries.filter(() => chance(random, 0.35));
  const entries = chosen.length > 0 ? chosen : [evenChoice(random, question.entries)];
  const given: Keyed = {};
  for (const { value: entry } of entries) {
    given[entry] = 1;
    for (const { value: column, choices } of question.columns) {
      const key = `${entry}.${column}`;
      const code = rateOnce(key, choices, respondent);
      if (code !== undefined) given[key] = code;
    }
  }
  return given;
}

/** In each set the best and the worst of an order drawn anew from the worths that rankings follow; few sets are left out. */
export function chosenInSets(
  question: QuestionOf<"maxdiff">,
  respondent: Respondent,
  drawn: Drawn,
): Answer | undefined {
  const given: Keyed = {};
  for (const [index, set] of (drawn?.sets ?? []).entries()) {
    if (chance(respondent.random, respondent.skippedShare / 2)) continue;
    const order = orderOf(question, respondent, set);
    const [best, worst] = [order[0], order.at(-1)];
    if (best === undefined || worst === undefined) continue;
    given[`${index + 1}.best`] = best;
    given[`${index + 1}.worst`] = worst;
  }
  return answered(given);
}

/** Random hashes: nobody comes twice. */
export function coded(question: QuestionOf<"code">, { random }: Respondent): Answer {
  const keys = ["code", ...question.elements.map(({ value }) => `without-${value}`)];
  const hash = () =>
    Array.from({ length: 32 }, () => wholeNumber(random, 0, 15).toString(16)).join("");
  return Object.fromEntries(keys.map((key) => [key, hash()]));
}

/** All ratings of most statements, with a reason for some. */
export function judged(
  question: QuestionOf<"statement-round">,
  respondent: Respondent,
): Answer | undefined {
  const { random, language } = respondent;
  const given: Keyed = {};
  for (const { value: statement } of question.statements) {
    for (const { value, columns } of question.ratings) {
      const code = rateOnce(`${statement}.${value}`, columns, respondent);
      if (code !== undefined) given[`${statement}.${value}`] = code;
    }
    if (!chance(random, 0.2)) continue;
    const reason = evenChoice(random, simulatedRemarks)[language];
    given[`${statement}.reason`] = reason.slice(0, question.reason.maxLength);
  }
  return answered(given);
}

/** All criteria; half of them with a weight other than the usual one. */
export function weighed(question: QuestionOf<"decision">, respondent: Respondent): Answer {
  const { random, rate } = respondent;
  const given: Keyed = {};
  for (const { value: criterion } of question.criteria) {
    const code = rate(criterion, question.columns);
    if (code !== undefined) given[criterion] = code;
    if (chance(random, 0.5)) {
      given[`${criterion}.weight`] = evenChoice(random, question.weights).value;
    }
  }
  return given;
}

function rateOnce(
  key: string,
  columns: readonly ResponseOption[],
  { random, rate, skippedShare }: Respondent,
): string | number | undefined {
  return chance(random, skippedShare / 2) ? undefined : rate(key, columns);
}

function answered(given: Keyed): Answer | undefined {
  return Object.keys(given).length > 0 ? given : undefined;
}
