import { columnBlocks } from "../disclosure/blocks.ts";
import type { GroupRelease } from "../disclosure/release-breakdown.ts";
import type { DisclosureRules } from "../disclosure/rules.ts";
import type { SimulatedPerson } from "./simulated-study.ts";

/** A filter: shown groups of one variable added up, as of a release; `people`: one bit for each of them. */
type Filter = { what: string; arrived: number; people: bigint };

/** Two filters that differ in few people, whose answers are then the difference of two tables. */
export type SingledOut = { what: string; people: number };

/** What was published of people, oldest first; `arrived`: by number of the release, how many had come. */
type PublishedGroups = {
  groups: readonly GroupRelease[];
  arrived: ReadonlyMap<number, number>;
  people: readonly SimulatedPerson[];
  /** Of whom it was published: everybody, or those who answered an item. */
  isCounted?: (person: SimulatedPerson) => boolean;
};

/**
 * Tries every pair of filters that readers can build from groups shown in any releases, and lists those that differ in
 * too few people: fewer than the minimum, or, if they are all newcomers, than a batch. For people who come in this
 * order, of whom nobody leaves.
 */
export function attackGroups(
  { groups, arrived, people, isCounted = () => true }: PublishedGroups,
  { minimum, batch }: Pick<DisclosureRules, "minimum" | "batch">,
): { pairs: number; singledOut: SingledOut[] } {
  const filters = groups.flatMap((release) =>
    filtersOf(release, people.slice(0, arrived.get(release.release) ?? 0), isCounted),
  );
  const singledOut: SingledOut[] = [];
  let pairs = 0;
  for (const [index, one] of filters.entries()) {
    for (const other of filters.slice(index + 1)) {
      pairs += 1;
      const apart = one.people ^ other.people;
      const count = bits(apart);
      const areNew = (apart >> BigInt(one.arrived)) << BigInt(one.arrived) === apart;
      if (count > 0 && count < (areNew ? batch : minimum))
        singledOut.push({ what: `${one.what} | ${other.what}`, people: count });
    }
  }
  return { pairs, singledOut };
}

function filtersOf(
  { release, sizes, hidden }: GroupRelease,
  people: readonly SimulatedPerson[],
  isCounted: (person: SimulatedPerson) => boolean,
): Filter[] {
  const arrived = people.length;
  const everybody = { what: `${release}: all`, arrived, people: mask(people, isCounted) };
  const grouped = hidden.flatMap((own, variable) => {
    if (own === null) return [];
    const blocks = columnBlocks(sizes[variable] ?? [], own);
    return [...Array(2 ** blocks.length - 1).keys()].map((chosen) => {
      const places = blocks.flatMap((block, index) => ((chosen + 1) & (2 ** index) ? block : []));
      const isIn = (person: SimulatedPerson) =>
        isCounted(person) && places.includes((person.groups[variable] ?? -1) + 1);
      const what = `${release}: ${variable} in ${places}`;
      return { what, arrived, people: mask(people, isIn) };
    });
  });
  return [everybody, ...grouped];
}

function mask(
  people: readonly SimulatedPerson[],
  isIn: (person: SimulatedPerson) => boolean,
): bigint {
  return people.reduce(
    (all, person, index) => (isIn(person) ? all | (1n << BigInt(index)) : all),
    0n,
  );
}

function bits(value: bigint): number {
  return value.toString(2).replaceAll("0", "").length;
}
