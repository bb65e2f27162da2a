import type { Language, LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ReportSection } from "../report/report.ts";
import { anchorSection } from "./anchor-section.ts";
import { contrastsSection } from "./contrasts-section.ts";
import { pairwiseSection } from "./pairwise-section.ts";
import { qualitySection } from "./quality-section.ts";
import type { RankingAnalysis } from "./ranking-analysis.ts";
import { ranksSection } from "./ranks-section.ts";
import { worthSection } from "./worth-section.ts";

/** What the ranking engine adds to a ranking table: sureness of places, worths, duels, quality of the answers. */
export function analysisSections(
  analysis: RankingAnalysis,
  id: string,
  language: Language,
): ReportSection[] {
  const isComparison = analysis.items.length > 1;
  return [
    ...(isComparison && analysis.orderedBy !== "none"
      ? [ranksSection(analysis, id, language)]
      : []),
    worthSection(analysis, language),
    ...(isComparison ? [pairwiseSection(analysis, id, language)] : []),
    ...(analysis.postHoc === undefined || analysis.items.length < 3
      ? []
      : [contrastsSection(analysis, analysis.postHoc, language)]),
    ...(analysis.anchor === undefined ? [] : [anchorSection(analysis, analysis.anchor, language)]),
    ...qualitySection(analysis, language),
  ];
}

/** How the numbers of these sections were computed. */
export function analysisMethod(analysis: RankingAnalysis, language: Language): string[] {
  const { uncertainty, worths } = analysis;
  const number = (value: number) => formatNumber(value, language);
  const { draws, seed } = uncertainty;
  const bca = uncertainty.kind === "bca" ? { de: "BCa-", en: "BCa " }[language] : "";
  const isUncertain = analysis.neighbours.length > 0;
  const spread: LocalizedText =
    uncertainty.method === "bootstrap"
      ? {
          de: `Intervalle und Wahrscheinlichkeiten der Ränge: ${bca}Bootstrap über Befragte, ${number(draws)} Ziehungen, Startwert ${seed}.`,
          en: `Intervals and probabilities of ranks: ${bca}bootstrap over respondents, ${number(draws)} draws, seed ${seed}.`,
        }
      : {
          de: `Intervalle und Wahrscheinlichkeiten der Ränge: Normalverteilung der Schätzungen (bei so vielen Befragten oder Optionen statt des Bootstrap), ${number(draws)} Ziehungen, Startwert ${seed}.`,
          en: `Intervals and probabilities of ranks: normal distribution of the estimates (with so many respondents or options instead of a bootstrap), ${number(draws)} draws, seed ${seed}.`,
        };
  const sentences: LocalizedText[] = isUncertain ? [spread] : [];
  if (worths.exists) {
    const ties = worths.tieParameters.length > 0;
    const robust = worths.errors === "robust";
    sentences.push(
      {
        de: `Worths: Plackett–Luce, Maximum Likelihood${ties ? ", Gleichstände nach Davidson–Luce" : ""}${robust ? ", gewichtet mit robusten Standardfehlern" : ""}; Log-Likelihood ${formatNumber(worths.logLikelihood, "de", 3)}.`,
        en: `Worths: Plackett–Luce, maximum likelihood${ties ? ", ties by Davidson–Luce" : ""}${robust ? ", weighted with robust standard errors" : ""}; log-likelihood ${formatNumber(worths.logLikelihood, "en", 3)}.`,
      },
      {
        de: "Mögliche Ränge: gleichzeitige 95\u2011%\u2011Mengen aus den Worths (Mogstad, Romano, Shaikh und Wilhelm 2024).",
        en: "Possible ranks: simultaneous 95% sets from the worths (Mogstad, Romano, Shaikh and Wilhelm 2024).",
      },
    );
  }
  if (analysis.anchor !== undefined)
    sentences.push({
      de: `Zufällige Antworten herausgerechnet nach Atsusaka und Kim (2025); Intervalle: Perzentil-Bootstrap, ${number(analysis.anchor.bootstrap.draws)} Ziehungen, Startwert ${seed}.`,
      en: `Random answers taken out by the method of Atsusaka and Kim (2025); intervals: percentile bootstrap, ${number(analysis.anchor.bootstrap.draws)} draws, seed ${seed}.`,
    });
  if (analysis.postHoc !== undefined)
    sentences.push({
      de: "Vergleiche der Paare nach dem Friedman-Test: Conover (t-Verteilung, p nach Holm korrigiert) und Nemenyi (Spannweitenverteilung).",
      en: "Comparisons of pairs after the Friedman test: Conover (t distribution, p corrected by Holm's method) and Nemenyi (studentised range).",
    });
  return sentences.map((text) => text[language]);
}

