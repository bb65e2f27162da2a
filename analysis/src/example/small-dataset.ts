import { type Dataset, missingReasons, type Variable } from "@mehrwert/study";

/** A row of ranks; `undefined` = shown, not placed; a missing code = nothing placed, for this reason. */
export type ExampleRow = readonly (number | undefined)[] | keyof typeof missingReasons;

/** A dataset with one ranking question of as many options as the first row has ranks. For tests. */
export function smallDataset(
  rows: readonly ExampleRow[],
  settings: { options?: number; isSimulated?: boolean } = {},
): Dataset {
  const options = Array.from({ length: settings.options ?? 8 }, (_, index) => `vd-${index + 1}`);
  const variables = [
    { name: "id", type: "id", label: { de: "Kennung", en: "Id" } } as const,
    ...options.map((name) => rankVariable(name)),
  ];
  const cells = (option: number) => rows.map((row) => cell(row, option));
  return {
    manifest: {
      format: "mehrwert-dataset",
      formatVersion: 1,
      software: { name: "mehrwert", version: "0.1.0" },
      study: {
        slug: "small",
        title: { de: "Kleine Studie", en: "Small study" },
        wave: 1,
        isSimulated: settings.isSimulated ?? false,
        minimumGroupSize: 10,
      },
      instrument: { slug: "small", version: "1.0.0", definitionHash: "a".repeat(64) },
      responses: rows.length,
      createdOn: "2026-11-23",
      files: [],
    },
    dictionary: {
      languages: ["de", "en"],
      missingCodes: [],
      constructs: [],
      rankings: [
        {
          question: "drivers",
          questionText: { de: "Was zählt?", en: "What counts?" },
          construct: "value-drivers",
          options,
          names: Object.fromEntries(options.map((name) => [name, `name-of-${name}`])),
          unranked: "below",
          topK: 3,
        },
      ],
      variables,
    },
    columns: new Map([
      ["id", rows.map((_, index) => exampleId(index))],
      ...options.map((name, option) => [name, cells(option)] as const),
    ]),
  };
}

function rankVariable(name: string): Variable {
  return {
    name,
    type: "rank",
    question: "drivers",
    label: { de: `Mehrwert ${name}`, en: `Driver ${name}` },
  };
}

function cell(row: ExampleRow, option: number): string {
  if (typeof row === "string") return missingReasons[row];
  const rank = row[option];
  return rank === undefined ? missingReasons.unranked : String(rank);
}

function exampleId(index: number): string {
  return `00000000-0000-4000-8000-${index.toString(16).padStart(12, "0")}`;
}
