import { isJsonObject, type JsonObject, textOf } from "../file/json-value.ts";
import type { SourceText } from "../source-survey.ts";

/** A SurveyJS text: plain, or by locale with `default` for the survey's own. */
export function surveyJsText(value: unknown, locale: string): SourceText {
  if (isJsonObject(value)) {
    const texts = Object.entries(value).map(([tag, text]): [string, string] => [
      tag === "default" ? locale : tag,
      textOf(text) ?? "",
    ]);
    return new Map(
      texts.toSorted(([one], [other]) => Number(other === locale) - Number(one === locale)),
    );
  }
  const text = textOf(value);
  return text === undefined ? new Map() : new Map([[locale, text]]);
}

/** The first of several properties that has words, else words of ours. */
export function wordedOr(
  element: JsonObject,
  property: string,
  locale: string,
  de: string,
  en: string,
): SourceText {
  const own = surveyJsText(element[property], locale);
  return own.size > 0
    ? own
    : new Map([
        ["de", de],
        ["en", en],
      ]);
}
