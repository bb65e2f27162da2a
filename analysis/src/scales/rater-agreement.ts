import {
  type IntraclassCorrelation,
  intraclassCorrelation,
  type NoStatistic,
  ratingTable,
} from "@mehrwert/statistics";
import type { ScaleSource } from "./scale-source.ts";

/** How far several raters agree about the same things; `objects` were rated by at least one, `complete` by all. */
export type RaterAgreement = {
  raters: string[];
  objects: number;
  complete: number;
  icc: IntraclassCorrelation | NoStatistic;
};

/** Agreement of raters from a table with one column per rater and one row per thing rated. */
export function raterAgreement({ items, rows }: ScaleSource): RaterAgreement {
  const rated = rows.filter((row) => row.some((cell) => cell !== null));
  const complete = rated.filter((row) => row.every((cell) => cell !== null));
  return {
    raters: items.map(({ item }) => item),
    objects: rated.length,
    complete: complete.length,
    icc: intraclassCorrelation(ratingTable(rated.length > 0 ? rated : [items.map(() => null)])),
  };
}
