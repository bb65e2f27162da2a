import { csvText, type Dataset } from "@mehrwert/study";
import type { WaveComparison } from "./wave-comparison.ts";

/** The waves of a study as a plain object for programs; counts and changes, no ids of respondents. */
export function wavesDocument(
  comparisons: readonly WaveComparison[],
  datasets: readonly [Dataset, ...Dataset[]],
  softwareVersion: string,
): object {
  return {
    format: "mehrwert-waves",
    formatVersion: 1,
    software: { name: "mehrwert", version: softwareVersion },
    study: datasets[0].manifest.study.slug,
    waves: datasets.map(({ manifest: { study, instrument, responses } }) => ({
      ...{ wave: study.wave, instrument, responses, isSimulated: study.isSimulated },
      minimumGroupSize: study.minimumGroupSize,
    })),
    comparisons: comparisons.map(({ waves, links, chance, change }) => ({
      ...{ waves, outcomes: links.outcomes, falseLinks: chance, changes: change.changes },
      notComparable: change.notComparable.map(({ en }) => en),
    })),
  };
}

/** Who is who: one line per linked pair. The only output with ids of respondents; to be kept like the datasets. */
export function linkedPairsCsv(comparisons: readonly WaveComparison[]): string {
  return csvText([
    ["wave1", "wave2", "id1", "id2", "kind", "differs"],
    ...comparisons.flatMap(({ waves, links }) =>
      links.pairs.map(({ first, second, kind, differs = "" }) => [
        ...[...waves.map(String), first, second],
        ...[kind, differs],
      ]),
    ),
  ]);
}
