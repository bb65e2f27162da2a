import type { Language } from "@mehrwert/study";
import { formatNumber, formatShare } from "../number-format.ts";

/** Sign for a statistic that does not exist for these data; never 0. */
export const noValue = "–";

type Interval = readonly [lower: number, upper: number];

/** Writes statistics the same way in figures, tables and sentences. What does not exist becomes a dash. */
export type NumberWriter = {
  /** Two decimals: `2,31`. */
  mean: (value: number | undefined) => string;
  /** `2,14–2,48`. */
  meanInterval: (interval: Interval | undefined) => string;
  /** Whole per cent: `21 %`. */
  share: (value: number | undefined) => string;
  /** `17–26 %`. */
  shareInterval: (interval: Interval | undefined) => string;
  /** As many decimals as needed, at most one: `4,5`. */
  median: (value: number | undefined) => string;
  count: (value: number) => string;
};

/** A dash, but never beside a minus sign. */
function between([lower]: Interval, language: Language): string {
  return lower < 0 ? { de: " bis ", en: " to " }[language] : "–";
}

/** The number writer of a language. */
export function numberWriter(language: Language): NumberWriter {
  const mean = (value: number) => formatNumber(value, language, 2);
  const share = (value: number) => formatShare(value, language);
  const count = (value: number) => formatNumber(value, language);
  return {
    count,
    mean: (value) => (value === undefined ? noValue : mean(value)),
    meanInterval: (interval) =>
      interval === undefined ? noValue : interval.map(mean).join(between(interval, language)),
    share: (value) => (value === undefined ? noValue : share(value)),
    shareInterval: (interval) =>
      interval === undefined ? noValue : `${count(interval[0] * 100)}–${share(interval[1])}`,
    median: (value) =>
      value === undefined
        ? noValue
        : formatNumber(value, language, Number.isInteger(value) ? 0 : 1),
  };
}
