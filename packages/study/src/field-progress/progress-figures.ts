import { z } from "zod";
import { canonicalJson } from "../canonical-json.ts";
import { smallestStep } from "./smallest-step.ts";
import { nextVisits, visitFiguresSchema } from "./visit-figures.ts";

const count = z.number().int().min(0);

/**
 * What may be shown of how far a wave is. `lastPages`: where people ended early; pages that few left are not listed.
 * `units`: groups of those invited; small ones, and those that could be computed from the rest, are not listed.
 * `visits`: how long answering took and with what; absent while that rests on too few, and in files of earlier versions.
 */
export const progressFiguresSchema = z.strictObject({
  begun: count,
  complete: count,
  partial: count,
  lastPages: z.array(z.strictObject({ page: z.string(), partial: count })),
  units: z.array(z.strictObject({ unit: z.string(), invited: count, begun: count })),
  visits: visitFiguresSchema.optional(),
});
export type ProgressFigures = z.infer<typeof progressFiguresSchema>;

/** The same cell a step later: it moves by nobody, or by at least `smallestStep` people at once. */
function stepped(before: number, now: number): number {
  return Math.abs(now - before) >= smallestStep ? now : before;
}

/**
 * What is shown next, after `before` was shown: every single figure moves by at least `smallestStep` people or not at all,
 * so that whoever watches learns nothing of one person.
 *
 * @param minimumGroupSize smaller groups are not listed
 * @returns undefined if nothing moves
 */
export function nextFigures(
  before: ProgressFigures | undefined,
  now: ProgressFigures,
  minimumGroupSize: number,
): ProgressFigures | undefined {
  const last: ProgressFigures = before ?? {
    begun: 0,
    complete: 0,
    partial: 0,
    lastPages: [],
    units: [],
  };
  const pageBefore = new Map(last.lastPages.map(({ page, partial }) => [page, partial]));
  const unitBefore = new Map(last.units.map(({ unit, begun }) => [unit, begun]));
  const visits = nextVisits(last.visits, now.visits, minimumGroupSize);
  const next: ProgressFigures = {
    begun: stepped(last.begun, now.begun),
    complete: stepped(last.complete, now.complete),
    partial: stepped(last.partial, now.partial),
    lastPages: now.lastPages
      .map(({ page, partial }) => ({ page, partial: stepped(pageBefore.get(page) ?? 0, partial) }))
      .filter(({ partial }) => partial > 0),
    units: listedUnits(now.units, minimumGroupSize).map(({ unit, invited, begun }) => ({
      unit,
      invited,
      begun: stepped(unitBefore.get(unit) ?? 0, begun),
    })),
    ...(visits && { visits }),
  };
  return canonicalJson(next) === canonicalJson(last) ? undefined : next;
}

/**
 * Groups that may be listed: as large as the smallest group size, and with at least `smallestStep` people on either side
 * or nobody who has begun. A single hidden one would follow from the others, so the smallest other one is hidden with it.
 */
function listedUnits(units: ProgressFigures["units"], minimumGroupSize: number) {
  if (units.length < 2) return [];
  const isLarge = ({ invited, begun }: ProgressFigures["units"][number]) =>
    invited >= minimumGroupSize && invited - begun >= smallestStep;
  const shown = units.filter(isLarge);
  if (units.length - shown.length !== 1) return shown;
  const smallest = shown.reduce<ProgressFigures["units"][number] | undefined>(
    (least, one) => (least === undefined || one.invited < least.invited ? one : least),
    undefined,
  );
  return shown.filter((one) => one !== smallest);
}
