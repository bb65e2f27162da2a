import { noValue, numberWriter } from "@mehrwert/analysis";
import type { ItemResults, SharesTable } from "@mehrwert/api";
import type { Language, LocalizedText } from "@mehrwert/study";
import { answersOf, baseInWords } from "./released-data.ts";
import { ScrollingTable } from "./scrolling-table.tsx";

const words = {
  item: { de: "Aussage", en: "Item" },
  group: { de: "Gruppe", en: "Group" },
  mean: { de: "Mittel", en: "Mean" },
  n: { de: "n", en: "n" },
  hidden: { de: "nicht gezeigt", en: "not shown" },
} as const;

/** One line of a table of shares: an item of everybody, or a group. */
export type SharesLine = {
  key: string;
  label: LocalizedText;
  column: SharesTable["columns"][number];
  rows: SharesTable["rows"];
};

/** Shares as numbers: one line for each item or group, one column for each answer. */
export function SharesTableView({
  id,
  caption,
  lines,
  item,
  isByGroup = false,
  language,
}: {
  id: string;
  caption: string;
  lines: readonly SharesLine[];
  /** An item whose answers are those of all lines. */
  item: ItemResults;
  isByGroup?: boolean;
  language: Language;
}) {
  const rows = distinctRows(lines, item);
  const answers = answersOf({ release: 0, rows, columns: [], notes: [] }, item);
  const hasMeans = lines.some(({ column }) => column.mean !== undefined);
  return (
    <ScrollingTable id={id} caption={caption}>
      <thead>
        <tr>
          <th scope="col">{words[isByGroup ? "group" : "item"][language]}</th>
          {answers.map(({ label }, index) => (
            <th key={rows[index]?.join("|")} scope="col" className="number">
              {label[language]}
            </th>
          ))}
          {hasMeans ? (
            <th scope="col" className="number">
              {words.mean[language]}
            </th>
          ) : null}
          <th scope="col" className="number">
            {words.n[language]}
          </th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <Line key={line.key} {...{ line, rows, hasMeans, language }} />
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Line({
  line: { label, column, rows: own },
  rows,
  hasMeans,
  language,
}: {
  line: SharesLine;
  rows: SharesTable["rows"];
  hasMeans: boolean;
  language: Language;
}) {
  const write = numberWriter(language);
  const { mean } = column;
  return (
    <tr>
      <th scope="row">{label[language]}</th>
      {rows.map((codes) => {
        const code = codes.join("|");
        const row = own.findIndex((each) => each.join("|") === code);
        const share = row < 0 ? { share: 0 } : column.shares[row];
        return (
          <td key={code} className="number">
            {share ? (
              write.share(share.share)
            ) : (
              <span title={words.hidden[language]}>{noValue}</span>
            )}
            {share?.count === undefined ? null : <small>{write.count(share.count)}</small>}
          </td>
        );
      })}
      {hasMeans ? (
        <td className="number">
          {write.mean(mean?.mean)}
          {mean?.within === undefined ? null : <small>± {write.mean(mean.within)}</small>}
        </td>
      ) : null}
      <td className="number">{baseInWords(column.base, language)}</td>
    </tr>
  );
}

/** The answers that any line has, in the order of the instrument. */
function distinctRows(lines: readonly SharesLine[], { answers }: ItemResults): string[][] {
  const known = new Map(lines.flatMap(({ rows }) => rows.map((row) => [row.join("|"), row])));
  const order = answers.map(({ code }) => code);
  const place = (row: readonly string[]) =>
    row.length === 1 ? order.indexOf(row[0] ?? "") : order.length;
  return [...known.values()].sort((one, other) => place(one) - place(other));
}
