import type { ExchangeVariableType } from "../exchange-project.ts";

const forms: readonly [ExchangeVariableType, (value: string) => boolean][] = [
  ["Boolean", (value) => /^(true|false)$/.test(value)],
  ["Integer", (value) => /^-?(0|[1-9]\d*)$/.test(value)],
  ["Float", (value) => /^-?(0|[1-9]\d*)(\.\d+)?$/.test(value)],
  ["Date", (value) => /^\d{4}-\d\d-\d\d$/.test(value) && isTime(`${value}T00:00:00Z`, value)],
  [
    "DateTime",
    (value) =>
      /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z?$/.test(value) &&
      isTime(`${value.slice(0, 19)}Z`, value.slice(0, 19)),
  ],
];

/** Whether a value may be written as one of this type. */
export function fitsType(value: string, type: ExchangeVariableType): boolean {
  return forms.find(([name]) => name === type)?.[1](value) ?? true;
}

/** The narrowest type of the standard that all values of a variable can be written in. */
export function typeOfValues(values: readonly string[]): ExchangeVariableType {
  if (values.length === 0) return "Text";
  return forms.find(([, fits]) => values.every(fits))?.[0] ?? "Text";
}

/** The 31st of February has the form of a date and is none. */
function isTime(written: string, start: string): boolean {
  const time = new Date(written);
  return (
    !start.startsWith("0000") &&
    !Number.isNaN(time.getTime()) &&
    time.toISOString().startsWith(start)
  );
}
