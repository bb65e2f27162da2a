import type { Instrument, Item } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error, pointer } from "./issue.ts";
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
  if (question.type === "ranking") {
    return [
      error(
        `${path}/question`,
        [
          `„${question.name}“ ist eine Rangordnung und hat keine Items.`,
          `“${question.name}” is a ranking and has no items.`,
        ],
        [
          "Beschreiben Sie die Frage unter „rankings“.",
          "Describe the question under “rankings” instead.",
        ],
      ),
    ];
  }
  if (question.type !== "matrix" || question.rows.some(({ value }) => value === item.id)) return [];
  return [
    error(
      `${path}/id`,
      [
        `Die Matrix „${question.name}“ hat keine Zeile „${item.id}“.`,
        `The matrix “${question.name}” has no row “${item.id}”.`,
      ],
      [
        "Geben Sie dem Item den Namen seiner Zeile oder löschen Sie es.",
        "Name the item after its row, or delete it.",
      ],
    ),
  ];
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

function lintMissingItems(instrument: Instrument): Issue[] {
  const { items, consent } = instrument.mehrwert;
  const ofRows = new Set(items.map(({ question, id }) => `${question}/${id}`));
  return placedQuestions(instrument).flatMap(({ question, path }) => {
    if (question.type === "ranking" || question.name === consent.question) return [];
    if (question.type === "matrix") {
      return question.rows
        .map(({ value }, index) => ({ value, path: `${path}${pointer("rows", index)}` }))
        .filter(({ value }) => !ofRows.has(`${question.name}/${value}`))
        .map((row) => countOfItems(row.path, row.value, 0));
    }
    const count = items.filter((item) => item.question === question.name).length;
    return count === 1 ? [] : [countOfItems(path, question.name, count)];
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