/** Numbers that do not exist, each with its reason, and how blanks and weights were read. */
export function analysisNotes(analysis: RankingAnalysis, language: Language): string[] {
  const byReason = new Map<string, { names: Set<string>; text: LocalizedText }>();
  for (const { name, item, reason, text } of analysis.absent) {
    if (name === "logWorth") continue;
    const entry = byReason.get(reason) ?? { names: new Set(), text };
    const label = analysis.items.find((one) => one.item === item)?.label[language];
    entry.names.add(
      label === undefined ? nameOf(name)[language] : `${nameOf(name)[language]} (${label})`,
    );
    byReason.set(reason, entry);
  }
  return [...byReason.values()].map(
    ({ names, text }) =>
      `${{ de: "Nicht vorhanden", en: "Not available" }[language]}: ${[...names].join(", ")}. ${text[language]}`,
  );
}

const names: Record<string, LocalizedText> = {
  rankInterval: { de: "mögliche Ränge", en: "possible ranks" },
  rankProbabilities: { de: "Wahrscheinlichkeiten der Ränge", en: "probabilities of ranks" },
  quasiStandardError: { de: "Quasi-Standardfehler", en: "quasi standard errors" },
  kendallsW: { de: "Kendalls W", en: "Kendall's W" },
  friedman: { de: "Friedman-Test", en: "Friedman test" },
  durbin: { de: "Durbin-Test", en: "Durbin test" },
  anchor: { de: "Berichtigung um zufällige Antworten", en: "correction for random answers" },
  conover: { de: "Vergleiche nach Conover", en: "comparisons by Conover" },
  kemeny: { de: "Kemeny-Reihenfolge", en: "Kemeny order" },
  mallows: { de: "Streuung nach Mallows", en: "Mallows spread" },
  meanRank: { de: "mittlerer Rang", en: "mean rank" },
};

function nameOf(name: string): LocalizedText {
  return names[name] ?? { de: name, en: name };
}

/** What could be wrong although every number is right. */
export function analysisAssumptions(analysis: RankingAnalysis, language: Language): string[] {
  const { worths, unranked } = analysis;
  const texts: LocalizedText[] = [];
  if (worths.exists)
    texts.push({
      de: "Worths unterstellen, dass das Verhältnis zweier Optionen nicht davon abhängt, was sonst zur Wahl steht, und dass alle Befragten dieselben Worths haben. Gibt es Gruppen, die anderes wollen, beschreiben sie niemanden genau; der Befehl „groups“ sucht danach.",
      en: "Worths assume that the odds between two options do not depend on what else there is to choose from, and that all respondents share the same worths. If there are groups that want something else, they describe nobody exactly; the command 'groups' looks for them.",
    });
  if (analysis.anchor !== undefined)
    texts.push({
      de: "Die Berichtigung unterstellt, dass zufällige Antworten jede Reihenfolge gleich oft treffen und dass dieselben Personen beide Fragen zufällig beantworten.",
      en: "The correction assumes that random answers hit every order equally often, and that the same people answer both questions at random.",
    });
  if (unranked === "below")
    texts.push({
      de: "Nicht Eingeordnetes gilt als gezeigt und hinter allem Eingeordneten. War es gar nicht zu sehen, ist das Ergebnis falsch.",
      en: "What was not placed counts as shown and behind everything placed. If it was never seen, the result is wrong.",
    });
  if (unranked === "not-presented")
    texts.push({
      de: "Nicht Eingeordnetes gilt als nie gezeigt. War es zu sehen und wurde weggelassen, ist das Ergebnis falsch.",
      en: "What was not placed counts as never shown. If it was seen and left out, the result is wrong.",
    });
  return texts.map((text) => text[language]);
}
