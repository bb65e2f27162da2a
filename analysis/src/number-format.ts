import type { Language } from "@mehrwert/study";

const locales = { de: "de-DE", en: "en-GB" } as const;

/**
 * A number as readers of the language write it, with a fixed number of decimals and a true minus sign; never "−0".
 * For text only: CSV and JSON hold numbers as programs write them.
 *
 * @example formatNumber(-1234.5, "de", 1) // "−1.234,5"
 */
export function formatNumber(value: number, language: Language, decimals = 0): string {
  return new Intl.NumberFormat(locales[language], {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
    signDisplay: "negative",
  })
    .format(value)
    .replace("-", "−");
}

/**
 * A share as a percentage without decimals.
 *
 * @example formatShare(0.305, "de") // "31 %", with a no-break space
 */
export function formatShare(share: number, language: Language): string {
  return new Intl.NumberFormat(locales[language], {
    style: "percent",
    maximumFractionDigits: 0,
    signDisplay: "negative",
  })
    .format(share)
    .replace("-", "−");
}

/**
 * A day as readers of the language write it.
 *
 * @example formatDay("2026-11-23", "en") // "23 November 2026"
 */
export function formatDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: "long", timeZone: "UTC" }).format(
    new Date(`${day}T00:00:00Z`),
  );
}

/**
 * A p value: three decimals, and never "0".
 *
 * @example formatP(0.00001, "de") // "< 0,001"
 */
export function formatP(p: number, language: Language): string {
  return p < 0.001 ? `< ${formatNumber(0.001, language, 3)}` : formatNumber(p, language, 3);
}
