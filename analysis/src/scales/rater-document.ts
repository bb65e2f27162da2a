import { csvText } from "@mehrwert/study";
import type { RaterAgreement } from "./rater-agreement.ts";
import { raterReason } from "./rater-report.ts";

const method =
  "intraclass correlations of Shrout and Fleiss (1979), F tests, 95 % intervals; complete rows only";

/** Agreement of raters as a plain object for programs; null beside its reason if there is none. */
export function raterDocument(
  { raters, objects, complete, icc }: RaterAgreement,
  fileName: string,
  softwareVersion: string,
): object {
  return {
    ...{ format: "mehrwert-raters", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    ...{ version: softwareVersion, seed: null, origin: { File: fileName } },
    ...{ raters, n: objects, complete, method },
    icc: icc.exists ? { icc1: icc.icc1, icc2: icc.icc2, icc3: icc.icc3 } : null,
    ...(!icc.exists && { reason: icc.reason, meaning: raterReason(icc.reason) }),
  };
}

/** One line per form of the intraclass correlation; nothing below the heading if there is none. */
export function raterCsv({ icc }: RaterAgreement, softwareVersion: string): string {
  const head = ["form", "of", "icc", "lower", "upper", "f", "df1", "df2", "p", "n", "k", "version"];
  if (!icc.exists) return csvText([head]);
  const lines = (["icc1", "icc2", "icc3"] as const).flatMap((form) =>
    (["single", "average"] as const).flatMap((of) => {
      const found = icc[form][of];
      if (found === undefined) return [];
      const { value, interval, f, df1, df2, p } = found;
      const numbers = [value, interval[0], interval[1], f, df1, df2, p, icc.n, icc.k];
      return [[form, of, ...numbers.map(String), softwareVersion]];
    }),
  );
  return csvText([head, ...lines]);
}
