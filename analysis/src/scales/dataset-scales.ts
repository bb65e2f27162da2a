import { type Dataset, missingReason, type Variable } from "@mehrwert/study";
import { studyOrigin } from "../text-table/study-origin.ts";
import type { ScaleSource, ScalesSource } from "./scale-source.ts";

/**
 * The scales of a dataset: every construct measured by the mean of its items, with its rating items.
 *
 * Items that the instrument keeps out of the score are left out. Where a dictionary does not say how a construct is
 * measured, every construct with two scored rating items or more is taken for a scale, and a note says so.
 */
export function scalesOf(dataset: Dataset): ScalesSource {
  const { manifest, dictionary } = dataset;
  const isMeasureKnown = dictionary.constructs.some(({ measure }) => measure !== undefined);
  const ratings = dictionary.variables.filter(({ type }) => type === "rating");
  const leftOut = ratings.filter(({ scored }) => scored === false);
  const scales = dictionary.constructs.flatMap((construct) => {
    const { id, measure } = construct;
    const items = ratings.filter((item) => item.construct === id && item.scored !== false);
    const isScale = isMeasureKnown ? measure === "scale" && items.length > 0 : items.length > 1;
    return isScale ? [scaleOf(dataset, construct, items)] : [];
  });
  const names = leftOut.map(({ name }) => name).join(", ");
  return {
    scales,
    title: manifest.study.title,
    isSimulated: manifest.study.isSimulated,
    respondents: manifest.responses,
    minimumGroupSize: manifest.study.minimumGroupSize,
    origin: studyOrigin(manifest),
    isFile: false,
    notes: [
      ...(isMeasureKnown
        ? []
        : [
            {
              de: "Der Datensatz sagt nicht, was als Skala gemessen wird; gerechnet ist alles mit mindestens zwei Aussagen. Nicht alles davon muss als Summe gemeint sein.",
              en: "The dataset does not say what is measured as a scale; everything with two items or more was computed. Not all of it need be meant as a sum.",
            },
          ]),
      ...(leftOut.length === 0
        ? []
        : [
            {
              de: `Laut Fragebogen nicht Teil einer Skala: ${names}.`,
              en: `Not part of a scale, by the questionnaire: ${names}.`,
            },
          ]),
    ],
  };
}

function scaleOf(
  { columns, manifest }: Dataset,
  { id: scale, label, minimumAnswered }: Dataset["dictionary"]["constructs"][number],
  items: readonly Variable[],
): ScaleSource {
  const codes = items.flatMap(({ options = [] }) => options.map(({ code }) => Number(code)));
  const cells = items.map(({ name }) => columns.get(name) ?? []);
  const rows = Array.from({ length: manifest.responses }, (_, respondent) =>
    cells.map((column) => {
      const cell = column[respondent] ?? "";
      return cell === "" || missingReason(cell) !== undefined ? null : Number(cell);
    }),
  );
  return {
    scale,
    label,
    items: items.map((item) => ({
      item: item.name,
      label: item.label,
      isReversed: item.reverseKeyed === true,
    })),
    rows,
    ...(codes.length > 0 && { range: [Math.min(...codes), Math.max(...codes)] }),
    isRangeObserved: false,
    ...(minimumAnswered !== undefined && { minimumItems: minimumAnswered }),
  };
}
