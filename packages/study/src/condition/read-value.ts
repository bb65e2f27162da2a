import type { ConditionValue } from "./equality.ts";

/**
 * Reads an answer as SurveyJS does before it compares: a text that is a number becomes that number
 * (comma or point), `true` and `false` become truth values, outer quotes fall away.
 * Lists and matrices stay as they are. Follows `Const.getCorrectValue` of survey-core 3.0.0.
 */
export function readValue(value: ConditionValue): ConditionValue {
  if (typeof value !== "string" || value === "") return value;
  const lower = value.toLowerCase();
  if (lower === "true" || lower === "false") return lower === "true";
  if (value.length > 1 && isQuote(value.at(0)) && isQuote(value.at(-1))) return value.slice(1, -1);
  if (!mayBeNumber.test(value)) return value;
  const number = numberIn(value);
  if (Number.isNaN(number)) return value;
  return hasLeadingZero(value) ? value : number;
}

/** Words such as codes of options are by far the most frequent texts, and never numbers. */
const mayBeNumber = /^[\s\d+\-.,]/;

function isQuote(character: string | undefined): boolean {
  return character === "'" || character === '"';
}

/** `007` stays text; `0`, `0.7`, `0,7` and `0x1f` are numbers. */
function hasLeadingZero(value: string): boolean {
  if (!value.startsWith("0") || value.startsWith("0x") || value.length === 1) return false;
  return value[1] !== "." && value[1] !== ",";
}

function numberIn(value: string): number {
  const text = value.trim();
  if (text === "") return Number.NaN;
  if (text.startsWith("0x")) return text.length > 32 ? Number.NaN : Number.parseInt(text, 16);
  if (text.length > 15 && /^\d+$/.test(text)) return Number.NaN;
  const comma = text.indexOf(",");
  const isDecimalComma = comma > -1 && !text.includes(",", comma + 1);
  const pointed = isDecimalComma ? text.replace(",", ".") : text;
  return Number.isFinite(Number(pointed)) ? Number.parseFloat(pointed) : Number.NaN;
}
