import type { Issue } from "@mehrwert/study";

/** The numbers that decide what may be shown. `discloseResults` accepts none that are weaker than these. */
export type DisclosureRules = {
  /** Fewest people in a group that is shown. */
  minimum: number;
  /** Fewest responses by which one release differs from the one before. */
  batch: number;
  /** An answer that fewer people gave is not shown, unless nobody gave it. */
  cell: number;
  /** A hidden count could still be at least so many higher or lower: 2 leaves three possible numbers. */
  width: number;
};

/** The smallest group of a study that says nothing else. */
export const defaultMinimumGroupSize = 10;

/** No study may set its smallest group lower. */
export const lowestMinimumGroupSize = 5;

/** Below this many people bases are rounded, counts left out and shares coarse. */
export const roundedBelow = 30;

const lowest: DisclosureRules = { minimum: lowestMinimumGroupSize, batch: 5, cell: 3, width: 2 };

/**
 * Disclosure rules of a study, checked: everything but the minimum is the same for all.
 *
 * @throws RangeError if the minimum is below 5 or not a whole number
 * @example disclosureRules(10) // { minimum: 10, batch: 5, cell: 3, width: 2 }
 */
export function disclosureRules(minimum: number = defaultMinimumGroupSize): DisclosureRules {
  const rules = { ...lowest, minimum };
  requireRules(rules);
  return rules;
}

/** @throws RangeError if a rule is weaker than it may be, or the minimum is lower than it was in a release before */
export function requireRules(rules: DisclosureRules, before?: DisclosureRules): void {
  for (const name of ["minimum", "batch", "cell", "width"] as const) {
    const least = Math.max(lowest[name], before?.[name] ?? 0);
    if (!Number.isSafeInteger(rules[name]) || rules[name] < least)
      throw new RangeError(`disclosure rules require a ${name} of ${least} or more`);
  }
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
