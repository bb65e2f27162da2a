import { noValue, numberWriter } from "@mehrwert/analysis";
import type { GroupingResults, ScaleResults } from "@mehrwert/api";
import { csvText, type Language, textCell } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { baseInWords, namedGroup } from "./released-data.ts";
import { saveFile } from "./save-file.ts";
import { ScrollingTable } from "./scrolling-table.tsx";
import type { SharesSource } from "./shares-csv.ts";

const words = {
  title: { de: "Skalen", en: "Scales" },
  caption: { de: "Mittelwerte der Skalen", en: "Means of the scales" },
  scale: { de: "Skala", en: "Scale" },
  items: { de: "Aussagen", en: "Items" },
  range: { de: "Stufen", en: "Points" },
  note: {
    de: "Gerechnet aus den gezeigten Mittelwerten der Aussagen, umgekehrt gestellte gewendet. Ist der Mittelwert einer Aussage nicht gezeigt, fehlt auch der ihrer Skala. n: so viele haben jede der Aussagen mindestens beantwortet.",
    en: "Computed from the means shown of the items, reverse-keyed ones turned. Where the mean of an item is not shown, that of its scale is not either. n: at least so many answered each of the items.",
  },
  save: { de: "Skalen als CSV speichern", en: "Save scales as CSV" },
} as const;

/** Means of the scales, of everybody or by groups. */
export function ScalesSection({
  scales,
  grouping,
  source,
  language,
}: {
  scales: readonly ScaleResults[];
  grouping: GroupingResults | undefined;
  source: SharesSource;
  language: Language;
}) {
  const write = numberWriter(language);
  const longest = [...scales].sort((one, other) => other.means.length - one.means.length)[0];
  if (longest === undefined) return null;
  const groups = longest.means.map(({ categories }) => categories);
  const name = (categories: readonly string[]) =>
    namedGroup(categories, grouping?.categories ?? [])[language];
  return (
    <section className="ranking" aria-labelledby="scales">
      <h2 id="scales">{words.title[language]}</h2>
      <ScrollingTable id="table-scales" caption={words.caption[language]}>
        <thead>
          <tr>
            <th scope="col">{words.scale[language]}</th>
            <th scope="col" className="number">
              {words.range[language]}
            </th>
            <th scope="col" className="number">
              {words.items[language]}
            </th>
            {groups.map((categories) => (
              <th key={categories.join("|")} scope="col" className="number">
                {name(categories)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {scales.map(({ id, label, items, range, means }) => (
            <tr key={id}>
              <th scope="row">{label[language]}</th>
              <td className="number">{range.join("–")}</td>
              <td className="number">{items}</td>
              {groups.map((categories) => {
                const key = categories.join("|");
                const found = means.find((each) => each.categories.join("|") === key);
                return (
                  <td key={key} className="number">
                    {found?.mean === undefined ? noValue : write.mean(found.mean)}
                    {found?.within === undefined ? "" : ` ± ${write.mean(found.within)}`}
                    {found?.n === undefined ? null : (
                      <small>n {baseInWords(found.n, language)}</small>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
      <p className="note">{words.note[language]}</p>
      <p className="no-print">
        <Button
          kind="quiet"
          onClick={() =>
            saveFile(
              `${source.study}-scales${grouping === undefined ? "" : `-by-${grouping.id}`}.csv`,
              "text/csv",
              scalesCsv(scales, { ...source, grouping }, language),
            )
          }
        >
          {words.save[language]}
        </Button>
      </p>
    </section>
  );
}

function scalesCsv(
  scales: readonly ScaleResults[],
  { study, isSimulated, softwareVersion, grouping }: SharesSource,
  language: Language,
): string {
  const heading = [
    ...["study", "is_simulated", "software_version", "scale", "scale_label", "items"],
    ...["grouping", "group", "group_label", "mean", "mean_within", "n", "n_is_rounded"],
  ];
  const lines = scales.flatMap(({ id, label, items, means }) =>
    means.map(({ categories, mean, within, n }) =>
      [
        ...[study, isSimulated, softwareVersion, id, label[language], items],
        ...[grouping?.id, categories.join("|")],
        namedGroup(categories, grouping?.categories ?? [])[language],
        ...[mean, within, n?.n, n?.isRounded],
      ].map((value) => (typeof value === "string" ? textCell(value) : `${value ?? ""}`)),
    ),
  );
  return csvText([heading, ...lines]);
}
