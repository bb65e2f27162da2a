import { conditionOf, type Resolve } from "../expression/claim-of-expression.ts";
import { say } from "../refusal.ts";
import type { ReportWriter } from "../report-writer.ts";
import type { SourceCondition } from "../source-condition.ts";
import type { SourcePage, SourceQuestion, SourceSurvey } from "../source-survey.ts";
import { reportAttributes, setting } from "./attributes.ts";
import type { LimeGroup, LimeQuestion, LimeSurvey } from "./limesurvey-survey.ts";
import { limeVariables } from "./limesurvey-variables.ts";
import { limeShape, limeTypeNames } from "./question-shapes.ts";

/** A LimeSurvey survey in the terms of the import; what has no place in them is reported. */
export function surveyOfLime(survey: LimeSurvey, report: ReportWriter): SourceSurvey {
  for (const extra of survey.extras) {
    report.leaveOut(
      "–",
      extra,
      say(
        "Das legen Sie beim Anlegen der Studie fest; manches davon gibt es hier nicht.",
        "You settle this with the study; some of it does not exist here.",
      ),
    );
  }
  const resolve = limeVariables(survey);
  return {
    title: survey.title,
    description: joined(survey.description, survey.welcome),
    language: survey.language,
    pages: survey.groups.map((group, place) => pageOf(group, place, resolve, report)),
  };
}

function joined(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): Map<string, string> {
  const tags = new Set([...first.keys(), ...second.keys()]);
  const words = (tag: string) => [first.get(tag), second.get(tag)].filter((text) => text?.trim());
  return new Map([...tags].map((tag) => [tag, words(tag).join("<br><br>")]));
}

function pageOf(
  group: LimeGroup,
  place: number,
  resolve: Resolve,
  report: ReportWriter,
): SourcePage {
  const condition = relevance(group.relevance, resolve);
  const randomGroups = new Set(
    group.questions.map((question) => setting(question, "random_group")),
  );
  const [only = ""] = randomGroups;
  const isRandom = randomGroups.size === 1 && only !== "" && group.questions.length > 1;
  const where = `G${place + 1}`;
  if (!isRandom && [...randomGroups].some((name) => name !== "")) {
    report.leaveOut(
      where,
      say(
        "zufällige Reihenfolge einiger Fragen der Gruppe (random_group)",
        "random order of some questions of the group (random_group)",
      ),
      say(
        "Zufällig ordnen lassen sich alle Fragen einer Seite; teilen Sie die Seite.",
        "All questions of a page can be in random order; split the page.",
      ),
    );
  }
  return {
    code: `g${place + 1}`,
    where,
    title: group.name,
    description: group.description,
    isRandom,
    questions: group.questions.flatMap((question) => questionsOf(question, resolve, report)),
    ...(condition === undefined ? {} : { condition }),
    ...(group.randomGroup === ""
      ? {}
      : { block: `block-${group.randomGroup.toLowerCase().replace(/[^a-z0-9]+/g, "-")}` }),
  };
}

function relevance(text: string, resolve: Resolve): SourceCondition | undefined {
  const expression = text.trim().replace(/^\{([\s\S]*)\}$/, "$1");
  return expression === "" || expression === "1" ? undefined : conditionOf(expression, resolve);
}

function questionsOf(
  question: LimeQuestion,
  resolve: Resolve,
  report: ReportWriter,
): SourceQuestion[] {
  const { code, type, isMandatory } = question;
  reportAttributes(question, report);
  reportPartConditions(question, report);
  const typeName = `LimeSurvey ${type} – ${limeTypeNames[type] ?? "?"}`;
  const found = limeShape(question);
  if ("reason" in found) {
    const words = [...question.text.values()][0]?.slice(0, 80) ?? "";
    report.leaveOut(code, say(`${typeName}: „${words}“`, `${typeName}: “${words}”`), found.reason);
    return [];
  }
  reportChanged(question, typeName, report);
  const condition = relevance(question.relevance, resolve);
  const base: SourceQuestion = {
    code,
    where: code,
    typeName,
    title: question.text,
    help: question.help,
    isRequired: isMandatory,
    shape: found.shape,
    ...(condition === undefined ? {} : { condition }),
  };
  if (type === "Q" || type === "K") return separate(base, question, report);
  return type === "O" ? [base, commentOf(base)] : [base];
}

/** Several fields under one question become a question each. */
function separate(
  base: SourceQuestion,
  { subquestions }: LimeQuestion,
  report: ReportWriter,
): SourceQuestion[] {
  report.change(
    base.where,
    say(
      `${base.typeName} mit ${subquestions.length} Feldern`,
      `${base.typeName} with ${subquestions.length} fields`,
    ),
    say("eine Frage je Feld", "one question for each field"),
  );
  return subquestions.map(({ code, text }, place) => {
    const { help: _help, ...rest } = base;
    const title = new Map(
      [...base.title].map(([tag, words]) => [tag, `${words} – ${text.get(tag) ?? code}`]),
    );
    const help = place === 0 && base.help !== undefined ? { help: base.help } : {};
    return { ...rest, ...help, title, code: `${base.code}_${code}`, where: `${base.code}_${code}` };
  });
}

function commentOf({ code, where, title, condition }: SourceQuestion): SourceQuestion {
  const words = { de: "Möchten Sie das erläutern?", en: "Would you like to comment on this?" };
  return {
    code: `${code}_comment`,
    where,
    typeName: "comment",
    title: new Map(
      [...title].map(([tag, text]) => [
        tag,
        `${tag.startsWith("de") ? words.de : words.en} (${text})`,
      ]),
    ),
    isRequired: false,
    shape: { kind: "text", isLong: true },
    ...(condition === undefined ? {} : { condition }),
  };
}

function reportPartConditions({ code, subquestions }: LimeQuestion, report: ReportWriter): void {
  for (const part of subquestions.filter((one) => !/^\s*1?\s*$/.test(one.relevance))) {
    report.leaveOut(
      `${code}_${part.code}`,
      say(`Bedingung der Zeile: ${part.relevance}`, `condition of the row: ${part.relevance}`),
      say("Die Zeile erscheint jetzt immer.", "The row now always appears."),
    );
  }
}

const changes: Readonly<Record<string, ReturnType<typeof say>>> = {
  "!": say("Auswahl mit sichtbaren Antworten", "choice with visible options"),
  H: say("Matrix mit Zeilen statt Spalten", "matrix by rows instead of columns"),
  D: say("kurze offene Frage ohne Kalender", "short open question without a calendar"),
  C: say("Matrix mit den Stufen nein, unsicher, ja", "matrix with the points no, uncertain, yes"),
  E: say(
    "Matrix mit den Stufen abgenommen, gleich, zugenommen",
    "matrix with the points decreased, same, increased",
  ),
  O: say(
    "Einfachauswahl und eigene offene Frage",
    "single choice, and an open question of its own",
  ),
};

function reportChanged({ code, type }: LimeQuestion, typeName: string, report: ReportWriter): void {
  const became = changes[type];
  if (became !== undefined) report.change(code, say(typeName, typeName), became);
}
