import { wilsonInterval } from "@mehrwert/statistics";
import type { Dataset, DerivedIndex } from "@mehrwert/study";
import { groupGap } from "./group-gap.ts";
import { meanOfItems, scoreMoments } from "./score-moments.ts";
import type {
  ConstructScore,
  IndexScore,
  NumberIndex,
  Scores,
  TypologyIndex,
} from "./score-table.ts";
import { variableNumbers } from "./variable-numbers.ts";

/**
 * The indices of a dataset, in the order of the dictionary.
 *
 * @throws RangeError if an index names a score that does not exist, has no numbers, or rests on itself
 */
export function indexScores(dataset: Dataset, constructs: readonly ConstructScore[]): IndexScore[] {
  const read = scoreReader(dataset, constructs);
  return (dataset.dictionary.indices ?? []).map((index) => {
    switch (index.kind) {
      case "typology":
        return typology(index, read, dataset.manifest.responses);
      case "group-gap":
        return groupGap(dataset, index);
      default: {
        const scores = read(index.id);
        return { index, ...scoreMoments(scores), scores };
      }
    }
  });
}

type ScoreReader = (name: string) => Scores;

/** Reads any score by name: an index, a construct, or a variable. */
function scoreReader(dataset: Dataset, constructs: readonly ConstructScore[]): ScoreReader {
  const { indices = [], variables } = dataset.dictionary;
  const underWay = new Set<string>();
  const read = (name: string): Scores => {
    const construct = constructs.find(({ id }) => id === name);
    if (construct !== undefined) return construct.scores;
    const index = indices.find(({ id }) => id === name);
    if (index === undefined) {
      const variable = variables.find((each) => each.name === name);
      if (variable === undefined) throw new RangeError(`the dataset has no score ${name}`);
      return variableNumbers(dataset, variable);
    }
    if (underWay.has(name)) throw new RangeError(`the index ${name} rests on itself`);
    underWay.add(name);
    const scores = indexValues(index, read, dataset.manifest.responses);
    underWay.delete(name);
    return scores;
  };
  return read;
}

function indexValues(index: DerivedIndex, read: ScoreReader, respondents: number): Scores {
  switch (index.kind) {
    case "mean":
      return meanOfItems(index.items.map(read), index.minimumAnswered, respondents);
    case "difference": {
      const subtrahends = read(index.subtrahend);
      return read(index.minuend).map((minuend, respondent) => {
        const subtrahend = subtrahends[respondent];
        return minuend === undefined || subtrahend === undefined ? undefined : minuend - subtrahend;
      });
    }
    case "ratio": {
      const denominators = read(index.denominator);
      return read(index.numerator).map((numerator, respondent) => {
        const denominator = denominators[respondent] ?? 0;
        const isEnough = denominator >= index.minimumDenominator && denominator !== 0;
        return numerator === undefined || !isEnough ? undefined : numerator / denominator;
      });
    }
    default:
      throw new RangeError(`the index ${index.id} gives no number per person`);
  }
}

function typology(
  index: TypologyIndex["index"],
  read: ScoreReader,
  respondents: number,
): TypologyIndex {
  const names = index.types.flatMap(({ when }) => when.map(({ score }) => score));
  const scores = new Map([...new Set(names)].map((name) => [name, read(name)]));
  const counts = new Map(index.types.map(({ id }) => [id, 0]));
  let n = 0;
  let untyped = 0;
  for (let respondent = 0; respondent < respondents; respondent += 1) {
    const values = new Map<string, number>();
    for (const [name, each] of scores) {
      const value = each[respondent];
      if (value !== undefined) values.set(name, value);
    }
    if (values.size < scores.size) continue;
    n += 1;
    const type = index.types.find(({ when }) =>
      when.every((condition) => holds(condition, values.get(condition.score) ?? 0)),
    );
    if (type === undefined) untyped += 1;
    else counts.set(type.id, (counts.get(type.id) ?? 0) + 1);
  }
  return {
    ...{ index, n, untyped },
    types: [...counts].map(([id, count]) => {
      const label = index.types.find((type) => type.id === id)?.label ?? { de: id, en: id };
      const interval = wilsonInterval(count, n);
      return { id, label, count, ...(interval !== undefined && { share: count / n, interval }) };
    }),
  };
}

type Condition = TypologyIndex["index"]["types"][number]["when"][number];

function holds({ from, above, to, below }: Condition, value: number): boolean {
  return (
    (from === undefined || value >= from) &&
    (above === undefined || value > above) &&
    (to === undefined || value <= to) &&
    (below === undefined || value < below)
  );
}

/** Whether an index gives a number per person. */
export function isNumberIndex(score: IndexScore): score is NumberIndex {
  return "scores" in score;
}
