import type { Instrument, Item, ResponseOption, ResponseScale } from "../instrument.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { Issue } from "../result.ts";
import { askedParts, optionLists } from "./asked-parts.ts";
import { error, pointer, warning } from "./issue.ts";
import { type PlacedQuestion, placedItems, placedQuestions, questionsByName } from "./outline.ts";

const missingCodes: ReadonlySet<string | number> = new Set(missingOptionCodes);

/** Scales are labelled and run from low to high; what a matrix offers is exactly the scale of its items. */
export function lintScales(instrument: Instrument): Issue[] {
  const { scales, items } = instrument.mehrwert;
  return [
    ...scales.flatMap((scale, index) => [
      ...lintScale(scale, pointer("mehrwert", "scales", index)),
      ...(items.some((item) => item.scale === scale.id)
        ? []
        : [unusedScale(pointer("mehrwert", "scales", index), scale.id)]),
    ]),
    ...lintItemScales(instrument),
    ...placedQuestions(instrument).flatMap(({ question, path }) =>
      optionLists(question, path).flatMap((list) =>
        lintMissingOptionsLast(list.options, list.path),
      ),
    ),
  ];
}

function lintScale({ options }: ResponseScale, path: string): Issue[] {
  const issues: Issue[] = [];
  for (const [index, { code, label }] of options.entries()) {
    const place = `${path}${pointer("options", index)}`;
    if (![label.de, label.en].every((text) => /\p{L}/u.test(text))) {
      issues.push(unlabelled(`${place}/label`));
    }
    const before = options[index - 1];
    if (before !== undefined && before.code >= code) issues.push(notRising(`${place}/code`));
  }
  return issues;
}

function lintItemScales(instrument: Instrument): Issue[] {
  const scales = new Map(instrument.mehrwert.scales.map((scale) => [scale.id, scale]));
  const questions = questionsByName(instrument);
  const compared = new Set<string>();
  return placedItems(instrument).flatMap(({ item, path }) => {
    const placed = questions.get(item.question);
    if (placed === undefined) return [];
    const { list, isRated } = optionsOfItem(item, placed);
    if (item.scale === undefined) {
      return isRated || item.reverseKeyed === true ? [withoutScale(path)] : [];
    }
    const scale = scales.get(item.scale);
    const key = `${list.path} ${item.scale}`;
    if (scale === undefined || compared.has(key)) return [];
    compared.add(key);
    const rated = list.options.filter(({ value }) => !missingCodes.has(value));
    return offers(rated, scale) ? [] : [differs(list.path, scale.id)];
  });
}

/** What is offered for an item, and whether it is a rating: always in a matrix, elsewhere if the codes are numbers. */
function optionsOfItem(item: Item, { question, path }: PlacedQuestion) {
  const part = askedParts(question, path)?.find(({ id }) => id === item.id);
  const whole = optionLists(question, path)[0] ?? { path: `${path}/type`, options: [] };
  const list = part === undefined ? whole : { path: part.optionsPath, options: part.options };
  const answers = list.options.filter(({ value }) => !missingCodes.has(value));
  const isRated =
    question.type === "matrix" ||
    (part !== undefined && answers.every(({ value }) => typeof value === "number"));
  return { list, isRated };
}

function offers(options: readonly ResponseOption[], scale: ResponseScale): boolean {
  return (
    options.length === scale.options.length &&
    scale.options.every(({ code, label }, index) => {
      const option = options[index];
      return option?.value === code && option.text.de === label.de && option.text.en === label.en;
    })
  );
}

function lintMissingOptionsLast(options: readonly ResponseOption[], path: string): Issue[] {
  const first = options.findIndex(({ value }) => missingCodes.has(value));
  if (first < 0 || options.slice(first).every(({ value }) => missingCodes.has(value))) return [];
  return [
    error(
      `${path}/${first}`,
      [
        "Eine Antwort, die keine Meinung ist, steht mitten unter den anderen.",
        "An option that is not an opinion stands among the others.",
      ],
      ["Setzen Sie dk, na und refused ans Ende.", "Put dk, na and refused at the end."],
    ),
  ];
}

function unlabelled(path: string): Issue {
  return error(
    path,
    ["Die Stufe der Skala ist nicht in Worten benannt.", "The point of the scale has no words."],
    ["Benennen Sie jede Stufe in Worten.", "Label every point in words."],
  );
}

function notRising(path: string): Issue {
  return error(
    path,
    ["Die Codes der Skala steigen nicht an.", "The codes of the scale do not rise."],
    ["Ordnen Sie die Stufen von niedrig nach hoch.", "Order the points from low to high."],
  );
}

function unusedScale(path: string, id: string): Issue {
  return warning(
    path,
    [`Kein Item verwendet die Skala „${id}“.`, `No item uses the scale “${id}”.`],
    ["Löschen Sie die Skala oder verwenden Sie sie.", "Delete the scale, or use it."],
  );
}

function withoutScale(path: string): Issue {
  return error(
    path,
    ["Das Item nennt keine Skala.", "The item names no scale."],
    ["Ergänzen Sie „scale“.", "Add “scale”."],
  );
}

function differs(path: string, scale: string): Issue {
  return error(
    path,
    [
      `Die Antworten weichen von der Skala „${scale}“ ab, in Code, Wortlaut oder Reihenfolge.`,
      `The options differ from the scale “${scale}”, in code, wording or order.`,
    ],
    [
      "Übernehmen Sie die Stufen der Skala unverändert; davon getrennt nur dk, na und refused.",
      "Take over the points of the scale as they are; beside them only dk, na and refused.",
    ],
  );
}
