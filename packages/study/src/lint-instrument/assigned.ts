import type { Instrument } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error, warning } from "./issue.ts";
import { placedQuestions } from "./outline.ts";

/** Groups drawn at random have shares, of which some are above 0; those fixed by the study have none. */
export function lintAssigned(instrument: Instrument): Issue[] {
  return placedQuestions(instrument).flatMap(({ question, path, page }) => {
    if (question.type !== "assigned") return [];
    const shares = question.choices.map(({ share }) => share);
    const issues: Issue[] = [];
    const isDrawn = question.by === "random";
    if (!isDrawn && shares.some((share) => share !== undefined)) issues.push(uselessShares(path));
    const drawn = shares.filter((share) => share !== 0);
    if (isDrawn && drawn.length < 2) issues.push(nothingToDraw(path));
    if (page > 0) issues.push(late(path));
    return issues;
  });
}

function uselessShares(path: string): Issue {
  return error(
    `${path}/choices`,
    [
      "Die Studie legt diesen Wert fest; Anteile haben keine Wirkung.",
      "The study fixes this value; shares have no effect.",
    ],
    [
      "Entfernen Sie „share“ oder setzen Sie „by“ auf „random“.",
      "Remove “share”, or set “by” to “random”.",
    ],
  );
}

function nothingToDraw(path: string): Issue {
  return error(
    `${path}/choices`,
    [
      "Es gibt keine zwei Werte, zwischen denen ausgelost wird.",
      "There are no two values to draw from.",
    ],
    [
      "Geben Sie mindestens zwei Werten einen Anteil über 0.",
      "Give at least two values a share above 0.",
    ],
  );
}

function late(path: string): Issue {
  return warning(
    path,
    [
      "Die Zuordnung steht nicht auf der ersten Seite; wer früher endet, hat im Datensatz keine.",
      "The assignment is not on the first page; whoever ends before has none in the dataset.",
    ],
    ["Stellen Sie sie auf die erste Seite.", "Put it on the first page."],
  );
}
