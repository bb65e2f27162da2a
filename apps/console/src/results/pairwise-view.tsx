import { noValue, numberWriter, type ShownRankingTable } from "@mehrwert/analysis";
import type { Language } from "@mehrwert/study";
import { ScrollingTable } from "./scrolling-table.tsx";

const words = {
  summary: { de: "Paarweiser Vergleich", en: "Pairwise comparison" },
  caption: { de: "Wer wird wem vorgezogen?", en: "Which is preferred to which?" },
  reading: {
    de: "Anteil derer, die die Option der Zeile vor die der Spalte stellen; Mehrheiten sind fett. Verglichen werden alle, die mindestens eine der beiden eingeordnet haben.",
    en: "Share of those who place the option of the row before that of the column; majorities are bold. Compared are all who placed at least one of the two.",
  },
  table: { de: "Tabelle", en: "Table" },
  row: { de: "Zeile vor Spalte", en: "Row before column" },
} as const;

/** Every option against every other, in the order of the ranking table. */
export function PairwiseView({
  table,
  number,
  language,
}: {
  table: ShownRankingTable;
  /** 1 for the first ranking of the page; tells its tables apart. */
  number: number;
  language: Language;
}) {
  const write = numberWriter(language);
  const { items, preferred, compared } = table.pairwise;
  const order = table.rows.map((row) => ({ ...row, index: items.indexOf(row.item) }));
  return (
    <details>
      <summary>{words.summary[language]}</summary>
      <p className="note">{words.reading[language]}</p>
      <ScrollingTable
        id={`pairwise-${table.question}`}
        caption={`${words.table[language]} ${number}b. ${words.caption[language]}`}
      >
        <thead>
          <tr>
            <td>{words.row[language]}</td>
            {order.map((column) => (
              <th key={column.item} scope="col" className="number">
                {column.label[language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {order.map((row) => (
            <tr key={row.item}>
              <th scope="row">{row.label[language]}</th>
              {order.map((column) => {
                const total = compared[row.index]?.[column.index] ?? 0;
                const wins = preferred[row.index]?.[column.index] ?? 0;
                const isSelf = row.index === column.index;
                const share = isSelf || total === 0 ? undefined : wins / total;
                const text = share === undefined ? noValue : write.share(share);
                return (
                  <td key={column.item} className="number">
                    {share !== undefined && share > 0.5 ? <strong>{text}</strong> : text}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </details>
  );
}
