import { stackedSharesFigure } from "@mehrwert/analysis";
import type { GroupingResults, ItemResults, SharesTable } from "@mehrwert/api";
import type { Language, LocalizedText } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMemo } from "react";
import { FigureView } from "./figure-view.tsx";
import { groupedShares, namedGroup } from "./released-data.ts";
import { saveFile } from "./save-file.ts";
import { type SharesSource, sharesCsv } from "./shares-csv.ts";
import { SharesTableView } from "./shares-table.tsx";

const words = {
  numbers: { de: "Als Zahlen", en: "As numbers" },
  save: { de: "Zahlen als CSV speichern", en: "Save numbers as CSV" },
  by: { de: "nach", en: "by" },
} as const;

/** One item by the groups of a variable, as far as it may be shown. */
export function ItemByGroups({
  item,
  question,
  grouping,
  result,
  source,
  language,
}: {
  item: ItemResults;
  question: string;
  grouping: GroupingResults;
  result: { table?: SharesTable; notes: LocalizedText[] } | undefined;
  source: SharesSource;
  language: Language;
}) {
  const table = result?.table;
  const data = useMemo(
    () => (table === undefined ? undefined : groupedShares(item, table, grouping, language)),
    [item, table, grouping, language],
  );
  const notes = [...(result?.notes ?? []), ...(table?.notes ?? [])];
  const caption = `${item.label[language]}, ${words.by[language]}: ${grouping.label[language]}`;
  const fileName = `${source.study}-${item.id}-by-${grouping.id}`;
  const save = (shown: SharesTable) => {
    const text = sharesCsv([{ question, item, table: shown }], { ...source, grouping }, language);
    saveFile(`${fileName}.csv`, "text/csv", text);
  };
  return (
    <>
      {table === undefined || data === undefined ? (
        <p>{item.label[language]}</p>
      ) : (
        <>
          <FigureView
            data={data}
            draw={stackedSharesFigure}
            caption={caption}
            fileName={`${fileName}-${language}`}
            isSimulated={source.isSimulated}
            language={language}
          />
          <details>
            <summary>
              {words.numbers[language]}
              <span className="mw-visually-hidden">: {caption}</span>
            </summary>
            <SharesTableView
              id={`numbers-${item.id}`}
              caption={caption}
              lines={table.columns.map((column) => ({
                key: column.categories.join("|"),
                label: namedGroup(column.categories, grouping.categories),
                column,
                rows: table.rows,
              }))}
              isByGroup
              {...{ item, language }}
            />
            <p className="no-print">
              <Button kind="quiet" onClick={() => save(table)}>
                {words.save[language]}
                <span className="mw-visually-hidden">: {caption}</span>
              </Button>
            </p>
          </details>
        </>
      )}
      {notes.map((note) => (
        <p key={note.en} className="note">
          {note[language]}
        </p>
      ))}
    </>
  );
}
