import { columnBlocks } from "../disclosure/blocks.ts";
import type { StudyMemory } from "../disclosure/next-release.ts";
import type { DisclosureRules } from "../disclosure/rules.ts";
import type { SimulatedPerson } from "./simulated-study.ts";

/** A filter: shown groups of one variable added up, as of a release; `people`: one bit for each of them. */
type Filter = { what: string; responses: number; people: bigint };

/** Two filters that differ in few people, whose answers are then the difference of two tables. */
export type SingledOut = { what: string; people: number };

/**
 * Tries every pair of filters that readers can build from groups shown in any releases, and lists those that differ in
 * too few people: fewer than the minimum, or, if they are all newcomers, than a batch.
 *
 * `people`: everybody in the order in which they came; `come`: how many there were at each release. Nobody has left.
 */
export function attackGroups(
  releases: readonly StudyMemory[],
  come: readonly number[],
  people: readonly SimulatedPerson[],
  { minimum, batch }: Pick<DisclosureRules, "minimum" | "batch">,
): { pairs: number; singledOut: SingledOut[] } {
  const filters = releases.flatMap((release, index) =>
    filtersOf(release, people.slice(0, come[index] ?? 0)),
  );
  const singledOut: SingledOut[] = [];
  let pairs = 0;
  for (const [index, one] of filters.entries()) {
    for (const other of filters.slice(index + 1)) {
      pairs += 1;
      const apart = one.people ^ other.people;
      const count = bits(apart);
      const areNew = (apart >> BigInt(one.responses)) << BigInt(one.responses) === apart;
      if (count > 0 && count < (areNew ? batch : minimum))
        singledOut.push({ what: `${one.what} | ${other.what}`, people: count });
    }
  }
  return { pairs, singledOut };
}

function filtersOf(release: StudyMemory, people: readonly SimulatedPerson[]): Filter[] {
  const responses = people.length;
  const everybody = {
    what: `${release.release}: all`,
    responses,
    people: mask(people, () => true),
  };
  const last = release.groups.at(-1);
  if (last?.release !== release.release) return [everybody];
  const grouped = last.hidden.flatMap((hidden, variable) => {
    if (hidden === null) return [];
    const blocks = columnBlocks(last.sizes[variable] ?? [], hidden);
    return [...Array(2 ** blocks.length - 1).keys()].map((chosen) => {
      const places = blocks.flatMap((block, index) => ((chosen + 1) & (2 ** index) ? block : []));
      return {
        ...{ what: `${release.release}: ${variable} in ${places}`, responses },
        people: mask(people, ({ groups }) => places.includes((groups[variable] ?? -1) + 1)),
      };
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
