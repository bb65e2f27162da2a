import type { Issue } from "@mehrwert/study";

/** How many people it takes: the study's smallest group, and how many newcomers make a new release. */
export type DisclosureRules = { minimum: number; batch: number };

/** The smallest group of a study that says nothing else. */
export const defaultMinimumGroupSize = 10;

/** No study may set its smallest group lower. */
export const lowestMinimumGroupSize = 5;

/** Fewest responses by which one release differs from the one before. */
export const lowestBatch = 5;

/** An answer that fewer people gave is not shown. */
export const smallestCell = 3;

/** A hidden count keeps at least one more possible value than this: from n to n + 2 or wider. */
export const leastWidth = 2;

/** Below this many people bases are rounded, counts left out and shares coarse. */
export const roundedBelow = 30;

/**
 * Disclosure rules of a study, checked.
 *
 * @throws RangeError if the minimum or the batch is below 5 or not a whole number
 * @example disclosureRules(10) // { minimum: 10, batch: 5 }
 */
export function disclosureRules(minimum: number, batch: number = lowestBatch): DisclosureRules {
  if (!Number.isSafeInteger(minimum) || minimum < lowestMinimumGroupSize)
    throw new RangeError(`disclosureRules requires a minimum of ${lowestMinimumGroupSize} or more`);
  if (!Number.isSafeInteger(batch) || batch < lowestBatch)
    throw new RangeError(`disclosureRules requires a batch of ${lowestBatch} or more`);
  return { minimum, batch };
}

/**
 * What stands against a smallest group size: it is no whole number from 5 to 1000, or it would be lowered after
 * people were invited with a higher one. Raising it is always allowed.
 *
 * `current`: what the study says now, absent for a new one. Paths are those of the study.
 * @returns no issue if the size may be set
 * @example minimumGroupSizeIssues({ wanted: 5, current: 10, hasInvited: true }).length // 1
 */
export function minimumGroupSizeIssues({
  wanted,
  current,
  hasInvited,
}: {
  wanted: number;
  current?: number;
  hasInvited: boolean;
}): Issue[] {
  const path = "#/minimumGroupSize";
  if (!Number.isSafeInteger(wanted) || wanted < lowestMinimumGroupSize || wanted > 1000)
    return [
      {
        path,
        severity: "error",
        message: {
          de: `Die kleinste Gruppe muss eine ganze Zahl von ${lowestMinimumGroupSize} bis 1000 sein.`,
          en: `The smallest group must be a whole number from ${lowestMinimumGroupSize} to 1000.`,
        },
        advice: {
          de: `Wählen Sie ${defaultMinimumGroupSize}, wenn nichts dagegen spricht.`,
          en: `Choose ${defaultMinimumGroupSize} unless something speaks against it.`,
        },
      },
    ];
  if (!hasInvited || current === undefined || wanted >= current) return [];
  return [
    {
      path,
      severity: "error",
      message: {
        de: `Die kleinste Gruppe lässt sich nicht von ${current} auf ${wanted} senken: Die ersten Personen sind schon eingeladen.`,
        en: `The smallest group cannot be lowered from ${current} to ${wanted}: the first people have been invited.`,
      },
      advice: {
        de: `Lassen Sie ${current} stehen oder wählen Sie mehr. Wer eingeladen wurde, verlässt sich darauf.`,
        en: `Leave it at ${current} or choose more. Whoever was invited relies on it.`,
      },
    },
  ];
}
