import type { DisclosureRules } from "./rules.ts";

/** Open answers that were released, in the order in which they were shuffled. */
export type ReleasedTexts = readonly string[];

/**
 * Open answers to one question as they may be released now: all of them, shuffled, with nothing beside them.
 *
 * At first it takes the minimum of them, later a batch more than were released; new ones would otherwise be those of
 * the few who have just answered. Empty ones do not count. `random`: numbers from 0 to below 1; every release is
 * shuffled anew.
 * @param before what was released last, without what was withdrawn since
 * @returns undefined if nothing is released now; then `before` still holds
 * @example releaseTexts(undefined, texts, rules, Math.random)
 */
export function releaseTexts(
  before: ReleasedTexts | undefined,
  texts: readonly string[],
  { minimum, batch }: DisclosureRules,
  random: () => number,
): ReleasedTexts | undefined {
  const given = texts.filter((text) => text.trim() !== "");
  const isDue =
    given.length >= minimum && (before === undefined || given.length - before.length >= batch);
  return isDue ? shuffled(given, random) : undefined;
}

/**
 * Released open answers without a withdrawn one, at once: once if the same words were released more often.
 *
 * @example withoutText(["a", "b", "a"], "a") // ["b", "a"]
 */
export function withoutText(released: ReleasedTexts, withdrawn: string): ReleasedTexts {
  const place = released.indexOf(withdrawn);
  return place < 0 ? released : released.toSpliced(place, 1);
}

/**
 * Released open answers as they may be read: none while fewer than the minimum are left.
 *
 * @example shownTexts(["a", "b"], { minimum: 10, batch: 5 }) // undefined
 */
export function shownTexts(
  released: ReleasedTexts | undefined,
  { minimum }: DisclosureRules,
): ReleasedTexts | undefined {
  return released === undefined || released.length < minimum ? undefined : released;
}

/** Fisher and Yates: every order is as likely as any other. */
function shuffled(texts: readonly string[], random: () => number): string[] {
  const order = [...texts];
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [order[last], order[other]];
    if (a === undefined || b === undefined) continue;
    order[last] = b;
    order[other] = a;
  }
  return order;
}
