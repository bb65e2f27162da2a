import {
  noValue,
  numberWriter,
  type ShownRankingRow,
  type ShownRankingTable,
} from "@mehrwert/analysis";
import type { Language, LocalizedText } from "@mehrwert/study";
import { ScrollingTable } from "./scrolling-table.tsx";

const words = {
  position: { de: "Platz", en: "Place" },
  driver: { de: "Option", en: "Option" },
  worth: { de: "Worth", en: "Worth" },
  mean: { de: "Mittlerer Rang", en: "Mean rank" },
  median: { de: "Median", en: "Median" },
  first: { de: "Auf Rang 1", en: "Ranked first" },
  top: { de: "Unter den ersten {k}", en: "Among the first {k}" },
  interval: { de: "95\u2011%\u2011Intervall", en: "95% interval" },
  n: { de: "Eingeordnet von", en: "Placed by" },
} as const;

/** The ranking table, most valued first: what the figures show, as numbers. */
export function RankingTableView({
  table,
  language,
  explanations,
  caption,
}: {
  table: ShownRankingTable;
  language: Language;
  explanations: ReadonlyMap<string, LocalizedText> | undefined;
  caption: string;
}) {
  const hasMeans = table.rows.some((row) => row.meanRank !== undefined);
  const hasWorths = table.rows.some((row) => row.worth !== undefined);
  const numeric = { scope: "col", className: "number" } as const;
  const interval = <small>{words.interval[language]}</small>;
  return (
    <ScrollingTable id={`table-${table.question}`} caption={caption}>
      <thead>
        <tr>
          <th {...numeric}>{words.position[language]}</th>
          <th scope="col">{words.driver[language]}</th>
          {hasWorths ? <th {...numeric}>{words.worth[language]}</th> : null}
          {hasMeans ? (
            <>
              <th {...numeric}>
                {words.mean[language]} {interval}
              </th>
              <th {...numeric}>{words.median[language]}</th>
            </>
          ) : null}
          <th {...numeric}>
            {words.first[language]} {interval}
          </th>
          <th {...numeric}>
            {words.top[language].replace("{k}", String(table.topK))} {interval}
          </th>
          <th {...numeric}>{words.n[language]}</th>
        </tr>
      </thead>
      <tbody>
        {table.rows.map((row) => (
          <Row
            key={row.item}
            row={row}
            language={language}
            hasMeans={hasMeans}
            hasWorths={hasWorths}
            explanation={explanations?.get(`${table.question}/${row.item}`)?.[language]}
          />
        ))}
      </tbody>
    </ScrollingTable>
  );
}

function Row({
  row,
  language,
  hasMeans,
  hasWorths,
  explanation,
}: {
  row: ShownRankingRow;
  language: Language;
  hasMeans: boolean;
  hasWorths: boolean;
  explanation: string | undefined;
}) {
  const write = numberWriter(language);
  return (
    <tr>
      <td className="number">{row.position ?? noValue}</td>
      <th scope="row">
        {row.label[language]}
        {explanation === undefined ? null : <small>{explanation}</small>}
      </th>
      {hasWorths ? <td className="number">{write.share(row.worth)}</td> : null}
      {hasMeans ? (
        <>
          <td className="number">
            {write.mean(row.meanRank)}
            <small>{write.meanInterval(row.meanRankInterval)}</small>
          </td>
          <td className="number">{write.median(row.medianRank)}</td>
        </>
      ) : null}
      <td className="number">
        {write.share(row.firstShare)}
        <small>{write.shareInterval(row.firstShareInterval)}</small>
      </td>
      <td className="number">
        {write.share(row.topShare)}
        <small>{write.shareInterval(row.topShareInterval)}</small>
      </td>
      <td className="number">{row.n === undefined ? noValue : write.count(row.n)}</td>
    </tr>
  );
}
