import type { DerivedIndex } from "../derived-index.ts";
import type { Instrument } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Issue } from "../result.ts";
import { askedParts } from "./asked-parts.ts";
import { error, pointer } from "./issue.ts";
import { unknownName } from "./items.ts";
import { placedQuestions } from "./outline.ts";

const missingCodes: ReadonlySet<string | number> = new Set(missingOptionCodes);

type Reference = { name: string; path: string };

/** Every index is computed from scores that there are, and from none that needs the index itself. */
export function lintIndices(instrument: Instrument): Issue[] {
  const { indices = [], constructs } = instrument.mehrwert;
  const scales = constructs.filter(({ measure }) => measure === "scale").map(({ id }) => id);
  const variables = variablesOf(instrument);
  const known = new Set([...scales, ...variables.filter(holdsNumbers).map(({ id }) => id)]);
  return indices.flatMap((index, place) => {
    const path = pointer("mehrwert", "indices", place);
    const issues = referencesOf(index, path)
      .filter(({ name }) => !known.has(name))
      .map((reference) => {
        const { name } = reference;
        if (indices.some(({ id }) => id === name)) return notYet(reference);
        return variables.some(({ id }) => id === name)
          ? withoutNumbers(reference)
          : unknownName(reference.path, "score", name);
      });
    const isTaken = [...constructs, ...variables].some(({ id }) => id === index.id);
    if (isTaken) issues.push(sameAsScore(`${path}/id`, index.id));
    known.add(index.id);
    return [...issues, ...lintIndex(index, path, instrument)];
  });
}

type NumberSource = { id: string; type: string; options: readonly { value: string | number }[] };

/** Rows and items with what they can be answered with. */
function variablesOf(instrument: Instrument): NumberSource[] {
  const questions = placedQuestions(instrument);
  const parts = questions.flatMap(({ question, path }) =>
    (askedParts(question, path) ?? []).map(({ id, options }) => ({ id, type: "row", options })),
  );
  const ofParts = new Set(parts.map(({ id }) => id));
  const items = instrument.mehrwert.items.filter(({ id }) => !ofParts.has(id));
  return [
    ...parts,
    ...items.map(({ id, question: name }) => {
      const question = questions.find((placed) => placed.question.name === name)?.question;
      const options = question?.type === "radiogroup" ? question.choices : [];
      return { id, type: question?.type ?? "unknown", options };
    }),
  ];
}

/** Ratings, recommendations and numbers in bands. */
function holdsNumbers({ type, options }: NumberSource): boolean {
  if (type === "nps" || type === "number-band") return true;
  const answers = options.filter(({ value }) => !missingCodes.has(value));
  return answers.length > 0 && answers.every(({ value }) => typeof value === "number");
}

function referencesOf(index: DerivedIndex, path: string): Reference[] {
  switch (index.kind) {
    case "mean":
      return index.items.map((name, at) => ({ name, path: `${path}${pointer("items", at)}` }));
    case "difference":
      return [
        { name: index.minuend, path: `${path}/minuend` },
        { name: index.subtrahend, path: `${path}/subtrahend` },
      ];
    case "typology":
      return index.types.flatMap(({ when }, type) =>
        when.map(({ score }, at) => ({
          name: score,
          path: `${path}${pointer("types", type, "when", at, "score")}`,
        })),
      );
    case "group-gap":
      return [];
    case "ratio":
      return [
        { name: index.numerator, path: `${path}/numerator` },
        { name: index.denominator, path: `${path}/denominator` },
      ];
  }
}

function lintIndex(index: DerivedIndex, path: string, instrument: Instrument): Issue[] {
  if (index.kind === "mean" && index.minimumAnswered > index.items.length) {
    return [unreachable(`${path}/minimumAnswered`)];
  }
  if (index.kind === "group-gap") {
    const { items, constructs } = instrument.mehrwert;
    const unknown = (["self", "other"] as const).filter(
      (side) => !constructs.some(({ id }) => id === index[side]),
    );
    if (unknown.length > 0) {
      return unknown.map((side) => unknownName(`${path}/${side}`, "construct", index[side]));
    }
    const others = new Set(
      items.filter(({ construct }) => construct === index.other).map(({ id }) => id),
    );
    const own = new Set(
      items.filter(({ construct }) => construct === index.self).map(({ id }) => id),
    );
    const isMirrored = items.some(
      ({ id, mirrors = "" }) =>
        (own.has(id) && others.has(mirrors)) || (others.has(id) && own.has(mirrors)),
    );
    return isMirrored ? [] : [withoutMirrors(path)];
  }
  if (index.kind !== "typology") return [];
  return index.types.flatMap(({ when }, type) =>
    when.flatMap(({ from, above, to, below }, at) => {
      const lower = Math.max(from ?? Number.NEGATIVE_INFINITY, above ?? Number.NEGATIVE_INFINITY);
      const upper = Math.min(to ?? Number.POSITIVE_INFINITY, below ?? Number.POSITIVE_INFINITY);
      const isBounded = Number.isFinite(lower) || Number.isFinite(upper);
      const isPossible = lower < upper || (lower === upper && from === to);
      return isBounded && isPossible
        ? []
        : [impossible(`${path}${pointer("types", type, "when", at)}`)];
    }),
  );
}

function withoutNumbers({ path, name }: Reference): Issue {
  return error(
    path,
    [`Die Antworten auf „${name}“ sind keine Zahlen.`, `The answers to “${name}” are not numbers.`],
    [
      "Nennen Sie eine Bewertung, eine Zahl in Bändern, eine Skala oder einen Index.",
      "Name a rating, a number in bands, a scale or an index.",
    ],
  );
}

function notYet({ path, name }: Reference): Issue {
  return error(
    path,
    [
      `Der Index „${name}“ wird erst später berechnet oder aus sich selbst.`,
      `The index “${name}” is computed only later, or from itself.`,
    ],
    ["Stellen Sie ihn weiter nach vorn.", "Move it further to the front."],
  );
}

function sameAsScore(path: string, id: string): Issue {
  return error(
    path,
    [
      `„${id}“ heißt schon ein Konstrukt oder Item.`,
      `“${id}” is already the name of a construct or an item.`,
    ],
    ["Geben Sie dem Index einen eigenen Namen.", "Give the index a name of its own."],
  );
}

function unreachable(path: string): Issue {
  return error(
    path,
    [
      "Der Index verlangt mehr Antworten, als er Items hat.",
      "The index asks for more answers than it has items.",
    ],
    ["Senken Sie „minimumAnswered“.", "Lower “minimumAnswered”."],
  );
}

function withoutMirrors(path: string): Issue {
  return error(
    path,
    [
      "Kein Item der einen Gruppe ist Gegenstück eines Items der anderen.",
      "No item of one group mirrors an item of the other.",
    ],
    ["Ergänzen Sie „mirrors“ bei den Items.", "Add “mirrors” to the items."],
  );
}

function impossible(path: string): Issue {
  return error(
    path,
    [
      "Die Bedingung nennt keine Grenze oder gilt nie.",
      "The condition names no bound, or never holds.",
    ],
    [
      "Geben Sie „from“ oder „above“ und „to“ oder „below“ an, die untere Grenze unter der oberen.",
      "Give “from” or “above” and “to” or “below”, the lower bound below the upper one.",
    ],
  );
}
