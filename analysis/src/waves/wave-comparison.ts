import type { Dataset, Issue, Result } from "@mehrwert/study";
import { tableIssue } from "../text-table/text-table.ts";
import { type ChanceMatches, chanceMatches } from "./chance-matches.ts";
import { linkWaves, type WaveLinks } from "./link-waves.ts";
import { type WaveChange, waveChange } from "./wave-change.ts";
import { type WaveCodes, waveCodesOf } from "./wave-codes.ts";

/** Two waves side by side: who is in both, how sure that is, and what changed. */
export type WaveComparison = {
  waves: [first: number, second: number];
  links: WaveLinks;
  chance: ChanceMatches;
  change: WaveChange;
};

/**
 * Every wave of a study with every later one, linked by self-generated codes.
 *
 * @returns issues if there are fewer than two waves, a wave is there twice, a code is missing, or the datasets belong to
 * different studies or ask for different elements: their codes would never be equal
 */
export function compareWaves(
  datasets: readonly Dataset[],
  question?: string,
): Result<WaveComparison[]> {
  const sorted = datasets.toSorted((a, b) => a.manifest.study.wave - b.manifest.study.wave);
  const coded: { dataset: Dataset; codes: WaveCodes }[] = [];
  const issues: Issue[] = [];
  for (const dataset of sorted) {
    const codes = waveCodesOf(dataset, question);
    if (codes.ok) coded.push({ dataset, codes: codes.value });
    else issues.push(...codes.issues);
  }
  issues.push(...(issues.length > 0 ? [] : mismatches(coded)));
  if (issues.length > 0) return { ok: false, issues };
  const value = coded.flatMap((first, at) =>
    coded.slice(at + 1).map((second): WaveComparison => {
      const links = linkWaves(first.codes, second.codes);
      return {
        waves: [first.codes.wave, second.codes.wave],
        links,
        chance: chanceMatches(first.codes, second.codes, links),
        change: waveChange(first.dataset, second.dataset, links.pairs),
      };
    }),
  );
  return { ok: true, value, warnings: [] };
}

/** Why these datasets cannot be waves of one study. */
function mismatches(coded: readonly { dataset: Dataset; codes: WaveCodes }[]): Issue[] {
  const values = (of: (each: (typeof coded)[number]) => string) => [...new Set(coded.map(of))];
  const studies = values(({ dataset }) => dataset.manifest.study.slug);
  const waves = values(({ codes }) => String(codes.wave));
  const elements = values(
    ({ codes }) => `${codes.question}: ${codes.elements.toSorted().join(", ")}`,
  );
  if (coded.length < 2) return [tableIssue(studies.join(", "), oneWave, giveTwo)];
  if (studies.length > 1) return [tableIssue(studies.join(", "), otherStudy, sameStudy)];
  if (waves.length < coded.length) return [tableIssue(waves.join(", "), twice, eachOnce)];
  if (elements.length > 1) return [tableIssue(elements.join(" / "), otherElements, neverEqual)];
  return [];
}

const oneWave = { de: "Zum Verknüpfen fehlt eine Welle.", en: "Linking needs another wave." };
const giveTwo = {
  de: "Nennen Sie mindestens zwei Datensätze.",
  en: "Name at least two datasets.",
};
const otherStudy = {
  de: "Die Datensätze gehören zu verschiedenen Studien.",
  en: "The datasets belong to different studies.",
};
const sameStudy = {
  de: "Codes gelten nur innerhalb einer Studie; nennen Sie deren Wellen.",
  en: "Codes hold within one study only; name the waves of one.",
};
const twice = { de: "Zwei Datensätze sind dieselbe Welle.", en: "Two datasets are the same wave." };
const eachOnce = { de: "Nennen Sie jede Welle einmal.", en: "Name each wave once." };
const otherElements = {
  de: "Die Wellen fragen den Code verschieden ab.",
  en: "The waves ask for the code in different ways.",
};
const neverEqual = {
  de: "Solche Codes sind nie gleich; vergleichen Sie die Wellen als Ganze.",
  en: "Such codes are never equal; compare the waves as wholes.",
};
