import type { StudyCounts } from "../disclosure/study-counts.ts";
import { countStudy, type ItemCells } from "../disclosure/study-counts.ts";
import { drawn, seededRandom } from "./seeded-random.ts";

/** Somebody who answers: a category of each grouping variable, an answer to each item; -1 for none. */
export type SimulatedPerson = { groups: number[]; answers: number[] };

/** People who come one after the other, with how many categories and answers there are. */
export type SimulatedStudy = {
  people: SimulatedPerson[];
  categories: number[];
  answers: number[];
  random: () => number;
};

/**
 * `isChoice`: the items are options of one question, "0" chosen and "1" not; who skips it skips all. `leaving`: share of
 * people who withdraw in each step.
 */
export type SimulatedSize = {
  people: number;
  groupings: number;
  items: number;
  isChoice?: boolean;
  leaving?: number;
};

/** How people are spread over so many places: now evenly, now with some that hardly anybody is in. */
function spread(places: number, random: () => number): number[] {
  const skew = 1 + 4 * random();
  return Array.from({ length: places }, () => random() ** skew + 0.01);
}

/**
 * A small study with skewed groups and answers, the same for the same seed. In some, groups of one variable lie within
 * those of another, and answers depend on groups.
 */
export function simulatedStudy(seed: number, size: SimulatedSize): SimulatedStudy {
  const random = seededRandom(seed);
  const places = (least: number, most: number) => least + Math.floor(random() * (most - least + 1));
  const categories = Array.from({ length: size.groupings }, () => places(2, 4));
  const answers = Array.from({ length: size.items }, () => (size.isChoice ? 2 : places(2, 5)));
  const groupWeights = categories.map((count) => spread(count, random));
  const isNested = random() < 0.3;
  const itemWeights = answers.map((count) =>
    Array.from({ length: 4 }, () => spread(count, random)),
  );
  const missing = random() * 0.2;
  const people = Array.from({ length: size.people }, () => {
    const groups = groupWeights.map((weights) => drawn(weights, random));
    if (isNested && groups.length > 1 && random() < 0.9)
      groups[1] = (groups[0] ?? 0) % (categories[1] ?? 1);
    const skipsAll = size.isChoice === true && random() < missing;
    const own = itemWeights.map((weights) => {
      if (skipsAll || (!size.isChoice && random() < missing)) return -1;
      return drawn(weights[random() < 0.5 ? (groups[0] ?? 0) : 0] ?? [1], random);
    });
    return { groups, answers: own };
  });
  return { people, categories, answers, random };
}

/** What is counted of some of its people. */
export function countsOf(
  { categories, answers }: Pick<SimulatedStudy, "categories" | "answers">,
  people: readonly SimulatedPerson[],
  { withdrawn = 0 }: { withdrawn?: number } = {},
): StudyCounts {
  const codes = (count: number) => Array.from({ length: count }, (_, place) => `${place}`);
  const items: ItemCells[] = answers.map((count, item) => ({
    ...{ id: `item-${item}`, rows: codes(count) },
    cells: people.map(({ answers: own }) => `${own[item]}`),
  }));
  return countStudy({
    withdrawn,
    groupings: categories.map((count, variable) => ({
      ...{ id: `variable-${variable}`, categories: codes(count) },
      cells: people.map(({ groups }) => `${groups[variable]}`),
    })),
    items,
  });
}
