import type { CodedRespondent, WaveCodes } from "./wave-codes.ts";

/** Two respondents taken for the same person. `differs`: the element that is not the same, if one is not. */
export type LinkedPair = {
  first: string;
  second: string;
  kind: "exact" | "tolerant";
  differs?: string;
};

/** What became of the respondents of one wave; `exact`, `tolerant`, `ambiguous`, `unmatched` and `noCode` add up. */
export type WaveOutcome = {
  wave: number;
  respondents: number;
  exact: number;
  tolerant: number;
  /** With several candidates, or with one that has several: never linked. */
  ambiguous: number;
  unmatched: number;
  noCode: number;
  /** Whose whole code somebody else of the same wave has, too; each is also ambiguous or unmatched. */
  duplicates: number;
};

/** Two waves linked by their codes. */
export type WaveLinks = {
  pairs: LinkedPair[];
  outcomes: [first: WaveOutcome, second: WaveOutcome];
};

type Coded = { id: string; code: string; without: readonly string[] };

/**
 * Links the respondents of two waves one to one by their self-generated codes.
 *
 * First every code that exactly one respondent has in each wave (exact). Then, among all others, pairs whose codes differ
 * in one element (tolerant), if neither has another candidate. Whoever has several is counted, never linked.
 * The order of respondents does not matter, and swapping the waves gives the same pairs.
 *
 * Source: Yurek, Vasey and Havens (2008), Evaluation Review 32, 435–452 (one element off); the rule against ambiguous
 * pairs is our own.
 * @throws RangeError if the codes of the two waves have different elements
 */
export function linkWaves(first: WaveCodes, second: WaveCodes): WaveLinks {
  if (first.elements.toSorted().join() !== second.elements.toSorted().join())
    throw new RangeError("linkWaves requires codes of the same elements");
  const waves = [codedOf(first, first.elements), codedOf(second, first.elements)] as const;
  const [inFirst, inSecond] = [byKey(waves[0], codeOf), byKey(waves[1], codeOf)];
  const exact: LinkedPair[] = [];
  for (const [code, [one, ...more]] of inFirst) {
    const [other, ...others] = inSecond.get(code) ?? [];
    if (one === undefined || other === undefined || more.length + others.length > 0) continue;
    exact.push({ first: one.id, second: other.id, kind: "exact" });
  }
  const linked = [
    new Set(exact.map((pair) => pair.first)),
    new Set(exact.map((pair) => pair.second)),
  ] as const;
  const left = waves[0].filter(({ id }) => !linked[0].has(id));
  const right = waves[1].filter(({ id }) => !linked[1].has(id));
  const [toRight, toLeft] = candidates(left, right, first.elements);
  const tolerant: LinkedPair[] = [];
  for (const [id, found] of toRight) {
    const [[other, differs] = [], ...more] = found;
    if (other === undefined || differs === undefined || more.length > 0) continue;
    if (toLeft.get(other)?.size === 1)
      tolerant.push({ first: id, second: other, kind: "tolerant", differs });
  }
  const counted = { exact: exact.length, tolerant: tolerant.length };
  return {
    pairs: [...exact, ...tolerant].toSorted((a, b) => (a.first < b.first ? -1 : 1)),
    outcomes: [
      outcome(first, { ...counted, codes: inFirst, withCandidate: toRight.size }),
      outcome(second, { ...counted, codes: inSecond, withCandidate: toLeft.size }),
    ],
  };
}

/** Everybody's candidates in the other wave: their id, and the element that differs or undefined if the codes are equal. */
type Candidates = Map<string, Map<string, string | undefined>>;

function candidates(
  left: readonly Coded[],
  right: readonly Coded[],
  elements: readonly string[],
): [toRight: Candidates, toLeft: Candidates] {
  const found: [Candidates, Candidates] = [new Map(), new Map()];
  const add = (one: Coded, other: Coded, differs: string | undefined) => {
    for (const [side, from, to] of [
      [found[0], one.id, other.id],
      [found[1], other.id, one.id],
    ] as const) {
      const known = side.get(from) ?? new Map<string, string | undefined>();
      side.set(from, known.set(to, differs));
    }
  };
  const keys = [
    ...elements.map((element, at) => [element, (each: Coded) => each.without[at] ?? ""] as const),
    // Last, so that equal codes, whose parts are equal too, end as equal.
    [undefined, codeOf] as const,
  ];
  for (const [differs, keyOf] of keys) {
    const others = byKey(right, keyOf);
    for (const one of left)
      for (const other of others.get(keyOf(one)) ?? []) add(one, other, differs);
  }
  return found;
}

function outcome(
  { wave, respondents }: WaveCodes,
  found: { exact: number; tolerant: number; codes: Map<string, Coded[]>; withCandidate: number },
): WaveOutcome {
  const { exact, tolerant, codes, withCandidate } = found;
  const sizes = [...codes.values()].map((sharing) => sharing.length);
  const coded = sizes.reduce((sum, size) => sum + size, 0);
  return {
    ...{ wave, respondents: respondents.length, exact, tolerant },
    ambiguous: withCandidate - tolerant,
    unmatched: coded - exact - withCandidate,
    noCode: respondents.length - coded,
    duplicates: sizes.filter((size) => size > 1).reduce((sum, size) => sum + size, 0),
  };
}

/** Those with a code, their left-out hashes in the order of `elements`. */
function codedOf(wave: WaveCodes, elements: readonly string[]): Coded[] {
  const places = elements.map((element) => wave.elements.indexOf(element));
  return wave.respondents.flatMap(({ id, code, without }: CodedRespondent) =>
    code === undefined ? [] : [{ id, code, without: places.map((at) => without[at] ?? "") }],
  );
}

const codeOf = ({ code }: Coded): string => code;

function byKey(respondents: readonly Coded[], keyOf: (one: Coded) => string): Map<string, Coded[]> {
  const found = new Map<string, Coded[]>();
  for (const one of respondents) {
    const sharing = found.get(keyOf(one));
    if (sharing === undefined) found.set(keyOf(one), [one]);
    else sharing.push(one);
  }
  return found;
}
