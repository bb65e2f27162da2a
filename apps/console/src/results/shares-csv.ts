import type { GroupingResults, ItemResults, SharesTable } from "@mehrwert/api";
import { csvText, type Language, textCell } from "@mehrwert/study";
import { namedGroup } from "./released-data.ts";

/** Where a table of shares comes from. */
export type SharesSource = {
  study: string;
  isSimulated: boolean;
  softwareVersion: string;
  /** The groups of its columns; absent where everybody is one. */
  grouping?: GroupingResults | undefined;
};

const heading = [
  ...["study", "is_simulated", "software_version", "release", "question", "item", "item_label"],
  ...["grouping", "group", "group_label", "answer", "answer_label", "share", "count"],
  ...["n", "n_is_rounded", "mean", "mean_within"],
];

/**
 * Released shares as CSV, one line for each item, group and answer; what is hidden is empty. Codes of answers and groups
 * that are shown together are joined by `|`.
 */
export function sharesCsv(
  items: readonly { question: string; item: ItemResults; table: SharesTable }[],
  source: SharesSource,
  language: Language,
): string {
  const lines = items.flatMap(({ question, item, table }) =>
    table.columns.flatMap((column) =>
      table.rows.map((codes, row) => {
        const { share, count } = column.shares[row] ?? {};
        const group = namedGroup(column.categories, source.grouping?.categories ?? []);
        return [
          ...[source.study, source.isSimulated, source.softwareVersion, table.release],
          ...[question, item.id, item.label[language]],
          ...[source.grouping?.id, column.categories.join("|"), group[language]],
          ...[codes.join("|"), namedGroup(codes, item.answers)[language], share, count],
          ...[column.base.n, column.base.isRounded, column.mean?.mean, column.mean?.within],
        ].map(cellOf);
      }),
    ),
  );
  return csvText([heading, ...lines]);
}

function cellOf(value: string | number | boolean | undefined): string {
  if (typeof value === "string") return textCell(value);
  return value === undefined ? "" : String(value);
}
