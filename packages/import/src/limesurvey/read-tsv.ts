import Papa from "papaparse";
import { importLimits } from "../file/limits.ts";
import { tooManyRows } from "../file/too-many-rows.ts";
import { refused, say } from "../refusal.ts";
import type { LimeGroup, LimePart, LimeQuestion, LimeSurvey } from "./limesurvey-survey.ts";

type Row = ReadonlyMap<string, string>;

/** Columns with a meaning of their own; all others are settings of questions. */
const ownColumns: ReadonlySet<string> = new Set([
  "id",
  "related_id",
  "class",
  "type/scale",
  "name",
  "relevance",
  "text",
  "help",
  "language",
  "mandatory",
  "other",
  "encrypted",
  "same_default",
  "same_script",
  "default",
]);

/**
 * Reads LimeSurvey's tab-separated survey structure: rows for settings, groups, questions and their parts, all of
 * it once for each language.
 *
 * @throws FileRefused for a table without the columns of that format
 */
export function readLimeTsv(text: string): LimeSurvey {
  const rows = tableOf(text);
  const settings = new Map(ofClass(rows, "S").map((row) => [cell(row, "name"), cell(row, "text")]));
  const own = (name: string) =>
    new Map(
      ofClass(rows, "SL")
        .filter((row) => cell(row, "name") === name)
        .map((row) => [cell(row, "language"), cell(row, "text")]),
    );
  const language = settings.get("language") ?? cell(ofClass(rows, "G")[0], "language");
  return {
    id: settings.get("sid") ?? "",
    language,
    title: own("surveyls_title"),
    description: own("surveyls_description"),
    welcome: own("surveyls_welcometext"),
    groups: groupsOf(rows),
    extras: extrasOf(rows, settings, own),
  };
}

function tableOf(text: string): Row[] {
  const { data } = Papa.parse<string[]>(text, {
    preview: importLimits.rows + 2,
    delimiter: "\t",
    skipEmptyLines: "greedy",
  });
  const [head = [], ...body] = data;
  const columns = head.map((name) => name.trim());
  if (!["class", "type/scale", "name", "text"].every((name) => columns.includes(name))) {
    throw refused(
      "1",
      say(
        "Die erste Zeile nennt nicht die Spalten von LimeSurvey (class, type/scale, name, text).",
        "The first line does not name the columns of LimeSurvey (class, type/scale, name, text).",
      ),
      say(
        "Exportieren Sie „Tab-getrennte Werte (.txt)“ aus LimeSurvey.",
        "Export “tab-separated values (.txt)” from LimeSurvey.",
      ),
    );
  }
  if (body.length > importLimits.rows) throw tooManyRows("–");
  const last = body.at(-1);
  if (last !== undefined && last.length < columns.length / 2) {
    throw refused(
      String(data.length),
      say("Die letzte Zeile bricht ab.", "The last line breaks off."),
      say(
        "Vermutlich ist die Datei abgeschnitten. Exportieren Sie sie neu.",
        "The file is probably cut off. Export it again.",
      ),
    );
  }
  return body.map(
    (cells) =>
      new Map(
        cells.flatMap((cell, place): [string, string][] => {
          const name = columns[place];
          return cell === "" || name === undefined ? [] : [[name, cell]];
        }),
      ),
  );
}

function cell(row: Row | undefined, name: string): string {
  return row?.get(name) ?? "";
}

function ofClass(rows: readonly Row[], name: string): Row[] {
  return rows.filter((row) => cell(row, "class") === name);
}

/** Where the rows of one language have got to. */
type Progress = {
  group: LimeGroup | undefined;
  question: LimeQuestion | undefined;
  groups: number;
};

function groupsOf(rows: readonly Row[]): LimeGroup[] {
  const groups: LimeGroup[] = [];
  const questions = new Map<string, LimeQuestion>();
  const progress = new Map<string, Progress>();
  for (const row of rows) {
    const language = cell(row, "language");
    const now = progress.get(language) ?? { group: undefined, question: undefined, groups: 0 };
    progress.set(language, now);
    const kind = cell(row, "class");
    if (kind === "G") {
      now.group = groups[now.groups] ?? emptyGroup(row, groups);
      now.groups += 1;
      now.question = undefined;
      now.group.name.set(language, cell(row, "name"));
      now.group.description.set(language, cell(row, "text"));
    } else if (kind === "Q") {
      const code = cell(row, "name");
      now.question = questions.get(code) ?? emptyQuestion(row, now.group, groups);
      questions.set(code, now.question);
      now.question.text.set(language, cell(row, "text"));
      now.question.help.set(language, cell(row, "help"));
      addAttributes(now.question, row, language);
    } else if (kind === "SQ" || kind === "A") {
      const parts = kind === "SQ" ? now.question?.subquestions : now.question?.answers;
      if (parts !== undefined) addPart(parts, row, language);
    }
  }
  return groups;
}

