import type { Instrument, QuestionOf } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error, pointer } from "./issue.ts";
import { placedQuestions } from "./outline.ts";

type Round = QuestionOf<"statement-round">;
type Feedback = NonNullable<Round["statements"][number]["feedback"]>;

/** Feedback comes from an earlier round and fits the first rating; no rating is called like the reason. */
export function lintStatementRounds(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap(({ question, path }) => {
    if (question.type !== "statement-round") return [];
    const taken = question.ratings.findIndex(({ value }) => value === "reason");
    return [
      ...(taken < 0 ? [] : [calledReason(`${path}${pointer("ratings", taken, "value")}`)]),
      ...question.statements.flatMap(({ feedback }, index) => {
        if (feedback === undefined) return [];
        const place = `${path}${pointer("statements", index, "feedback")}`;
        if (question.round === 1) return [inFirstRound(place)];
        return fits(feedback, question) ? [] : [impossible(place)];
      }),
    ];
  });
}

function fits({ n, median, quartiles, counts }: Feedback, { ratings }: Round): boolean {
  const points = (ratings[0]?.columns ?? [])
    .map(({ value }) => value)
    .filter((value) => typeof value === "number");
  const inOrder = [Math.min(...points), quartiles[0], median, quartiles[1], Math.max(...points)];
  return (
    counts.length === points.length &&
    counts.reduce((sum, count) => sum + count, 0) === n &&
    inOrder.every((value, index) => value >= (inOrder[index - 1] ?? value))
  );
}

function calledReason(path: string): Issue {
  return error(
    path,
    [
      "Die Bewertung heißt wie die Begründung; beide hätten dieselbe Variable.",
      "The rating is called like the reason; both would have the same variable.",
    ],
    ["Wählen Sie einen anderen Namen.", "Choose another name."],
  );
}

function inFirstRound(path: string): Issue {
  return error(
    path,
    [
      "In der ersten Runde gibt es noch keine Rückmeldung.",
      "There is no feedback yet in the first round.",
    ],
    ["Entfernen Sie „feedback“.", "Remove “feedback”."],
  );
}

function impossible(path: string): Issue {
  return error(
    path,
    [
      "Die Rückmeldung passt nicht zur ersten Bewertung der Aussage.",
      "The feedback does not fit the first rating of the statement.",
    ],
    [
      "Geben Sie je Stufe eine Anzahl an, zusammen n, und Quartile und Median in steigender Folge.",
      "Give one count per point, n in all, and quartiles and median in rising order.",
    ],
  );
}
