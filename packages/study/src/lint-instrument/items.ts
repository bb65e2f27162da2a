import type { Instrument, Item } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { askedParts } from "./asked-parts.ts";
import { error } from "./issue.ts";
import { type PlacedQuestion, placedItems, placedQuestions, questionsByName } from "./outline.ts";

/** Every row and question has its item, every item its row or question, construct, scale and mirror. */
export function lintItems(instrument: Instrument): Issue[] {
  const questions = questionsByName(instrument);
  return [
    ...placedItems(instrument).flatMap(({ item, path }) => [
      ...lintPlaceOfItem(item, path, questions.get(item.question)),
      ...lintReferences(instrument, item, path),
    ]),
    ...lintMissingItems(instrument),
  ];
}

function lintPlaceOfItem(item: Item, path: string, placed: PlacedQuestion | undefined): Issue[] {
  if (placed === undefined) return [unknownName(`${path}/question`, "question", item.question)];
  const { question } = placed;
  if (question.type === "ranking" || question.type === "maxdiff") {
    return [withoutItems(path, question.name, "ranked")];
  }
  if (question.type === "code") return [withoutItems(path, question.name, "code")];
  const parts = askedParts(question, placed.path);
  if (parts === undefined || parts.some(({ id }) => id === item.id)) return [];
  if (question.type === "roster" && !item.id.includes(".")) return [];
  return [
    error(
      `${path}/id`,
      [
        `Die Frage „${question.name}“ hat keine Zeile „${item.id}“.`,
        `The question “${question.name}” has no row “${item.id}”.`,
      ],
      [
        "Geben Sie dem Item den Namen seiner Zeile, bei mehreren Skalen zeile.skala, oder löschen Sie es.",
        "Name the item after its row, row.rating where there are several scales, or delete it.",
      ],
    ),
  ];
}

const whyWithoutItems = {
  ranked: [
    ["ist eine Rangordnung", "is a ranking"],
    [
      "Beschreiben Sie die Frage unter „rankings“.",
      "Describe the question under “rankings” instead.",
    ],
  ],
  code: [
    ["ist ein persönlicher Code", "is a personal code"],
    ["Löschen Sie das Item; ein Code misst nichts.", "Delete the item; a code measures nothing."],
  ],
} as const;

function withoutItems(path: string, name: string, kind: keyof typeof whyWithoutItems): Issue {
  const [[de, en], advice] = whyWithoutItems[kind];
  return error(
    `${path}/question`,
    [`„${name}“ ${de} und hat keine Items.`, `“${name}” ${en} and has no items.`],
    advice,
  );
}

function lintReferences(instrument: Instrument, item: Item, path: string): Issue[] {
  const { constructs, scales, items } = instrument.mehrwert;
  const issues: Issue[] = [];
  if (!constructs.some(({ id }) => id === item.construct)) {
    issues.push(unknownName(`${path}/construct`, "construct", item.construct));
  }
  if (item.scale !== undefined && !scales.some(({ id }) => id === item.scale)) {
    issues.push(unknownName(`${path}/scale`, "scale", item.scale));
  }
  if (item.mirrors === undefined) return issues;
  const mirrored = items.find(({ id }) => id === item.mirrors);
  if (mirrored === undefined || mirrored === item) {
    issues.push(unknownName(`${path}/mirrors`, "item", item.mirrors));
  } else if (mirrored.scale !== item.scale) {
    issues.push(
      error(
        `${path}/mirrors`,
        [
          `Das Item und sein Gegenstück „${mirrored.id}“ haben verschiedene Skalen.`,
          `The item and its counterpart “${mirrored.id}” have different scales.`,
        ],
        ["Verwenden Sie für beide dieselbe Skala.", "Use the same scale for both."],
      ),
    );
  }
  return issues;
}

const neverItems: ReadonlySet<string> = new Set(["ranking", "maxdiff", "code"]);

function lintMissingItems(instrument: Instrument): Issue[] {
  const { items, consent } = instrument.mehrwert;
  const known = new Set(items.map(({ question, id }) => `${question}/${id}`));
  return placedQuestions(instrument).flatMap(({ question, path }) => {
    const { name, type } = question;
    if (neverItems.has(type) || name === consent.question) return [];
    const parts = askedParts(question, path);
    if (parts !== undefined && type !== "roster") {
      return parts
        .filter(({ id, needsItem }) => needsItem && !known.has(`${name}/${id}`))
        .map((part) => countOfItems(part.path, part.id, 0));
    }
    const ofParts = new Set(parts?.map(({ id }) => id));
    const count = items.filter(({ question: of, id }) => of === name && !ofParts.has(id)).length;
    const isEnough = count === 1 || (type === "assigned" && count === 0);
    return isEnough ? [] : [countOfItems(path, name, count)];
  });
}

function countOfItems(path: string, name: string, count: number): Issue {
  return error(
    path,
    [
      `„${name}“ hat ${count} Items; genau eines ist nötig.`,
      `“${name}” has ${count} items; exactly one is needed.`,
    ],
    [
      "Nennen Sie unter „items“, was hier gemessen wird, genau einmal.",
      "Say under “items” what is measured here, exactly once.",
    ],
  );
}

const nouns = {
  question: ["eine Frage", "question"],
  construct: ["ein Konstrukt", "construct"],
  scale: ["eine Skala", "scale"],
  item: ["ein anderes Item", "other item"],
  page: ["eine Seite", "page"],
  score: ["ein Ergebnis", "score"],
  criterion: ["ein Kriterium", "criterion"],
} as const;

/** An id that points to nothing in this instrument. */
export function unknownName(path: string, kind: keyof typeof nouns, name: string): Issue {
  const [de, en] = nouns[kind];
  return error(
    path,
    [`Es gibt ${de} „${name}“ nicht.`, `There is no ${en} “${name}”.`],
    [
      "Prüfen Sie die Schreibweise oder ergänzen Sie, was fehlt.",
      "Check the spelling, or add what is missing.",
    ],
  );
}
