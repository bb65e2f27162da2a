import type { Interval } from "@mehrwert/statistics";
import type { Language } from "@mehrwert/study";
import { formatNumber, formatP, formatShare } from "./number-format.ts";

const noNumber = "–";

/**
 * A number with its interval, or "–" if there is none.
 *
 * @example withInterval(2.35, [2.1, 2.6], "en") // "2.35 (2.10 to 2.60)"
 */
export function withInterval(
  value: number | undefined,
  interval: Interval | undefined,
  language: Language,
  decimals = 2,
): string {
  if (value === undefined) return noNumber;
  const write = (number: number) => formatNumber(number, language, decimals);
  if (interval === undefined) return write(value);
  return `${write(value)} (${write(interval[0])} ${to[language]} ${write(interval[1])})`;
}

/**
 * A share with its interval as percentages, or "–" if there is none.
 *
 * @example shareWithInterval(0.22, [0.155, 0.301], "en") // "22% (16% to 30%)"
 */
export function shareWithInterval(
  share: number | undefined,
  interval: Interval | undefined,
  language: Language,
): string {
  if (share === undefined) return noNumber;
  if (interval === undefined) return formatShare(share, language);
  const [low, high] = interval.map((bound) => formatShare(bound, language));
  return `${formatShare(share, language)} (${low} ${to[language]} ${high})`;
}

/**
 * A p value with its sign, as it stands in a sentence.
 *
 * @example pInWords(0.0001, "en") // "p < 0.001"
 */
export function pInWords(p: number, language: Language): string {
  const text = formatP(p, language);
  return text.startsWith("<") ? `p ${text}` : `p = ${text}`;
}

/**
 * A share as "22 in 100" ("22 von 100"), the way people imagine it.
 *
 * @example inHundred(0.219, "de") // "22 von 100"
 */
export function inHundred(share: number, language: Language): string {
  const number = numberInHundred(share, language);
  return { de: `${number} von 100`, en: `${number} in 100` }[language];
}

/**
 * The number of `inHundred` alone, for the bounds of an interval; what exists is never 0.
 *
 * @example numberInHundred(0.004, "en") // "fewer than 1"
 */
export function numberInHundred(share: number, language: Language): string {
  const hundred = share * 100;
  return hundred > 0 && hundred < 0.5
    ? { de: "weniger als 1", en: "fewer than 1" }[language]
    : formatNumber(hundred, language);
}

/** Whether `inHundred` begins with 1 or less, so that its verb stands in the singular. */
export function isOneInHundred(share: number): boolean {
  return share > 0 && share < 0.015;
}

const to = { de: "bis", en: "to" } as const;
