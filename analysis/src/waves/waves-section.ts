import type { Language } from "@mehrwert/study";
import { withInterval } from "../interval-format.ts";
import { formatNumber, formatShare } from "../number-format.ts";
import type { ReportColumn, ReportSection, ReportTable } from "../report/report.ts";
import { chanceSentences } from "./chance-sentences.ts";
import type { WaveOutcome } from "./link-waves.ts";
import type { ScoreChange } from "./wave-change.ts";
import type { WaveComparison } from "./wave-comparison.ts";

type Words = (de: string, en: string) => string;

/** Two waves in a report: how many were found again, how sure that is, what changed for them and in the waves as wholes. */
export function wavesSection(comparison: WaveComparison, language: Language): ReportSection {
  const text: Words = (de, en) => ({ de, en })[language];
  const { waves, links, chance, change } = comparison;
  const [one, two] = waves;
  const { changes } = change;
  return {
    heading: text(`Welle ${one} und Welle ${two}`, `Wave ${one} and wave ${two}`),
    sentences: [
      ...links.outcomes.map((outcome, at) => foundAgain(outcome, waves[1 - at] ?? two, language)),
      ...chanceSentences(chance, links.pairs, language),
      text(
        "Verknüpft heißt: dieselben Personen in beiden Wellen. Nicht verknüpft heißt: alle, die in einer Welle geantwortet haben; was sich dort ändert, kann auch daran liegen, dass andere geantwortet haben.",
        "Linked means: the same people in both waves. Not linked means: everybody who answered in a wave; what changes there may also come from others having answered.",
      ),
    ],
    tables: [
      outcomeTable(links.outcomes, language, text),
      linkedTable(changes, waves, language, text),
      trendTable(changes, waves, language, text),
    ],
    figures: [],
  };
}

function foundAgain(outcome: WaveOutcome, other: number, language: Language): string {
  const { wave, respondents, noCode, exact, tolerant } = outcome;
  const write = (count: number) => formatNumber(count, language);
  const coded = respondents - noCode;
  const linked = exact + tolerant;
  const share = coded === 0 ? "" : ` (${formatShare(linked / coded, language)})`;
  return {
    de: `Von ${write(coded)} Personen mit Code in Welle ${wave} sind ${write(linked)}${share} mit Welle ${other} verknüpft: ${write(exact)} mit gleichem Code, ${write(tolerant)} mit einer abweichenden Angabe.`,
    en: `Of ${write(coded)} people with a code in wave ${wave}, ${write(linked)}${share} are linked to wave ${other}: ${write(exact)} with the same code, ${write(tolerant)} with one element that differs.`,
  }[language];
}

const right = (label: string, isDetail = false): ReportColumn => ({
  ...{ label, align: "right" },
  ...(isDetail && { isDetail }),
});
const left = (label: string): ReportColumn => ({ label, align: "left" });

function outcomeTable(
  outcomes: readonly WaveOutcome[],
  language: Language,
  text: Words,
): ReportTable {
  return {
    caption: text("Wer verknüpft ist", "Who is linked"),
    columns: [
      left(text("Welle", "Wave")),
      right(text("Befragte", "Respondents")),
      right(text("gleicher Code", "same code")),
      right(text("eine Angabe anders", "one differs")),
      right(text("mehrdeutig", "ambiguous")),
      right(text("ohne Gegenstück", "unmatched")),
      right(text("ohne Code", "no code")),
      right(text("Code doppelt", "code twice"), true),
    ],
    lines: outcomes.map(({ wave, ...counts }) =>
      [
        `${wave}`,
        ...[counts.respondents, counts.exact, counts.tolerant, counts.ambiguous],
        ...[counts.unmatched, counts.noCode, counts.duplicates],
      ].map((cell) => (typeof cell === "string" ? cell : formatNumber(cell, language))),
    ),
  };
}

function linkedTable(
  changes: readonly ScoreChange[],
  [one, two]: [number, number],
  language: Language,
  text: Words,
): ReportTable {
  const write = writer(language);
  return {
    caption: text(
      "Verknüpft: Veränderung bei denselben Personen",
      "Linked: change within the same people",
    ),
    columns: [
      left(text("Wert", "Score")),
      right("n"),
      right(text(`Mittel, Welle ${one}`, `Mean, wave ${one}`), true),
      right(text(`Mittel, Welle ${two}`, `Mean, wave ${two}`), true),
      right(text("Veränderung (95 %)", "Change (95%)")),
      right(text("Streuung", "SD")),
    ],
    lines: changes.map(({ label, linked }) => [
      label[language],
      formatNumber(linked.n, language),
      write(linked.means?.[0]),
      write(linked.means?.[1]),
      withInterval(linked.difference, linked.interval, language),
      write(linked.sd),
    ]),
  };
}

function trendTable(
  changes: readonly ScoreChange[],
  [one, two]: [number, number],
  language: Language,
  text: Words,
): ReportTable {
  const write = writer(language);
  return {
    caption: text(
      "Nicht verknüpft: alle Befragten jeder Welle",
      "Not linked: all respondents of each wave",
    ),
    columns: [
      left(text("Wert", "Score")),
      right(text(`n, Welle ${one}`, `n, wave ${one}`)),
      right(text(`n, Welle ${two}`, `n, wave ${two}`)),
      right(text(`Mittel, Welle ${one}`, `Mean, wave ${one}`), true),
      right(text(`Mittel, Welle ${two}`, `Mean, wave ${two}`), true),
      right(text("Unterschied (95 %)", "Difference (95%)")),
    ],
    lines: changes.map(({ label, unlinked }) => [
      label[language],
      ...unlinked.n.map((count) => formatNumber(count, language)),
      ...unlinked.means.map(write),
      withInterval(unlinked.difference, unlinked.interval, language),
    ]),
  };
}

function writer(language: Language): (value: number | undefined) => string {
  return (value) => (value === undefined ? "–" : formatNumber(value, language, 2));
}
