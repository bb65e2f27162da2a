import { consentColumn, participantColumn, versionColumn } from "../data-dictionary.ts";
import type { Instrument, Question } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Issue } from "../result.ts";
import { askedParts, namedLists, optionLists } from "./asked-parts.ts";
import { error, pointer } from "./issue.ts";
import { placedItems, placedQuestions } from "./outline.ts";

type Name = { name: string; path: string };

/** Names that a program, or a dataset, already uses for something else. */
const takenNames: ReadonlySet<string> = new Set(["constructor", "prototype"]);
const takenVariables: ReadonlySet<string> = new Set([
  "id",
  "language",
  versionColumn,
  participantColumn,
  consentColumn,
  ...missingOptionCodes,
]);

/** Names are unique where they must be, and none is taken already. */
export function lintNames(instrument: Instrument): Issue[] {
  const { mehrwert, pages } = instrument;
  const questions = placedQuestions(instrument);
  const named = (list: readonly { id: string }[], property: string): Name[] =>
    list.map(({ id }, index) => ({ name: id, path: pointer("mehrwert", property, index, "id") }));
  const variables = variableNames(instrument);
  const groups: Name[][] = [
    pages.map(({ name }, index) => ({ name, path: pointer("pages", index, "name") })),
    questions.map(({ question, path }) => ({ name: question.name, path: `${path}/name` })),
    ...questions.flatMap(({ question, path }) => valueNames(question, path)),
    named(mehrwert.constructs, "constructs"),
    named(mehrwert.scales, "scales"),
    named(mehrwert.items, "items"),
    named(mehrwert.sources, "sources"),
    named(mehrwert.indices ?? [], "indices"),
  ];
  return [
    ...groups.flatMap((group) => duplicates(group)),
    ...duplicates(shownNames(instrument)).filter(({ path }) => !path.includes("/elements/")),
    ...duplicates(variables).filter(({ path }) => !path.startsWith("/mehrwert/")),
    ...groups
      .flat()
      .filter(({ name }) => takenNames.has(name))
      .map(taken),
    ...variables.filter(({ name }) => takenVariables.has(name)).map(taken),
  ];
}

function valueNames(question: Question, path: string): Name[][] {
  return [
    ...optionLists(question, path).map((list) => namesIn(list.options, list.path)),
    ...namedLists(question, path).map((list) => namesIn(list.rows, list.path)),
  ];
}

function namesIn(list: readonly { value: string | number }[], path: string): Name[] {
  return list.map(({ value }, index) => ({
    name: String(value),
    path: `${path}${pointer(index, "value")}`,
  }));
}

/** What becomes the name of a column of the dataset: rows, options of rankings, and all other items. */
function variableNames(instrument: Instrument): Name[] {
  const rowsAndOptions = placedQuestions(instrument).flatMap(({ question, path }) => {
    if (question.type === "ranking") return namesIn(question.choices, `${path}/choices`);
    const parts = askedParts(question, path)?.map(({ id, path: place }) => ({
      name: id,
      path: `${place}/value`,
    }));
    return parts ?? [];
  });
  const rows = new Set(rowsAndOptions.map(({ name }) => name));
  const items = placedItems(instrument)
    .filter(({ item }) => !rows.has(item.id))
    .map(({ item, path }) => ({ name: item.id, path: `${path}/id` }));
  return [...rowsAndOptions, ...items];
}

/** Questions, and pages and blocks with a drawn order: what was shown is kept under their names. */
function shownNames(instrument: Instrument): Name[] {
  const { pages, mehrwert } = instrument;
  return [
    ...placedQuestions(instrument).map(({ question, path }) => ({
      name: question.name,
      path: `${path}/name`,
    })),
    ...pages.flatMap(({ name, questionOrder }, index) =>
      questionOrder === "random" ? [{ name, path: pointer("pages", index, "name") }] : [],
    ),
    ...(mehrwert.blocks ?? []).map(({ name }, index) => ({
      name,
      path: pointer("mehrwert", "blocks", index, "name"),
    })),
  ];
}

function duplicates(names: readonly Name[]): Issue[] {
  const first = new Map<string, string>();
  const issues: Issue[] = [];
  for (const { name, path } of names) {
    const earlier = first.get(name);
    if (earlier === undefined) first.set(name, path);
    else {
      issues.push(
        error(
          path,
          [
            `Der Name „${name}“ kommt schon in ${earlier} vor.`,
            `The name “${name}” is already used in ${earlier}.`,
          ],
          ["Vergeben Sie einen eigenen Namen.", "Give it a name of its own."],
        ),
      );
    }
  }
  return issues;
}

function taken({ name, path }: Name): Issue {
  return error(
    path,
    [
      `Der Name „${name}“ ist schon für etwas anderes vergeben.`,
      `The name “${name}” is reserved for something else.`,
    ],
    ["Wählen Sie einen anderen Namen.", "Choose another name."],
  );
}
