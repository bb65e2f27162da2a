import type { Instrument, QuestionOf } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error } from "./issue.ts";
import { unknownName } from "./items.ts";
import { type PlacedQuestion, placedQuestions, questionsByName } from "./outline.ts";
import { areSeenTogether } from "./seen-together.ts";

/** A ranking and its MaxDiff alternative have the same options and are asked of different people. */
export function lintAlternatives(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap((placed) =>
    placed.question.type === "ranking" ? lintAlternative(placed.question, placed, instrument) : [],
  );
}

function lintAlternative(
  ranking: QuestionOf<"ranking">,
  placed: PlacedQuestion,
  instrument: Instrument,
): Issue[] {
  const name = ranking.mehrwertAlternative;
  if (name === undefined) return [];
  const place = `${placed.path}/mehrwertAlternative`;
  const other = questionsByName(instrument).get(name);
  if (other === undefined) return [unknownName(place, "question", name)];
  if (other.question.type !== "maxdiff") return [notMaxdiff(place, name)];
  const codes = (question: { choices: readonly { value: string }[] }) =>
    question.choices
      .map(({ value }) => value)
      .toSorted()
      .join();
  const issues = codes(ranking) === codes(other.question) ? [] : [otherOptions(place, name)];
  return areSeenTogether(instrument, placed, other) ? [...issues, seenByAll(place, name)] : issues;
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
