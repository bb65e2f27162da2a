import type { LocalizedText } from "@mehrwert/study";

/**
 * What readers of a study with simulated answers must know before any number. Real people may have answered since, so
 * it claims neither that all answers are made up nor that none are.
 */
export const simulatedStudy: LocalizedText = {
  de: "Diese Studie begann mit Antworten, die ein Programm erzeugt hat; weitere können dazugekommen sein. Die Zahlen sagen nichts über wirkliche Netzwerke.",
  en: "This study began with responses made by a program; others may have been added. The numbers say nothing about real networks.",
};
