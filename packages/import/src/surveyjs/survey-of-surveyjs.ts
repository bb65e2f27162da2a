import { conditionOf, type Resolve } from "../expression/claim-of-expression.ts";
import { isJsonObject, type JsonObject, listOf, objectOf, textOf } from "../file/json-value.ts";
import { refused, say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import { bothConditions, type SourceCondition, type SourceVariable } from "../source-condition.ts";
import type { SourcePage, SourceQuestion, SourceSurvey } from "../source-survey.ts";
import { guessedLanguage } from "../text/guessed-language.ts";
import { itemsOf } from "./choices.ts";
import { reportProperties, reportSurveyProperties } from "./properties.ts";
import { surveyJsShape } from "./question-shapes.ts";
import { surveyJsText } from "./texts.ts";

/**
 * A SurveyJS definition in the terms of the import; what has no place in them is reported.
 *
 * @throws FileRefused for JSON that is no SurveyJS definition
 */
export function surveyOfSurveyJs(json: unknown, report: ReportWriter): SourceSurvey {
  const file = objectOf(json);
  if (isJsonObject(file.mehrwert)) throw anInstrument();
  const pages = pagesIn(file);
  if (pages === undefined) {
    throw refused(
      "/pages",
      say(
        "Die Datei ist keine SurveyJS-Definition: „pages“ fehlt.",
        "The file is no SurveyJS definition: “pages” is missing.",
      ),
      say(
        "Kopieren Sie das JSON aus dem JSON-Editor von SurveyJS.",
        "Copy the JSON from the JSON editor of SurveyJS.",
      ),
    );
  }
  const locale = localeOf(file, report);
  reportSurveyProperties(file, report);
  const variables = variablesOf(pages, locale);
  const reading: Reading = { locale, report, resolve: (name) => variables.get(name.toLowerCase()) };
  return {
    title: surveyJsText(file.title, locale),
    description: surveyJsText(file.description, locale),
    language: locale,
    pages: pages.map((page, place) => pageOf(page, place, reading)),
  };
}

function anInstrument() {
  return refused(
    "/mehrwert",
    say(
      "Die Datei ist schon ein Instrument von Mehrwert.",
      "The file is an instrument of Mehrwert already.",
    ),
    say("Kopieren Sie es, statt es zu importieren.", "Copy it instead of importing it."),
  );
}

type Reading = { locale: string; report: ReportWriter; resolve: Resolve };

function pagesIn(file: JsonObject): JsonObject[] | undefined {
  if (Array.isArray(file.pages)) return file.pages.filter(isJsonObject);
  const loose = file.elements ?? file.questions;
  return Array.isArray(loose) ? [{ name: "page1", elements: loose }] : undefined;
}

function elementsOf(owner: JsonObject): JsonObject[] {
  const inner = owner.elements ?? owner.questions ?? owner.templateElements;
  return listOf(inner).filter(isJsonObject);
}

/** SurveyJS takes English for the default; a file of German words without a locale is German all the same. */
function localeOf(file: JsonObject, report: ReportWriter): string {
  const named = textOf(file.locale)?.toLowerCase();
  if (named) return named;
  const words: string[] = [];
  collectWords(file.pages ?? file.elements, words);
  const guessed = words.length === 0 ? "en" : guessedLanguage(words.join(" "));
  if (guessed === "en") return "en";
  report.change(
    "locale",
    say("keine Sprache genannt", "no language named"),
    say(`gelesen als „${guessed}“`, `read as “${guessed}”`),
    say("Prüfen Sie, ob das stimmt.", "Check whether this is right."),
  );
  return guessed;
}

function collectWords(value: unknown, words: string[]): void {
  for (const element of listOf(value).filter(isJsonObject)) {
    const title = isJsonObject(element.title) ? element.title.default : element.title;
    const text = textOf(title);
    if (text !== undefined) words.push(text);
    collectWords(element.elements, words);
  }
}

function variablesOf(owners: readonly JsonObject[], locale: string): Map<string, SourceVariable> {
  const variables = new Map<string, SourceVariable>();
  for (const element of owners.flatMap(elementsOf)) {
    const question = nameOf(element);
    if (isPanel(element)) {
      for (const [name, variable] of variablesOf([element], locale)) variables.set(name, variable);
      continue;
    }
    variables.set(question.toLowerCase(), { question });
    variables.set(`${question}-comment`.toLowerCase(), { question: `${question}_other` });
    const parts = element.type === "matrix" ? element.rows : element.items;
    for (const { code } of itemsOf(parts, locale)) {
      const isField = element.type === "multipletext";
      variables.set(
        `${question}.${code}`.toLowerCase(),
        isField ? { question: `${question}_${code}` } : { question, row: code },
      );
    }
  }
  return variables;
}

function nameOf(element: JsonObject): string {
  return textOf(element.name) ?? "question";
}

function isPanel({ type }: JsonObject): boolean {
  return type === "panel" || type === "paneldynamic";
}

function pageOf(page: JsonObject, place: number, reading: Reading): SourcePage {
  const { locale, report } = reading;
  const code = textOf(page.name) ?? `page${place + 1}`;
  reportProperties(page, code, report);
  const condition = visibility(page, reading);
  const order = page.questionsOrder ?? page.questionOrder;
  return {
    code,
    where: code,
    title: surveyJsText(page.title, locale),
    description: surveyJsText(page.description, locale),
    isRandom: order === "random",
    questions: elementsOf(page).flatMap((element) => questionsOf(element, undefined, reading, 0)),
    ...(condition === undefined ? {} : { condition }),
  };
}

function visibility(element: JsonObject, { resolve }: Reading): SourceCondition | undefined {
  const text = textOf(element.visibleIf)?.trim() ?? "";
  return text === "" ? undefined : conditionOf(text, resolve, "values");
}

function questionsOf(
  element: JsonObject,
  outer: SourceCondition | undefined,
  reading: Reading,
  depth: number,
): SourceQuestion[] {
  const { locale, report } = reading;
  const where = nameOf(element);
  const type = textOf(element.type) ?? "text";
  const typeName = `SurveyJS ${type}`;
  reportProperties(element, where, report);
  const title = surveyJsText(element.title, locale);
  const condition = bothConditions(outer, visibility(element, reading));
  const placed = condition === undefined ? {} : { condition };
  if (element.visible === false) {
    report.leaveOut(
      where,
      say(
        `${typeName}, nie sichtbar (visible: false)`,
        `${typeName}, never visible (visible: false)`,
      ),
      say("Nur ein Skript könnte sie zeigen.", "Only a script could show it."),
    );
    return [];
  }
  if (isPanel(element)) return panelOf(element, title, condition, reading, depth);
  const found = surveyJsShape(element, locale);
  if ("reason" in found) {
    const words = [...title.values()][0]?.slice(0, 80) ?? where;
    report.leaveOut(where, say(`${typeName}: „${words}“`, `${typeName}: “${words}”`), found.reason);
    return [];
  }
  const help = surveyJsText(element.description, locale);
  const base = { where, typeName, isRequired: element.isRequired === true, help, ...placed };
  if ("fields" in found) {
    report.change(
      where,
      say(
        `${typeName} mit ${found.fields.length} Feldern`,
        `${typeName} with ${found.fields.length} fields`,
      ),
      say("eine Frage je Feld", "one question for each field"),
    );
    return found.fields.map(({ code, text, shape }) => ({
      ...base,
      code: `${where}_${code}`,
      title: new Map(
        [...text].map(([tag, words]) => [tag, [title.get(tag), words].filter(Boolean).join(" – ")]),
      ),
      shape,
    }));
  }
  if (found.changed !== undefined) report.change(where, say(typeName, typeName), found.changed);
  const words = found.shape.kind === "note" ? surveyJsText(element.html, locale) : title;
  const shown = words.size > 0 ? words : new Map([[locale, where]]);
  return [{ ...base, code: where, title: shown, shape: found.shape }];
}

/** A panel gives its words and condition to its questions; one that repeats is asked once. */
function panelOf(
  element: JsonObject,
  title: ReadonlyMap<string, string>,
  condition: SourceCondition | undefined,
  reading: Reading,
  depth: number,
): SourceQuestion[] {
  const where = nameOf(element);
  if (depth > 20) {
    reading.report.leaveOut(where, say("zu tief verschachtelte Gruppe", "group nested too deep"));
    return [];
  }
  if (element.type === "paneldynamic") {
    reading.report.change(
      where,
      say(
        "SurveyJS paneldynamic (wiederholte Fragen)",
        "SurveyJS paneldynamic (repeated questions)",
      ),
      say("Die Fragen darin erscheinen einmal.", "its questions appear once"),
      say("Wiederholungen gibt es hier nicht.", "There are no repetitions here."),
    );
  }
  const inner = elementsOf(element).flatMap((one) =>
    questionsOf(one, condition, reading, depth + 1),
  );
  if (title.size === 0 || inner.length === 0) return inner;
  const help = surveyJsText(element.description, reading.locale);
  const note: SourceQuestion = {
    code: where,
    where,
    typeName: "SurveyJS panel",
    title,
    help,
    isRequired: false,
    shape: { kind: "note" },
  };
  return [note, ...inner];
}
