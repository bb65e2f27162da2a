/** Something an attacker knows of one person or of one response: a place in some order, or a value. */
export type Clue = { name: string; value: string | number };
export type Suspect = { id: string; clues: readonly Clue[] };

/** How one way of guessing did: which clues it used, and how many of its guesses were right. */
export type Guess = { way: string; hits: number };

/**
 * Guesses whose response is whose in every way that the clues allow: by a value that both sides share, and by putting
 * both sides in the order of any of their clues and matching place by place, forwards and backwards. `isRight` knows the
 * truth; the guesses do not.
 */
export function guesses(
  people: readonly Suspect[],
  responses: readonly Suspect[],
  isRight: (person: string, response: string) => boolean,
): Guess[] {
  const hitsOf = (pairs: readonly (readonly [string, string])[]) =>
    pairs.filter(([person, response]) => isRight(person, response)).length;
  const byValue: Guess = {
    way: "a value on both sides",
    hits: hitsOf(sharedValues(people, responses)),
  };
  const byOrder = orderings(people).flatMap((one) =>
    orderings(responses).flatMap((other) =>
      [false, true].map((isBackwards): Guess => {
        const turned = isBackwards ? other.ids.toReversed() : other.ids;
        const pairs = one.ids.map((id, place) => [id, turned[place] ?? ""] as const);
        const way = `${one.name} against ${other.name}${isBackwards ? ", backwards" : ""}`;
        return { way, hits: hitsOf(pairs) };
      }),
    ),
  );
  return [byValue, ...byOrder];
}

function sharedValues(
  people: readonly Suspect[],
  responses: readonly Suspect[],
): [string, string][] {
  const owners = new Map<string, Set<string>>();
  for (const { id, clues } of responses)
    for (const { value } of clues)
      if (typeof value === "string") owners.set(value, (owners.get(value) ?? new Set()).add(id));
  return people.flatMap(({ id, clues }) =>
    clues.flatMap(({ value }): [string, string][] => {
      const owner = typeof value === "string" ? owners.get(value) : undefined;
      // A value that many share tells nobody apart.
      return owner?.size === 1 ? [...owner].map((response) => [id, response]) : [];
    }),
  );
}

/** The suspects in the order of each clue that all of them have. */
function orderings(suspects: readonly Suspect[]): { name: string; ids: string[] }[] {
  const names = suspects[0]?.clues.map(({ name }) => name) ?? [];
  return names.map((name) => {
    const keyed = suspects.map(({ id, clues }) => ({
      id,
      value: clues.find((clue) => clue.name === name)?.value ?? 0,
    }));
    const sorted = keyed.toSorted((one, other) =>
      one.value < other.value ? -1 : one.value > other.value ? 1 : 0,
    );
    return { name, ids: sorted.map(({ id }) => id) };
  });
}

/**
 * How many hits chance alone exceeds with a probability of at most `alpha`, in at least one of so many ways: the number
 * of right guesses of a random matching is close to Poisson with mean 1, whatever the number of people.
 */
export function mostHitsByChance(ways: number, alpha: number): number {
  let hits = 0;
  let density = Math.exp(-1);
  let tail = 1 - density;
  while (tail > alpha / ways) {
    hits += 1;
    density /= hits;
    tail -= density;
  }
  return hits;
}
