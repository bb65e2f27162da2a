import type { NoAgreement } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import type { ReportTable } from "../report/report.ts";
import { agreementReasons } from "./agreement-reasons.ts";

/** A coefficient with its value and the agreement it expects by chance, or why it does not exist. */
export type CoefficientLine = { name: string; cells: [string, string]; reason: string };

/** The line of a coefficient; `cells` writes what was found. */
export function coefficientLine<Found extends { exists: true }>(
  name: string,
  found: Found | NoAgreement,
  cells: (found: Found) => [value: string, expected: string],
  language: Language,
): CoefficientLine {
  return isFound(found)
    ? { name, cells: cells(found), reason: "" }
    : { name, cells: ["–", "–"], reason: agreementReasons[found.reason][language] };
}

function isFound<Found extends { exists: true }>(found: Found | NoAgreement): found is Found {
  return found.exists;
}

/** All coefficients of a comparison; with a column of reasons if one is missing. */
export function coefficientTable(
  lines: readonly CoefficientLine[],
  { value }: { value: LocalizedText },
  language: Language,
): ReportTable {
  const text = (de: string, en: string) => ({ de, en })[language];
  const isComplete = lines.every(({ reason }) => reason === "");
  const why = { label: text("Warum nicht", "Why not"), align: "left", isDetail: true } as const;
  return {
    caption: text("Kennzahlen der Übereinstimmung", "Coefficients of agreement"),
    columns: [
      { label: text("Kennzahl", "Coefficient"), align: "left" },
      { label: value[language], align: "right" },
      { label: text("Vom Zufall erwartet", "Expected by chance"), align: "right" },
      ...(isComplete ? [] : [why]),
    ],
    lines: lines.map(({ name, cells, reason }) => [
      ...[name, ...cells],
      ...(isComplete ? [] : [reason]),
    ]),
  };
}
