import { importLimits } from "../file/limits.ts";
import { tooManyRows } from "../file/too-many-rows.ts";
import {
  childElements,
  childrenNamed,
  innerText,
  localName,
  type XmlElement,
  xmlRoot,
} from "../file/xml-document.ts";
import { refused, say } from "../refusal.ts";
import type { LimeGroup, LimePart, LimeQuestion, LimeSurvey } from "./limesurvey-survey.ts";

/** One row of a table of the file. */
type Row = ReadonlyMap<string, string>;
type Tables = (name: string) => Row[];

/**
 * Reads a LimeSurvey survey structure (.lss), with texts in the rows (up to version 3) or in tables of their own
 * (version 4 and later).
 *
 * @throws FileRefused for XML that is broken or is not a whole survey
 */
export function readLss(text: string): LimeSurvey {
  const root = xmlRoot(text, "");
  const [docType] = childrenNamed(root, "LimeSurveyDocType");
  const kind = docType === undefined ? "" : innerText(docType).trim();
  if (localName(root) !== "document" || kind !== "Survey") throw notASurvey(kind);
  const tables: Tables = (name) => childrenNamed(root, name).flatMap(rowsOf);
  const [settings] = tables("surveys");
  const language = settings?.get("language") ?? "en";
  const texts = tables("surveys_languagesettings");
  const ofSurvey = (field: string) => textsBy(texts, "surveyls_language", `surveyls_${field}`);
  return {
    id: settings?.get("sid") ?? "",
    language,
    title: ofSurvey("title"),
    description: ofSurvey("description"),
    welcome: ofSurvey("welcometext"),
    groups: groupsOf(tables),
    extras: [...extrasOf(tables, texts, settings), ...otherSections(root)],
  };
}

function rowsOf(section: XmlElement): Row[] {
  const rows = cellsOf(section);
  if (rows.length > importLimits.rows) throw tooManyRows(localName(section));
  return rows;
}

function cellsOf(section: XmlElement): Row[] {
  return childrenNamed(section, "rows").flatMap((rows) =>
    childrenNamed(rows, "row").map(
      (row) => new Map(childElements(row).map((cell) => [localName(cell), innerText(cell)])),
    ),
  );
}

function textsBy(rows: readonly Row[], languageField: string, field: string): Map<string, string> {
  return new Map(rows.map((row) => [row.get(languageField) ?? "", row.get(field) ?? ""]));
}

/** Rows that repeat one thing per language, together. */
function byId(rows: readonly Row[], field: string): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const id = row.get(field) ?? "";
    const same = groups.get(id);
    if (same === undefined) groups.set(id, [row]);
    else same.push(row);
  }
  return groups;
}

function inOrder<T>(things: readonly (readonly [Row, T])[], field: string): T[] {
  return things
    .toSorted(([one], [other]) => Number(one.get(field) ?? 0) - Number(other.get(field) ?? 0))
    .map(([, thing]) => thing);
}

function groupsOf(tables: Tables): LimeGroup[] {
  const l10n = byId(tables("group_l10ns"), "gid");
  const questions = questionsOf(tables);
  const groups = [...byId(tables("groups"), "gid")].flatMap(([id, rows]) => {
    const [first] = rows;
    if (first === undefined) return [];
    const texts = [...rows, ...(l10n.get(id) ?? [])].filter((row) => row.has("language"));
    const group: LimeGroup = {
      id,
      name: textsBy(texts, "language", "group_name"),
      description: textsBy(texts, "language", "description"),
      relevance: first.get("grelevance") ?? "",
      randomGroup: first.get("randomization_group") ?? "",
      questions: questions.get(id) ?? [],
    };
    return [[first, group] as const];
  });
  return inOrder(groups, "group_order");
}

function questionsOf(tables: Tables): Map<string, LimeQuestion[]> {
  const l10n = byId(tables("question_l10ns"), "qid");
  const attributes = byId(tables("question_attributes"), "qid");
  const subquestions = byId(tables("subquestions"), "parent_qid");
  const answers = byId(tables("answers"), "qid");
  const answerTexts = byId(tables("answer_l10ns"), "aid");
  const byGroup = new Map<string, [Row, LimeQuestion][]>();
  for (const [id, rows] of byId(tables("questions"), "qid")) {
    const [first] = rows;
    if (first === undefined || (first.get("parent_qid") ?? "0") !== "0") continue;
    const texts = [...rows, ...(l10n.get(id) ?? [])].filter((row) => row.has("language"));
    const question: LimeQuestion = {
      id,
      code: first.get("title") ?? `q${id}`,
      type: first.get("type") ?? "",
      text: textsBy(texts, "language", "question"),
      help: textsBy(texts, "language", "help"),
      isMandatory: first.get("mandatory") === "Y",
      hasOther: first.get("other") === "Y",
      relevance: first.get("relevance") ?? "",
      attributes: attributesOf(attributes.get(id) ?? [], texts, first),
      subquestions: partsOf(subquestions.get(id) ?? [], "qid", l10n, {
        code: "title",
        text: "question",
        order: "question_order",
      }),
      answers: partsOf(answers.get(id) ?? [], "aid", answerTexts, {
        code: "code",
        text: "answer",
        order: "sortorder",
      }),
    };
    const gid = first.get("gid") ?? "";
    const same = byGroup.get(gid);
    if (same === undefined) byGroup.set(gid, [[first, question]]);
    else same.push([first, question]);
  }
  return new Map([...byGroup].map(([gid, list]) => [gid, inOrder(list, "question_order")]));
}

