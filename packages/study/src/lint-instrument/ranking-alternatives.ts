import { conditionReferences, parseCondition } from "../condition.ts";
import type { Instrument, QuestionOf } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error } from "./issue.ts";
import { unknownName } from "./items.ts";
import { type PlacedQuestion, placedQuestions, questionsByName } from "./outline.ts";

/** A ranking and its MaxDiff alternative have the same options and are asked of different people. */
export function lintAlternatives(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap((placed) =>
    placed.question.type === "ranking" ? lintAlternative(placed.question, placed, instrument) : [],
  );
}

function lintAlternative(
  ranking: QuestionOf<"ranking">,
  { path }: PlacedQuestion,
  instrument: Instrument,
): Issue[] {
  const name = ranking.mehrwertAlternative;
  if (name === undefined) return [];
  const place = `${path}/mehrwertAlternative`;
  const other = questionsByName(instrument).get(name);
  if (other === undefined) return [unknownName(place, "question", name)];
  if (other.question.type !== "maxdiff") return [notMaxdiff(place, name)];
  const codes = (question: { choices: readonly { value: string }[] }) =>
    question.choices
      .map(({ value }) => value)
      .toSorted()
      .join();
  const issues = codes(ranking) === codes(other.question) ? [] : [otherOptions(place, name)];
  const groups = (of: PlacedQuestion) => groupsOf(of, instrument);
  const ranked = questionsByName(instrument).get(ranking.name);
  const mine = ranked === undefined ? new Map<string, Set<string>>() : groups(ranked);
  const isSplit = [...groups(other)].some(([question, values]) => {
    const own = mine.get(question);
    return own !== undefined && [...own].every((value) => !values.has(value));
  });
  return isSplit ? issues : [...issues, seenByAll(place, name)];
}

/**
 * The groups that a question is asked of: for each `assigned` question in its conditions the values it is compared with.
 * Only claims joined by `and` count, for only they hold for everybody who sees the question.
 */
function groupsOf({ question, page }: PlacedQuestion, instrument: Instrument) {
  const groups = new Map<string, Set<string>>();
  const byName = questionsByName(instrument);
  for (const text of [question.visibleIf, instrument.pages[page]?.visibleIf]) {
    const parsed = text === undefined ? undefined : readable(text);
    if (parsed === undefined) continue;
    const { expression } = parsed;
    const claims = expression.kind === "and" ? expression.parts : [expression];
    for (const claim of claims) {
      if (claim.kind !== "comparison" || claim.operator !== "equal") continue;
      const [variable] = conditionReferences({ text: "", expression: claim });
      const constant = claim.left.kind === "constant" ? claim.left : claim.right;
      if (variable === undefined || constant.kind !== "constant") continue;
      if (byName.get(variable.question)?.question.type !== "assigned") continue;
      groups.set(variable.question, new Set([String(constant.value)]));
    }
  }
  return groups;
}

/** Conditions that cannot be read are reported elsewhere. */
function readable(text: string) {
  try {
    return parseCondition(text);
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined;
    throw cause;
  }
}

function notMaxdiff(path: string, name: string): Issue {
  return error(
    path,
    [`„${name}“ ist keine MaxDiff-Frage.`, `“${name}” is not a MaxDiff question.`],
    ["Nennen Sie eine Frage der Art „maxdiff“.", "Name a question of the type “maxdiff”."],
  );
}

function otherOptions(path: string, name: string): Issue {
  return error(
    path,
    [
      `Die Rangordnung und „${name}“ haben verschiedene Optionen.`,
      `The ranking and “${name}” have different options.`,
    ],
    ["Verwenden Sie dieselben Optionen.", "Use the same options."],
  );
}

function seenByAll(path: string, name: string): Issue {
  return error(
    path,
    [
      `Manche Teilnehmende sähen sowohl die Rangordnung als auch „${name}“.`,
      `Some participants would see both the ranking and “${name}”.`,
    ],
    [
      "Lassen Sie beide von verschiedenen Werten derselben Frage der Art „assigned“ abhängen, mit {gruppe} = 'wert'.",
      "Let both depend on different values of the same question of the type “assigned”, with {group} = 'value'.",
    ],
  );
}
