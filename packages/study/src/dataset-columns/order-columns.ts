import type { Variable } from "../dataset.ts";
import type { Instrument, Question } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { randomGroups, randomlyOrdered } from "../random-order.ts";
import { asked, codesOf, type Option } from "./column-parts.ts";
import type { DatasetColumn } from "./dataset-column.ts";

const asShown: LocalizedText = { de: "Reihenfolge, wie angezeigt", en: "Order as shown" };

/** The order in which options or rows were shown, if it was drawn at random. */
export function questionOrderColumn(question: Question): DatasetColumn[] {
  if (randomlyOrdered(question) === undefined) return [];
  const options = optionsOf(question);
  return [orderColumn({ name: `${question.name}.shown`, ...asked(question, asShown) }, options)];
}

/** The order of a page's questions and of a block's pages, by the name of page or block. */
export function groupOrderColumns(instrument: Instrument): Map<string, DatasetColumn> {
  const titles = new Map<string, LocalizedText>(
    instrument.pages.flatMap((page) => [
      [page.name, page.title] as const,
      ...page.elements.map(({ name, title }) => [name, title] as const),
    ]),
  );
  return new Map(
    randomGroups(instrument).map(({ name, parts }) => {
      const options = parts.map((value) => ({
        value,
        text: titles.get(value) ?? { de: value, en: value },
      }));
      const questionText = titles.get(name);
      const facts = {
        name: `${name}.shown`,
        label: asShown,
        ...(questionText && { questionText }),
      };
      return [name, orderColumn(facts, options)];
    }),
  );
}

function orderColumn(
  facts: Omit<Variable, "type" | "options">,
  options: readonly Option[],
): DatasetColumn {
  return {
    variable: { ...facts, type: "order", options: codesOf(options) },
    cell: ({ presentation, absent }) => presentation?.shown?.join("|") ?? absent,
  };
}

function optionsOf(question: Question): readonly Option[] {
  switch (question.type) {
    case "matrix":
    case "double-rating":
      return question.rows;
    case "radiogroup":
    case "checkbox":
    case "ranking":
      return question.choices;
    default:
      throw new RangeError(`no order is drawn for questions of type ${question.type}`);
  }
}
