import { isJsonObject, type JsonObject, listOf, textOf } from "../file/json-value.ts";
import type { SourceOption } from "../source-survey.ts";
import { surveyJsText, wordedOr } from "./texts.ts";

/** Items of a list: `["a", 2, { value, text }]`. */
export function itemsOf(list: unknown, locale: string): SourceOption[] {
  return listOf(list).map((item) => {
    if (!isJsonObject(item)) {
      const value = textOf(item) ?? "";
      return { code: value, text: new Map([[locale, value]]) };
    }
    const code = textOf(item.value) ?? textOf(item.name) ?? "";
    const text = surveyJsText(item.text ?? item.title, locale);
    const shown = text.size > 0 ? text : new Map([[locale, code]]);
    return { code, text: shown, ...(item.isExclusive === true ? { isExclusive: true } : {}) };
  });
}

/** The options of a choice, with those that SurveyJS adds by switches: other, none, refuse, don't know. */
export function choicesOf(element: JsonObject, locale: string): SourceOption[] {
  const isOn = (...names: string[]) => names.some((name) => element[name] === true);
  const options = itemsOf(element.choices, locale);
  if (isOn("showOtherItem", "hasOther")) {
    const text = wordedOr(element, "otherText", locale, "Sonstiges", "Other");
    options.push({ code: "other", text, hasText: true });
  }
  if (isOn("showNoneItem", "hasNone")) {
    const text = wordedOr(element, "noneText", locale, "nichts davon", "None of these");
    options.push({ code: "none", text, isExclusive: true });
  }
  if (isOn("showRefuseItem")) {
    options.push({
      code: "refused",
      text: wordedOr(element, "refuseText", locale, "keine Angabe", "no answer"),
    });
  }
  if (isOn("showDontKnowItem")) {
    options.push({
      code: "dontknow",
      text: wordedOr(element, "dontKnowText", locale, "weiß nicht", "don't know"),
    });
  }
  return options;
}
