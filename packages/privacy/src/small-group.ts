import type { LocalizedText } from "@mehrwert/study";

/** What may be shown about the size of a group. */
export type SmallGroup = {
  /** True: show nothing about the group but `sizeClass`. */
  isSuppressed: boolean;
  /** Size class in words, the same for every group on the same side of the minimum; never the count. */
  sizeClass: LocalizedText;
};

/**
 * Small-group rule: whether a group is large enough that its results point to no single person.
 *
 * An empty group and one just below the minimum read the same, so that nobody can watch a group grow by one.
 * @param count how many people are in the group
 * @param minimum the study's `minimumGroupSize`; groups with fewer people are suppressed
 * @throws RangeError if either is not a whole number of people, or the minimum is below 2
 * @example smallGroup(9, 10) // { isSuppressed: true, sizeClass: { de: "weniger als 10", en: "fewer than 10" } }
 */
export function smallGroup(count: number, minimum: number): SmallGroup {
  if (!Number.isSafeInteger(count) || count < 0)
    throw new RangeError("smallGroup requires a whole number of people");
  if (!Number.isSafeInteger(minimum) || minimum < 2)
    throw new RangeError("smallGroup requires a minimum of at least 2 people");
  return count < minimum
    ? {
        isSuppressed: true,
        sizeClass: { de: `weniger als ${minimum}`, en: `fewer than ${minimum}` },
      }
    : {
        isSuppressed: false,
        sizeClass: { de: `${minimum} oder mehr`, en: `${minimum} or more` },
      };
}
