import { conditionOf, type Resolve } from "../expression/claim-of-expression.ts";
import { importLimits } from "../file/limits.ts";
import { workbookSheets } from "../file/workbook.ts";
import { refused, say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import { bothConditions, type SourceCondition } from "../source-condition.ts";
import type { SourcePage, SourceQuestion, SourceSurvey } from "../source-survey.ts";
import { type Form, type FormRow, formOf } from "./form.ts";
import { elementsOf, type FormTable, formVariables, nameOf } from "./matrices.ts";
import { formShape, optionsOf, usesConstraint } from "./question-shapes.ts";
import { reportColumns } from "./row-columns.ts";

/** A group that is open while rows are read. */
type OpenGroup = { page: SourcePage | undefined; condition: SourceCondition | undefined };

/** Reads an XLSForm (Kobo, ODK) from its workbook; what has no place in an instrument is reported. */
export function surveyOfXlsForm(bytes: Uint8Array, report: ReportWriter): SourceSurvey {
  const form = formOf(workbookSheets(bytes));
  reportForm(form, report);
  const elements = elementsOf(form);
  const variables = formVariables(elements);
  const reading: Reading = {
    form,
    report,
    resolve: (name) => variables.get(name),
    pages: [],
    groups: [],
    loose: undefined,
  };
  for (const element of elements) {
    if ("table" in element) addQuestion(tableQuestion(element.table, reading), reading);
    else readRow(element.row, reading);
  }
  const title = form.settings.get("form_title") ?? form.settings.get("title") ?? "";
  return {
    title: new Map([[form.language, title]]),
    language: form.language,
    pages: reading.pages,
  };
}

type Reading = {
  form: Form;
  report: ReportWriter;
  resolve: Resolve;
  pages: SourcePage[];
  groups: OpenGroup[];
  /** The page of questions outside all groups, while no group comes between. */
  loose: SourcePage | undefined;
};

function readRow(row: FormRow, reading: Reading): void {
  const { kind } = row.type;
  if (kind.startsWith("begin ")) openGroup(row, kind, reading);
  else if (kind.startsWith("end ")) reading.groups.pop();
  else addQuestions(row, reading);
}

function whereOf(row: FormRow): string {
  return `survey ${row.line} (${nameOf(row)})`;
}

/** A group of the first level is a page; a group inside gives its words and condition to its questions. */
function openGroup(row: FormRow, kind: string, reading: Reading): void {
  const { report, groups, pages } = reading;
  if (groups.length >= importLimits.groups) throw nestedTooDeep(row);
  const where = whereOf(row);
  reportColumns(row, where, report);
  if (kind !== "begin group") {
    report.change(
      where,
      say(row.plain.get("type") ?? kind, row.plain.get("type") ?? kind),
      say("Die Fragen darin erscheinen einmal.", "its questions appear once"),
      say("Wiederholungen gibt es hier nicht.", "There are no repetitions here."),
    );
  }
  const condition = relevance(row, reading.resolve);
  const label = row.texts.get("label") ?? new Map<string, string>();
  if (groups.length === 0) {
    const page: SourcePage = {
      code: nameOf(row),
      where,
      title: label,
      questions: [],
      ...(condition === undefined ? {} : { condition }),
    };
    pages.push(page);
    reading.loose = undefined;
    groups.push({ page, condition: undefined });
    return;
  }
  const outer = groups.at(-1);
  groups.push({ page: outer?.page, condition: bothConditions(outer?.condition, condition) });
  if ([...label.values()].some((text) => text !== "")) {
    addQuestion(
      {
        code: nameOf(row),
        where,
        typeName: "XLSForm begin group",
        title: label,
        isRequired: false,
        shape: { kind: "note" },
      },
      reading,
    );
  }
}

function nestedTooDeep(row: FormRow) {
  return refused(
    whereOf(row),
    say(
      `Mehr als ${importLimits.groups} Gruppen stecken ineinander.`,
      `More than ${importLimits.groups} groups stand inside each other.`,
    ),
    say("Vermutlich fehlen Zeilen „end_group“.", "Rows “end_group” are probably missing."),
  );
}

function relevance(row: FormRow, resolve: Resolve): SourceCondition | undefined {
  const text = row.plain.get("relevant")?.trim() ?? "";
  return text === "" || /^(true\(\)|yes|1)$/i.test(text) ? undefined : conditionOf(text, resolve);
}

function addQuestions(row: FormRow, reading: Reading): void {
  const { form, report, resolve } = reading;
  const where = whereOf(row);
  const typeName = `XLSForm ${row.plain.get("type") ?? "?"}`;
  const title = row.texts.get("label") ?? new Map<string, string>();
  reportColumns(row, where, report);
  const found = formShape(row, form);
  if ("reason" in found) {
    const words = [...title.values()][0] ?? row.plain.get("calculation") ?? "";
    report.leaveOut(
      where,
      words === ""
        ? say(typeName, typeName)
        : say(`${typeName}: „${words}“`, `${typeName}: “${words}”`),
      found.reason,
    );
    return;
  }
  if (found.changed !== undefined) report.change(where, say(typeName, typeName), found.changed);
  reportParts(row, where, reading);
  const condition = relevance(row, resolve);
  const help = row.texts.get("hint");
  addQuestion(
    {
      code: nameOf(row),
      where,
      typeName,
      title,
      isRequired: /^(yes|true|true\(\)|1)$/i.test(row.plain.get("required") ?? ""),
      shape: found.shape,
      ...(help === undefined ? {} : { help }),
      ...(condition === undefined ? {} : { condition }),
    },
    reading,
  );
}

function addQuestion(question: SourceQuestion, reading: Reading): void {
  const group = reading.groups.at(-1);
  const condition = bothConditions(group?.condition, question.condition);
  const placed = condition === undefined ? question : { ...question, condition };
  if (group?.page !== undefined) {
    group.page.questions.push(placed);
    return;
  }
  if (reading.loose === undefined) {
    const number = reading.pages.length + 1;
    reading.loose = {
      code: `page-${number}`,
      where: question.where,
      title: new Map(),
      questions: [],
    };
    reading.pages.push(reading.loose);
  }
  reading.loose.questions.push(placed);
}

function tableQuestion({ kind, head, list, rows }: FormTable, reading: Reading): SourceQuestion {
  const { form, report, resolve } = reading;
  const where = whereOf(head);
  for (const row of [head, ...rows]) reportColumns(row, whereOf(row), report);
  for (const row of rows.filter((one) => relevance(one, resolve) !== undefined)) {
    const original = row.plain.get("relevant") ?? "";
    report.leaveOut(
      whereOf(row),
      say(`Bedingung der Zeile: ${original}`, `condition of the row: ${original}`),
      say("Die Zeile erscheint jetzt immer.", "The row now always appears."),
    );
  }
  const condition = relevance(head, resolve);
  const needsAllRows =
    rows.length > 0 && rows.every((row) => /^(yes|true)/i.test(row.plain.get("required") ?? ""));
  const options = optionsOf(list, form);
  const parts = rows.map((row) => ({
    code: nameOf(row),
    text: row.texts.get("label") ?? new Map<string, string>(),
  }));
  return {
    code: nameOf(head),
    where,
    typeName: `XLSForm ${kind === "matrix" ? "table" : "rank"} (${list})`,
    title: head.texts.get("label") ?? new Map<string, string>(),
    isRequired: needsAllRows,
    shape:
      kind === "ranking"
        ? { kind, options, max: rows.length }
        : { kind, rows: parts, columns: options, needsAllRows },
    ...(condition === undefined ? {} : { condition }),
  };
}

function reportParts(row: FormRow, where: string, { form, report }: Reading): void {
  const constraint = row.plain.get("constraint");
  if (constraint !== undefined && !usesConstraint(row)) {
    report.leaveOut(
      where,
      say(`constraint: ${constraint}`, `constraint: ${constraint}`),
      say("Diese Prüfung der Antwort entfällt.", "This check of the answer is gone."),
    );
  }
  const parameters = (row.plain.get("parameters") ?? "")
    .replace(/randomize\s*=\s*\w+|(start|end)\s*=\s*[-\d.]+|step\s*=\s*1(?!\S)/gi, "")
    .trim();
  if (parameters !== "")
    report.leaveOut(where, say(`parameters: ${parameters}`, `parameters: ${parameters}`));
  const { list } = row.type;
  const media = (form.choices.get(list) ?? []).filter(
    ({ texts }) => texts.has("image") || texts.has("audio"),
  );
  if (media.length > 0) {
    report.leaveOut(
      where,
      say(
        `Antworten mit Bildern oder Tönen: ${media.length}`,
        `options with pictures or sounds: ${media.length}`,
      ),
    );
  }
}

function reportForm(
  { settings, otherSheets, language, isLanguageGuessed }: Form,
  report: ReportWriter,
): void {
  if (isLanguageGuessed) {
    report.change(
      "settings",
      say("keine Sprache genannt", "no language named"),
      say(`gelesen als „${language}“`, `read as “${language}”`),
      say("Prüfen Sie, ob das stimmt.", "Check whether this is right."),
    );
  }
  for (const sheet of otherSheets)
    report.leaveOut(sheet, say(`Blatt „${sheet}“`, `sheet “${sheet}”`));
  for (const [key, value] of settings) {
    if (/^(form_title|title|default_language)$/.test(key)) continue;
    if (/^(form_id|id_string|version|style|allow_choice_duplicates)$/.test(key))
      report.countCosmetic(key);
    else report.leaveOut("settings", say(`${key}: ${value}`, `${key}: ${value}`));
  }
}
