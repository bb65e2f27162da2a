import type { DataDictionary, Dataset, LocalizedText, Variable } from "@mehrwert/study";
import { smallDataset } from "./small-dataset.ts";

/** A text that is the same in both languages but for its mark. For tests. */
export const text = (en: string): LocalizedText => ({ de: `${en} (de)`, en });

/** An item rated from 1 to 5. For tests. */
export function ratingItem(
  name: string,
  construct: string,
  facts: Partial<Variable> = {},
): Variable {
  const options = [1, 2, 3, 4, 5].map((code) => ({ code: String(code), label: text(`${code}`) }));
  return { name, type: "rating", label: text(name), options, construct, ...facts };
}

/** A construct that is the mean of its items. For tests. */
export function scaleConstruct(
  id: string,
  facts: Partial<DataDictionary["constructs"][number]> = {},
): DataDictionary["constructs"][number] {
  return { id, label: text(id), definition: text(`what ${id} is`), measure: "scale", ...facts };
}

/** A dataset of these variables; rows[respondent][variable] are cells. For tests. */
export function scoredDataset(parts: {
  variables: Variable[];
  rows: (string | number)[][];
  constructs?: DataDictionary["constructs"];
  indices?: DataDictionary["indices"];
}): Dataset {
  const { variables, rows, constructs = [], indices } = parts;
  const { manifest, dictionary, columns } = smallDataset(
    rows.map(() => "skipped" as const),
    { options: 0 },
  );
  return {
    manifest,
    dictionary: {
      ...dictionary,
      rankings: [],
      constructs,
      ...(indices !== undefined && { indices }),
      variables: [...dictionary.variables, ...variables],
    },
    columns: new Map([
      ...columns,
      ...variables.map(
        ({ name }, column) => [name, rows.map((row) => String(row[column]))] as const,
      ),
    ]),
  };
}
