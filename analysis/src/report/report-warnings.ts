import type { LocalizedText } from "@mehrwert/study";
import type { Report } from "./report.ts";

const simulated: LocalizedText = {
  de: "SIMULIERTE DATEN: Diese Antworten hat ein Programm erzeugt, keine Menschen gegeben. Sie sagen nichts über wirkliche Netzwerke.",
  en: "SIMULATED DATA: a program made these answers, no people gave them. They say nothing about real networks.",
};

/** What stands above every number of a report: first that the data are simulated, if they are, then its own warnings. */
export function reportWarnings({ isSimulated, language, warnings }: Report): string[] {
  const mark = simulated[language];
  return isSimulated && !warnings.includes(mark) ? [mark, ...warnings] : warnings;
}
