import type { DisclosureRules } from "./rules.ts";

/**
 * Open answers to one question as they are released now: shuffled, with nothing beside them, for everybody together.
 *
 * At first it takes the minimum of them, later a batch more than were released; new ones would otherwise be those of
 * the few who have just answered. What was withdrawn disappears at once. Empty ones do not count. `random`: numbers from 0 to below 1; each release is shuffled anew.
 * @param before what was released last; empty if nothing was
 * @example releaseTexts([], texts, rules, random)
 */
export function releaseTexts(
  before: readonly string[],
  texts: readonly string[],
  { minimum, batch }: Pick<DisclosureRules, "minimum" | "batch">,
  random: () => number,
): readonly string[] {
  const given = texts.filter((text) => text.trim() !== "");
  const kept = stillGiven(before, given);
  const isDue = given.length >= Math.max(minimum, kept.length + batch);
  return isDue ? shuffled(given, random) : kept;
}

/** Released open answers as they may be read: none while fewer than the minimum are left. */
export function shownTexts(
  released: readonly string[],
  { minimum }: Pick<DisclosureRules, "minimum">,
): readonly string[] {
  return released.length < minimum ? [] : released;
}

/** Released texts that are among those given, each as often as it is there. */
function stillGiven(released: readonly string[], given: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const text of given) left.set(text, (left.get(text) ?? 0) + 1);
  return released.filter((text) => {
    const times = left.get(text) ?? 0;
    left.set(text, times - 1);
    return times > 0;
  });
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