function attributesOf(
  rows: readonly Row[],
  texts: readonly Row[],
  question: Row,
): Map<string, Map<string, string>> {
  const attributes = new Map<string, Map<string, string>>();
  for (const row of rows) {
    const name = row.get("attribute") ?? "";
    const values = attributes.get(name) ?? new Map<string, string>();
    attributes.set(name, values.set(row.get("language") ?? "", row.get("value") ?? ""));
  }
  const add = (name: string, value: string | undefined) => {
    if (value !== undefined && value !== "") attributes.set(name, new Map([["", value]]));
  };
  add("validation", question.get("preg"));
  add("script", texts.find((row) => (row.get("script") ?? "") !== "")?.get("script"));
  if (question.get("mandatory") === "S") add("mandatory", "soft");
  return attributes;
}

function partsOf(
  rows: readonly Row[],
  idField: string,
  l10n: ReadonlyMap<string, Row[]>,
  fields: { code: string; text: string; order: string },
): LimePart[] {
  const keyed = byId(
    rows.map((row) =>
      new Map(row).set("#", `${row.get("scale_id") ?? "0"} ${row.get(fields.code) ?? ""}`),
    ),
    "#",
  );
  const parts = [...keyed.values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined) return [];
    const texts = [...same, ...(l10n.get(first.get(idField) ?? "") ?? [])].filter((row) =>
      row.has("language"),
    );
    const part: LimePart = {
      code: first.get(fields.code) ?? "",
      text: textsBy(texts, "language", fields.text),
      scale: first.get("scale_id") ?? "0",
      relevance: first.get("relevance") ?? "",
    };
    return [[first, part] as const];
  });
  return inOrder(parts, fields.order);
}

function extrasOf(
  tables: Tables,
  texts: readonly Row[],
  settings: Row | undefined,
): LimeSurvey["extras"] {
  const extras: LimeSurvey["extras"] = [];
  const add = (count: number, de: string, en: string) => {
    if (count > 0) extras.push(say(`${de}: ${count}`, `${en}: ${count}`));
  };
  const filled = (field: string) =>
    texts.filter((row) => (row.get(field) ?? "").trim() !== "").length;
  add(tables("quota").length, "Quoten", "quotas");
  add(tables("assessments").length, "Bewertungsregeln", "assessment rules");
  const weighted = tables("answers").filter((row) => (row.get("assessment_value") ?? "0") !== "0");
  add(weighted.length, "Bewertungspunkte an Antworten", "assessment values of answers");
  add(tables("defaultvalues").length, "Vorgabewerte", "default values");
  add(
    tables("conditions").length,
    "Bedingungen im alten Format (maßgeblich ist „relevance“)",
    "conditions in the old format (“relevance” counts)",
  );
  add(filled("surveyls_endtext"), "Schlusstexte", "end texts");
  add(filled("surveyls_url"), "Weiterleitungen am Ende", "redirections at the end");
  add(filled("surveyls_policy_notice"), "Datenschutzhinweise", "privacy notices");
  add(filled("surveyls_email_invite"), "Texte für E-Mails", "texts of e-mails");
  const chosen = ["anonymized", "allowprev", "datestamp", "ipaddr", "format"].flatMap((key) => {
    const value = settings?.get(key);
    return value === undefined ? [] : [`${key} = ${value}`];
  });
  if (chosen.length > 0) {
    const list = chosen.join(", ");
    extras.push(say(`Einstellungen der Umfrage: ${list}`, `settings of the survey: ${list}`));
  }
  return extras;
}

const knownSections =
  /^(LimeSurveyDocType|DBVersion|languages|answers|answer_l10ns|assessments|conditions|defaultvalues|defaultvalue_l10ns|groups|group_l10ns|questions|question_l10ns|question_attributes|quota|quota_languagesettings|quota_members|subquestions|surveys|surveys_languagesettings)$/;

function otherSections(root: XmlElement): LimeSurvey["extras"] {
  return childElements(root)
    .map(localName)
    .filter((name) => !knownSections.test(name))
    .map((name) => say(`Abschnitt „${name}“`, `section “${name}”`));
}

function notASurvey(kind: string) {
  const found = kind === "" ? "–" : kind;
  return refused(
    "/LimeSurveyDocType",
    say(
      `Die Datei ist kein ganzer LimeSurvey-Fragebogen (gefunden: ${found}).`,
      `The file is not a whole LimeSurvey survey (found: ${found}).`,
    ),
    say(
      "Exportieren Sie „Umfragestruktur (.lss)“, nicht nur eine Gruppe oder Frage.",
      "Export “survey structure (.lss)”, not only a group or question.",
    ),
  );
}
