import { wrongUsage } from "./shell.ts";

/**
 * A whole number typed as the value of an option; undefined if the option was left out.
 *
 * @throws CommandFailure if it is something else or out of range
 */
export function wholeNumber(
  option: string,
  typed: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (typed === undefined) return undefined;
  const value = Number(typed);
  if (/^\d+$/.test(typed) && value >= least && value <= most) return value;
  throw wrongUsage(
    `${option} braucht eine ganze Zahl von ${least} bis ${most}, nicht ${typed}.`,
    `${option} needs a whole number from ${least} to ${most}, not ${typed}.`,
  );
}

/**
 * A number typed with a decimal point as the value of an option; undefined if the option was left out.
 *
 * @throws CommandFailure if it is something else or out of range
 */
export function decimalNumber(
  option: string,
  typed: string | undefined,
  least: number,
  most: number,
): number | undefined {
  if (typed === undefined) return undefined;
  const value = Number(typed);
  if (/^\d+(\.\d+)?$/.test(typed) && value >= least && value <= most) return value;
  throw wrongUsage(
    `${option} braucht eine Zahl von ${least} bis ${most} mit Dezimalpunkt, nicht ${typed}.`,
    `${option} needs a number from ${least} to ${most} with a decimal point, not ${typed}.`,
  );
}
