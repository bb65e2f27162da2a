import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";
import type { DescribedSection, DescribedVariable } from "./describe-dataset.ts";

/** The most telling number of a question, in one sentence. */
export function describedSentence({ variables }: DescribedSection, language: Language): string {
  const text = (de: string, en: string) => ({ de, en })[language];
  const answered = variables.filter(({ n }) => n > 0);
  if (answered.length === 0)
    return text("Niemand hat diese Frage beantwortet.", "Nobody answered this question.");
  const of = (type: string) => answered.filter(({ variable }) => variable.type === type);
  const [ratings, ranks, selected] = [of("rating"), of("rank"), of("selected")];
  const [single] = answered.filter(({ variable: { type } }) =>
    ["single", "language"].includes(type),
  );
  if (ratings.length > 0) return ratingSentence(ratings, language);
  if (ranks.length > 0) return rankSentence(ranks, language);
  if (selected.length > 0) return selectedSentence(selected, language);
  if (single !== undefined) return singleSentence(single, language);
  const [first] = answered;
  const n = formatNumber(first?.n ?? 0, language);
  return text(`${n} Personen haben etwas geschrieben.`, `${n} people wrote something.`);
}

function ratingSentence(ratings: readonly DescribedVariable[], language: Language): string {
  const sorted = [...ratings].sort((a, b) => (b.mean ?? 0) - (a.mean ?? 0));
  const [high, low] = [sorted[0], sorted.at(-1)];
  const mean = (each?: DescribedVariable) => formatNumber(each?.mean ?? 0, language, 2);
  const label = (each?: DescribedVariable) => each?.variable.label[language] ?? "";
  const n = formatNumber(high?.n ?? 0, language);
  if (sorted.length === 1)
    return {
      de: `Im Mittel ${mean(high)}, nach ${n} Antworten.`,
      en: `Mean ${mean(high)}, from ${n} answers.`,
    }[language];
  return {
    de: `Am höchsten bewertet: „${label(high)}“ (Mittel ${mean(high)}, n = ${n}); am niedrigsten: „${label(low)}“ (${mean(low)}, n = ${formatNumber(low?.n ?? 0, "de")}).`,
    en: `Rated highest: “${label(high)}” (mean ${mean(high)}, n = ${n}); lowest: “${label(low)}” (${mean(low)}, n = ${formatNumber(low?.n ?? 0, "en")}).`,
  }[language];
}

function rankSentence(ranks: readonly DescribedVariable[], language: Language): string {
  const firsts = (each: DescribedVariable) =>
    each.answers.find(({ code }) => code === "1")?.count ?? 0;
  const [top] = [...ranks].sort((a, b) => firsts(b) - firsts(a));
  const people = top === undefined ? 0 : firsts(top);
  const count = formatNumber(people, language);
  const label = top?.variable.label[language] ?? "";
  return {
    de: `Am häufigsten auf Platz 1: „${label}“ (${count} ${people === 1 ? "Person" : "Personen"}). Die Rangfolge selbst rechnet der Befehl „rank“.`,
    en: `Most often placed first: “${label}” (${count} ${people === 1 ? "person" : "people"}). The ranking itself is computed by the command “rank”.`,
  }[language];
}

function selectedSentence(selected: readonly DescribedVariable[], language: Language): string {
  const chosen = (each: DescribedVariable) => each.answers.find(({ code }) => code === "1");
  const [top] = [...selected].sort((a, b) => (chosen(b)?.share ?? 0) - (chosen(a)?.share ?? 0));
  const answer = top === undefined ? undefined : chosen(top);
  const label = top?.variable.label[language] ?? "";
  const share = formatShare(answer?.share ?? 0, language);
  const n = formatNumber(top?.n ?? 0, language);
  return {
    de: `Am häufigsten gewählt: „${label}“, von ${share} der ${n} Antwortenden.`,
    en: `Selected most often: “${label}”, by ${share} of the ${n} who answered.`,
  }[language];
}

function singleSentence({ answers, n }: DescribedVariable, language: Language): string {
  const [top] = [...answers].sort((a, b) => b.count - a.count);
  const share = formatShare(top?.share ?? 0, language);
  return {
    de: `Häufigste Antwort: „${top?.label.de ?? ""}“ (${share} von ${formatNumber(n, "de")} Antworten).`,
    en: `Most frequent answer: “${top?.label.en ?? ""}” (${share} of ${formatNumber(n, "en")} answers).`,
  }[language];
}
