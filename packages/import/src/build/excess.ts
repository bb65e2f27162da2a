import { importLimits } from "../file/limits.ts";
import { refused, say } from "../refusal.ts";
import type { SourceSurvey } from "../source-survey.ts";

/**
 * Refuses what no questionnaire needs, before anything long is done with it.
 *
 * @throws FileRefused naming the limit
 */
export function refuseExcess(survey: SourceSurvey, languages: number): void {
  const count = survey.pages.reduce((sum, page) => sum + page.questions.length, 0);
  if (count > importLimits.questions) throw tooMany(count);
  refuseLongLists(survey);
  refuseManyConditions(survey);
  if (languages > importLimits.languages) throw tooManyLanguages();
}

function tooManyLanguages() {
  return refused(
    "",
    say(
      `Die Datei enthält mehr als ${importLimits.languages} Sprachfassungen.`,
      `The file holds more than ${importLimits.languages} language versions.`,
    ),
    say("Behalten Sie Deutsch und Englisch.", "Keep German and English."),
  );
}

function tooMany(count: number) {
  return refused(
    "",
    say(
      `Die Datei enthält ${count} Fragen; höchstens ${importLimits.questions} werden gelesen.`,
      `The file holds ${count} questions; at most ${importLimits.questions} are read.`,
    ),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}

function refuseLongLists({ pages }: SourceSurvey): void {
  let parts = 0;
  for (const { shape, where } of pages.flatMap((page) => page.questions)) {
    const lists = [
      "options" in shape ? shape.options : [],
      "rows" in shape ? shape.rows : [],
      "columns" in shape ? shape.columns : [],
    ].map(({ length }) => length);
    if (Math.max(...lists) > importLimits.options) throw tooLongList(where, importLimits.options);
    parts += lists.reduce((sum, length) => sum + length, 0);
    if (parts > importLimits.parts) throw tooLongList("", importLimits.parts);
  }
}

function tooLongList(where: string, most: number) {
  return refused(
    where,
    say(
      `Zu viele Antworten oder Zeilen: mehr als ${most}.`,
      `Too many options or rows: more than ${most}.`,
    ),
    say(
      "Kürzen Sie die Liste oder fragen Sie offen.",
      "Shorten the list, or ask an open question.",
    ),
  );
}

function refuseManyConditions({ pages }: SourceSurvey): void {
  const owners = [...pages, ...pages.flatMap((page) => page.questions)];
  const count = owners.reduce(
    (sum, { condition }) => sum + (condition?.joint?.length ?? (condition === undefined ? 0 : 1)),
    0,
  );
  if (count <= importLimits.conditions) return;
  throw refused(
    "",
    say(
      `Die Datei enthält mehr als ${importLimits.conditions} Bedingungen.`,
      `The file holds more than ${importLimits.conditions} conditions.`,
    ),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}
