import { answerParts } from "../answer-parts.ts";
import type { Instrument, Question } from "../instrument.ts";
import { warning } from "../lint-instrument/issue.ts";
import { placedQuestions } from "../lint-instrument/outline.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Issue } from "../result.ts";
import type { Demographics } from "./demographics.ts";
import type { FormDuration } from "./duration.ts";

/** Placing more options than this is too much for many. */
const mostPlaced = 8;
const missingCodes: ReadonlySet<string> = new Set(missingOptionCodes);

/** What the structure of an instrument suggests to look at again: long rankings, forced guesses. */
export function structureHints(instrument: Instrument): Issue[] {
  const factual = factualQuestions(instrument);
  return placedQuestions(instrument).flatMap(({ question, path }) => {
    const hints: Issue[] = [];
    if (question.type === "ranking") {
      const places = question.maxSelectedChoices ?? question.choices.length;
      if (places > mostPlaced) hints.push(longRanking(path, places));
    }
    if (factual.has(question.name) && !offersMissing(question)) hints.push(forcedGuess(path));
    return hints;
  });
}

/** Questions about a community, an organisation or a programme, and numbers: not everybody knows. */
function factualQuestions({ pages, mehrwert }: Instrument): Set<string> {
  const beyondPerson = new Set(
    mehrwert.constructs.filter(({ level }) => level !== "person").map(({ id }) => id),
  );
  const asked = mehrwert.items
    .filter(({ construct }) => beyondPerson.has(construct))
    .map(({ question }) => question);
  const bands = pages
    .flatMap(({ elements }) => elements)
    .filter(({ type }) => type === "number-band")
    .map(({ name }) => name);
  return new Set([...asked, ...bands]);
}

/** Rankings, texts and choices between sets can be left empty; only options can force a guess. */
const canForceGuess = new Set(["matrix", "radiogroup", "checkbox", "number-band", "double-rating"]);

function offersMissing(question: Question): boolean {
  const options = answerParts(question).flatMap((part) => part.options);
  return (
    !canForceGuess.has(question.type) ||
    options.some(({ value }) => missingCodes.has(String(value)))
  );
}

function longRanking(path: string, options: number): Issue {
  return warning(
    path,
    [
      `${options} Optionen in eine Reihenfolge zu bringen überfordert viele.`,
      `Putting ${options} options into an order is too much for many.`,
    ],
    [
      "Lassen Sie nur die wichtigsten drei auswählen, oder bieten Sie MaxDiff an.",
      "Ask for the most important three only, or offer MaxDiff.",
    ],
  );
}

function forcedGuess(path: string): Issue {
  return warning(
    path,
    [
      "Nicht alle wissen das, und „kann ich nicht beurteilen“ fehlt.",
      "Not everybody knows this, and “cannot judge” is missing.",
    ],
    [
      "Bieten Sie dk, na oder refused an; sonst wird geraten.",
      "Offer dk, na or refused; otherwise people guess.",
    ],
  );
}

/** What the duration announced and the one estimated have to say to each other. */
export function durationHints(instrument: Instrument, forms: readonly FormDuration[]): Issue[] {
  const { from, to } = instrument.mehrwert.durationMinutes;
  const typical = forms.map((form) => form.typical);
  const [least, most] = [Math.min(...typical), Math.max(...typical)];
  if (least >= from * 0.75 && most <= to * 1.25) return [];
  const [low, high] = [Math.max(1, Math.round(least)), Math.max(1, Math.round(most))];
  const range = low === high ? `${low}` : `${low}–${high}`;
  return [
    warning(
      "/mehrwert/durationMinutes",
      [
        `Angekündigt sind ${from}–${to} Minuten, geschätzt ${range}.`,
        `Announced are ${from}–${to} minutes, estimated ${range}.`,
      ],
      [
        "Messen Sie in einem Vortest, und kündigen Sie an, was die meisten brauchen.",
        "Measure in a pretest, and announce what most people need.",
      ],
    ),
  ];
}

/** What the details asked of a person mean for those who answer. */
export function demographicsHints(found: Demographics | undefined): Issue[] {
  if (found?.expected === undefined || found.withoutLargest === undefined) return [];
  const { expected, combinations, withoutLargest } = found;
  const [groups, people] = [Math.round(expected.smallGroups), Math.round(expected.people)];
  if (people === 0) return [];
  const { question, combinations: fewer, coarsened } = withoutLargest;
  return [
    warning(
      "/pages",
      [
        `Die Angaben zur Person ergeben ${combinations} Gruppen; bei ${expected.respondents} Antworten haben etwa ${groups} davon unter 5 Personen, zusammen etwa ${people}.`,
        `The details asked of a person give ${combinations} groups; with ${expected.respondents} respondents about ${groups} of them have fewer than 5 people, together about ${people} people.`,
      ],
      [
        `Verzichten Sie auf „${question}“ (dann ${fewer} Gruppen) oder fassen Sie es zu zweien zusammen (${coarsened}).`,
        `Leave out “${question}” (then ${fewer} groups) or coarsen it to two (${coarsened}).`,
      ],
    ),
  ];
}
