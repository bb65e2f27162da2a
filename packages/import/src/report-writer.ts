import type { LocalizedText } from "@mehrwert/study";
import type { ImportEntry, ImportReport, ToComplete } from "./import-report.ts";
import { say } from "./refusal.ts";

/** Collects a report while a file is read; one for each import. */
export type ReportWriter = {
  add(entry: ImportEntry): void;
  /** Something of the file that has no place in an instrument. */
  leaveOut(where: string, was: LocalizedText, advice?: LocalizedText): void;
  change(where: string, was: LocalizedText, became: LocalizedText, advice?: LocalizedText): void;
  complete(missing: ToComplete): void;
  /** A setting of looks alone: counted, not listed. */
  countCosmetic(name: string): void;
  collected(): Pick<ImportReport, "entries" | "toComplete" | "cosmetic">;
};

/** An empty report to write into. */
export function reportWriter(): ReportWriter {
  const entries: ImportEntry[] = [];
  const toComplete: ToComplete[] = [];
  const cosmetic = new Map<string, number>();
  const withAdvice = (advice: LocalizedText | undefined) =>
    advice === undefined ? {} : { advice };
  return {
    add: (entry) => entries.push(entry),
    leaveOut: (where, was, advice) =>
      entries.push({
        outcome: "left-out",
        where,
        was,
        became: say("nicht übernommen", "not carried over"),
        ...withAdvice(advice),
      }),
    change: (where, was, became, advice) =>
      entries.push({ outcome: "changed", where, was, became, ...withAdvice(advice) }),
    complete: (missing) => toComplete.push(missing),
    countCosmetic: (name) => cosmetic.set(name, (cosmetic.get(name) ?? 0) + 1),
    collected: () => ({
      entries,
      toComplete,
      cosmetic: [...cosmetic].map(([name, count]) => ({ name, count })),
    }),
  };
}
