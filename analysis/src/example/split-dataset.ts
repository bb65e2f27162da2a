import type { Dataset, Variable } from "@mehrwert/study";
import { type ExampleRow, smallDataset } from "./small-dataset.ts";

const options = ["vd-1", "vd-2", "vd-3", "vd-4"];

/** What was shown and chosen in one set; `undefined` = not chosen. */
export type ExampleSet = [shown: string[], best: string | undefined, worst: string | undefined];

/** A dataset in which chance let some rank four drivers and others choose best and worst. For tests. */
export function splitDataset(
  ranked: readonly ExampleRow[],
  chosen: readonly (readonly ExampleSet[])[],
): Dataset {
  const base = smallDataset([...ranked, ...chosen.map(() => "not-shown" as const)], { options: 4 });
  const sets = Math.max(0, ...chosen.map((each) => each.length));
  const columns = new Map(base.columns);
  const variables: Variable[] = [];
  const add = (
    name: string,
    type: "order" | "pick",
    cellOf: (answers: readonly ExampleSet[]) => string,
  ) => {
    variables.push({
      ...{ name: `choices.${name}`, type, question: "choices", label: { de: name, en: name } },
      options: options.map((code) => ({
        code,
        label: { de: `Mehrwert ${code}`, en: `Driver ${code}` },
      })),
    });
    columns.set(`choices.${name}`, [...ranked.map(() => "-96"), ...chosen.map(cellOf)]);
  };
  for (let set = 1; set <= sets; set += 1) {
    add(`${set}.shown`, "order", (answers) => answers[set - 1]?.[0].join("|") ?? "-96");
    add(`${set}.best`, "pick", (answers) => answers[set - 1]?.[1] ?? "-95");
    add(`${set}.worst`, "pick", (answers) => answers[set - 1]?.[2] ?? "-95");
  }
  return {
    ...base,
    dictionary: {
      ...base.dictionary,
      variables: [...base.dictionary.variables, ...variables],
      maxdiffs: [
        {
          question: "choices",
          questionText: { de: "Was zählt?", en: "What counts?" },
          ...{ options, sets, alternativeTo: "drivers" },
        },
      ],
    },
    columns,
  };
}
