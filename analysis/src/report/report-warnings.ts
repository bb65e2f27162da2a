import type { Report } from "./report.ts";
import { simulatedStudy } from "./simulated-study.ts";

/** What stands above every number of a report: first that the data are simulated, if they are, then its own warnings. */
export function reportWarnings({ isSimulated, language, warnings }: Report): string[] {
  const mark = `${{ de: "SIMULIERTE DATEN", en: "SIMULATED DATA" }[language]}: ${simulatedStudy[language]}`;
  return isSimulated && !warnings.includes(mark) ? [mark, ...warnings] : warnings;
}