function emptyGroup(row: Row, groups: LimeGroup[]): LimeGroup {
  const group: LimeGroup = {
    id: cell(row, "id") || String(groups.length + 1),
    name: new Map(),
    description: new Map(),
    relevance: cell(row, "relevance"),
    randomGroup: cell(row, "random_gid"),
    questions: [],
  };
  groups.push(group);
  return group;
}

function emptyQuestion(row: Row, group: LimeGroup | undefined, groups: LimeGroup[]): LimeQuestion {
  const question: LimeQuestion = {
    id: cell(row, "id"),
    code: cell(row, "name"),
    type: cell(row, "type/scale"),
    text: new Map(),
    help: new Map(),
    isMandatory: cell(row, "mandatory") === "Y",
    hasOther: cell(row, "other") === "Y",
    relevance: cell(row, "relevance"),
    attributes: new Map(),
    subquestions: [],
    answers: [],
  };
  const home = group ?? emptyGroup(new Map(), groups);
  home.questions.push(question);
  return question;
}

function addAttributes(question: LimeQuestion, row: Row, language: string): void {
  for (const [name, value] of row) {
    if (ownColumns.has(name) || value === "" || name === "") continue;
    const values = question.attributes.get(name) ?? new Map<string, string>();
    question.attributes.set(name, values.set(language, value));
  }
  if (cell(row, "mandatory") === "S") question.attributes.set("mandatory", new Map([["", "soft"]]));
  if (cell(row, "default") !== "") {
    question.attributes.set("default", new Map([["", cell(row, "default")]]));
  }
}

function addPart(parts: LimePart[], row: Row, language: string): void {
  const code = cell(row, "name");
  const scale = cell(row, "type/scale") || "0";
  const known = parts.find((part) => part.code === code && part.scale === scale);
  if (known !== undefined) known.text.set(language, cell(row, "text"));
  else if (parts.length <= importLimits.options) {
    const text = new Map([[language, cell(row, "text")]]);
    parts.push({ code, scale, relevance: cell(row, "relevance"), text });
  }
}

function extrasOf(
  rows: readonly Row[],
  settings: ReadonlyMap<string, string>,
  own: (name: string) => ReadonlyMap<string, string>,
): LimeSurvey["extras"] {
  const extras: LimeSurvey["extras"] = [];
  const add = (count: number, de: string, en: string) => {
    if (count > 0) extras.push(say(`${de}: ${count}`, `${en}: ${count}`));
  };
  const filled = (name: string) =>
    [...own(name).values()].filter((text) => text.trim() !== "").length;
  add(ofClass(rows, "QTA").length, "Quoten", "quotas");
  add(ofClass(rows, "AS").length, "Bewertungsregeln", "assessment rules");
  add(
    ofClass(rows, "C").length,
    "Bedingungen im alten Format (maßgeblich ist „relevance“)",
    "conditions in the old format (“relevance” counts)",
  );
  add(filled("surveyls_endtext"), "Schlusstexte", "end texts");
  add(filled("surveyls_url"), "Weiterleitungen am Ende", "redirections at the end");
  add(filled("surveyls_policy_notice"), "Datenschutzhinweise", "privacy notices");
  const chosen = ["anonymized", "allowprev", "datestamp", "ipaddr", "format"].flatMap((key) => {
    const value = settings.get(key);
    return value === undefined ? [] : [`${key} = ${value}`];
  });
  if (chosen.length > 0) {
    const list = chosen.join(", ");
    extras.push(say(`Einstellungen der Umfrage: ${list}`, `settings of the survey: ${list}`));
  }
  const known = /^(S|SL|G|Q|SQ|A|AS|C|QTA|QTAM|QTALS)$/;
  const other = rows.filter((row) => !known.test(cell(row, "class")));
  add(other.length, "Zeilen unbekannter Art", "rows of an unknown class");
  return extras;
}
