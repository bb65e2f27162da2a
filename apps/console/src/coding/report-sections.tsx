import type { ReportSection } from "@mehrwert/analysis";
import { useId } from "react";
import { ScrollingTable } from "../results/scrolling-table.tsx";

/** More letters than this make a sentence. */
const longestWord = 30;

function cellClass(cell: string, align: "left" | "right" | undefined): string | undefined {
  if (align === "right") return "number";
  return cell.length > longestWord ? "coding-reason" : undefined;
}

/** A section of a report as it stands in the command line's HTML: sentences, then the tables with their numbers. `of` tells its tables from those of another report on the page. */
export function ReportSectionView({ section, of }: { section: ReportSection; of: string }) {
  const id = useId();
  return (
    <section className="ranking" aria-labelledby={id}>
      <h3 id={id}>{section.heading}</h3>
      {section.sentences.map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
      {section.tables.map((table, place) => (
        <ScrollingTable
          key={table.caption}
          id={`${id}-${place}`}
          caption={`${of}: ${table.caption}`}
        >
          <thead>
            <tr>
              {table.columns.map(({ label, align }) => (
                <th key={label} scope="col" className={align === "right" ? "number" : undefined}>
                  {label}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {table.lines.map((cells) => (
              <tr key={cells.join("|")}>
                {cells.map((cell, at) => (
                  <td
                    key={`${table.columns[at]?.label} ${cell}`}
                    className={cellClass(cell, table.columns[at]?.align)}
                  >
                    {cell}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      ))}
    </section>
  );
}
