import { welchTest } from "@mehrwert/statistics";
import type { Dataset, Variable } from "@mehrwert/study";
import { meanOfItems, usualMinimum } from "./score-moments.ts";
import type { GapIndex, Scores } from "./score-table.ts";
import { variableNumbers } from "./variable-numbers.ts";

/**
 * How one group sees itself less how the other sees it, over the items that mirror each other.
 *
 * A person's mean counts if two thirds of the mirrored items, rounded up, are answered. Nothing is computed unless both
 * groups have as many people as the index asks for, and as the study asks for. Interval: Welch, 95 %.
 */
export function groupGap(dataset: Dataset, index: GapIndex["index"]): GapIndex {
  const { manifest } = dataset;
  const pairs = mirroredPairs(dataset.dictionary.variables, index);
  const minimumAnswered = usualMinimum(pairs.length);
  const least = Math.max(index.minimumGroup, manifest.study.minimumGroupSize);
  const columns = pairs.map(({ self, other }) => ({
    self: variableNumbers(dataset, self),
    other: variableNumbers(dataset, other),
  }));
  const mean = (side: "self" | "other") =>
    meanOfItems(
      columns.map((each) => each[side]),
      minimumAnswered,
      manifest.responses,
    );
  const [self, other] = [given(mean("self")), given(mean("other"))];
  const isTooSmall = self.length < least || other.length < least;
  return {
    ...{ index, minimumAnswered, isTooSmall },
    ...comparison(self, other, least),
    pairs: pairs.map((pair, place) => ({
      ...{ self: pair.self.name, other: pair.other.name, label: pair.other.label },
      ...(!isTooSmall &&
        comparison(given(columns[place]?.self ?? []), given(columns[place]?.other ?? []), least)),
    })),
  };
}

function comparison(self: readonly number[], other: readonly number[], least: number) {
  if (self.length < least || other.length < least) return {};
  const test = welchTest(self, other);
  return test.exists ? { test } : {};
}

function mirroredPairs(
  variables: readonly Variable[],
  { self, other }: GapIndex["index"],
): { self: Variable; other: Variable }[] {
  const ratings = variables.filter(({ type, scored }) => type === "rating" && scored !== false);
  const others = ratings.filter(({ construct }) => construct === other);
  return ratings
    .filter(({ construct }) => construct === self)
    .flatMap((item) => {
      const mirror = others.find(
        ({ name, mirrors }) => name === item.mirrors || mirrors === item.name,
      );
      return mirror === undefined ? [] : [{ self: item, other: mirror }];
    });
}

function given(scores: Scores): number[] {
  return scores.filter((score) => score !== undefined);
}
