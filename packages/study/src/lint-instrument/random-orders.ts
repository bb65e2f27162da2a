import { conditionVariables, parseCondition } from "../condition.ts";
import type { Instrument, Page } from "../instrument.ts";
import { randomlyOrdered } from "../random-order.ts";
import type { Issue } from "../result.ts";
import { error, pointer } from "./issue.ts";
import { unknownName } from "./items.ts";
import { placedQuestions, questionsByName } from "./outline.ts";

/** A response keeps no longer order than this. */
const mostShown = 64;

/** What comes in a random order can come in any: scales keep theirs, and nothing depends on its neighbours. */
export function lintRandomOrders(instrument: Instrument): Issue[] {
  return [
    ...placedQuestions(instrument).flatMap(({ question, path }) => {
      const codes = randomlyOrdered(question) ?? [];
      if (codes.length > mostShown) return [tooMany(path)];
      return codes.some((code) => typeof code === "number") ? [shuffledScale(path)] : [];
    }),
    ...instrument.pages.flatMap((page, index) =>
      page.questionOrder === "random"
        ? lintGroup(instrument, [page], pointer("pages", index, "questionOrder"))
        : [],
    ),
    ...lintBlocks(instrument),
  ];
}

function lintBlocks(instrument: Instrument): Issue[] {
  const { pages } = instrument;
  const used = new Set<string>();
  return (instrument.mehrwert.blocks ?? []).flatMap((block, index) => {
    const path = pointer("mehrwert", "blocks", index, "pages");
    const issues: Issue[] = [];
    for (const [place, name] of block.pages.entries()) {
      const here = `${path}${pointer(place)}`;
      if (!pages.some((page) => page.name === name)) issues.push(unknownName(here, "page", name));
      else if (used.has(name)) issues.push(twice(here, name));
      used.add(name);
    }
    if (issues.length > 0) return issues;
    const places = block.pages.map((name) => pages.findIndex((page) => page.name === name));
    if (Math.max(...places) - Math.min(...places) >= places.length) issues.push(apart(path));
    const own = pages.filter(({ name }) => block.pages.includes(name));
    return [...issues, ...lintGroup(instrument, own, path)];
  });
}

/** `pages`: one whose questions, or several that come in a random order. */
function lintGroup(instrument: Instrument, pages: readonly Page[], path: string): Issue[] {
  const placeOf = new Map(
    pages.flatMap((page) =>
      page.elements.map(({ name }) => [name, pages.length > 1 ? page.name : name] as const),
    ),
  );
  const { question: consent } = instrument.mehrwert.consent;
  if (placeOf.has(consent)) return [consentShuffled(path)];
  const byName = questionsByName(instrument);
  const isAssigned = (name: string) => byName.get(name)?.question.type === "assigned";
  const dependent = pages.flatMap((page) =>
    page.elements.filter(({ name, visibleIf }) =>
      [page.visibleIf, visibleIf].flatMap(variablesIn).some((variable) => {
        const place = placeOf.get(variable);
        return place !== undefined && place !== placeOf.get(name) && !isAssigned(variable);
      }),
    ),
  );
  return dependent.map(({ name }) => dependsOnNeighbour(path, name));
}

/** Conditions that cannot be read are reported elsewhere. */
function variablesIn(condition: string | undefined): string[] {
  try {
    return condition === undefined ? [] : conditionVariables(parseCondition(condition));
  } catch (cause) {
    if (cause instanceof SyntaxError) return [];
    throw cause;
  }
}

function shuffledScale(path: string): Issue {
  return error(
    path,
    [
      "Antworten mit Zahlen als Codes sind eine Skala und kommen in zufälliger Reihenfolge.",
      "Options with numbers as codes are a scale, and come in a random order.",
    ],
    [
      "Entfernen Sie „choicesOrder“ oder geben Sie den Antworten Namen als Codes.",
      "Remove “choicesOrder”, or give the options names as codes.",
    ],
  );
}

function tooMany(path: string): Issue {
  return error(
    path,
    [
      `Mehr als ${mostShown} Zeilen oder Antworten in zufälliger Reihenfolge werden nicht aufgezeichnet.`,
      `More than ${mostShown} rows or options in a random order are not recorded.`,
    ],
    ["Teilen Sie die Frage.", "Split the question."],
  );
}

function twice(path: string, name: string): Issue {
  return error(
    path,
    [
      `Die Seite „${name}“ steht schon in einem Block.`,
      `The page “${name}” is already in a block.`,
    ],
    ["Nennen Sie jede Seite in höchstens einem Block.", "Name every page in one block at most."],
  );
}

function apart(path: string): Issue {
  return error(
    path,
    [
      "Die Seiten des Blocks stehen nicht nebeneinander.",
      "The pages of the block do not stand side by side.",
    ],
    ["Stellen Sie sie hintereinander.", "Put them one after the other."],
  );
}

function consentShuffled(path: string): Issue {
  return error(
    path,
    ["Die Einwilligung stünde an zufälliger Stelle.", "Consent would stand at a random place."],
    [
      "Stellen Sie die Einwilligung auf eine Seite mit fester Reihenfolge.",
      "Put consent on a page with a fixed order.",
    ],
  );
}

function dependsOnNeighbour(path: string, name: string): Issue {
  return error(
    path,
    [
      `„${name}“ hängt von einer Frage ab, die in zufälliger Reihenfolge erst danach kommen kann.`,
      `“${name}” depends on a question that may come after it in a random order.`,
    ],
    [
      "Stellen Sie beide in fester Reihenfolge auf getrennte Seiten.",
      "Put them on separate pages in a fixed order.",
    ],
  );
}
