import type { LocalizedText } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { SourcePage, SourceQuestion, SourceSurvey } from "../source-survey.ts";
import type { BuiltPage } from "./built-question.ts";
import type { BuildContext } from "./context.ts";
import { builtQuestions, joinedTexts } from "./question.ts";

/**
 * Builds the pages. Texts between questions move to the question that follows, or to the page; a page that is left
 * without questions gives its words to the next one.
 */
export function builtPages(survey: SourceSurvey, context: BuildContext): BuiltPage[] {
  const pages: BuiltPage[] = [];
  let carried: LocalizedText | undefined;
  for (const [place, source] of survey.pages.entries()) {
    const page = builtPage(source, place, context);
    if (page.questions.length > 0) {
      const description = joinedTexts(carried, page.description);
      pages.push({ ...page, ...(description === undefined ? {} : { description }) });
      carried = undefined;
    } else {
      carried = wordsOfEmptyPage(source, page, carried, context);
    }
  }
  if (carried !== undefined) {
    context.report.leaveOut(
      say("Ende", "end").de,
      say(
        `Text ohne Frage danach: „${carried.de}“`,
        `text without a question after it: “${carried.en}”`,
      ),
      say(
        "Die Schlussseite kommt aus der Studie, nicht aus dem Fragebogen.",
        "The closing page comes from the study, not from the questionnaire.",
      ),
    );
  }
  return withNames(pages, context);
}

/** Names come last, so that questions keep theirs: the order of a page or block is stored under its name. */
function withNames(pages: readonly BuiltPage[], { variables }: BuildContext): BuiltPage[] {
  const blocks = new Map<string, string>();
  return pages.map(({ block, ...page }) => {
    const named = { ...page, name: variables(page.code, "page") };
    if (block === undefined) return named;
    const known = blocks.get(block) ?? variables(block, "block");
    blocks.set(block, known);
    return { ...named, block: known };
  });
}

function wordsOfEmptyPage(
  source: SourcePage,
  page: BuiltPage,
  carried: LocalizedText | undefined,
  { report }: BuildContext,
): LocalizedText | undefined {
  report.change(
    source.where,
    say("Seite ohne Frage, die übernommen wurde", "page without a question carried over"),
    page.description === undefined
      ? say("weggelassen", "left out")
      : say("Ihr Text steht auf der folgenden Seite.", "its text stands on the following page"),
  );
  if (source.condition !== undefined && page.description !== undefined) {
    const { original } = source.condition;
    report.leaveOut(
      source.where,
      say(`Bedingung des Textes: ${original}`, `condition of the text: ${original}`),
      say("Der Text erscheint jetzt immer.", "The text now always appears."),
    );
  }
  return joinedTexts(carried, page.description);
}

function builtPage(source: SourcePage, place: number, context: BuildContext): BuiltPage {
  const { localizer, report } = context;
  const { where, condition, block } = source;
  const owner = `page ${source.code}`;
  const title = localizer.text(source.title, {
    owner,
    where,
    part: say("Seitentitel", "page title"),
  });
  let description = localizer.text(source.description, {
    owner,
    where,
    part: say("Seitentext", "page text"),
  });
  const questions: BuiltPage["questions"] = [];
  let pending: LocalizedText | undefined;
  for (const element of source.questions) {
    if (element.shape.kind !== "note") {
      questions.push(...builtQuestions(element, pending, context));
      pending = undefined;
      continue;
    }
    const note = noteOf(element, source, context);
    if (questions.length === 0) description = joinedTexts(description, note);
    else pending = joinedTexts(pending, note);
  }
  description = joinedTexts(description, pending);
  if (title === undefined && questions.length > 0) {
    report.change(
      where,
      say("Seite ohne Titel", "page without title"),
      say(`Seite ${place + 1}`, `Page ${place + 1}`),
    );
  }
  return {
    where,
    code: source.code,
    name: "",
    title: title ?? say(`Seite ${place + 1}`, `Page ${place + 1}`),
    isRandom: source.isRandom === true,
    questions,
    ...(description === undefined ? {} : { description }),
    ...(condition === undefined ? {} : { condition }),
    ...(block === undefined ? {} : { block }),
  };
}

function noteOf(
  { title, help, where, code: owner, typeName, condition }: SourceQuestion,
  page: SourcePage,
  { localizer, report }: BuildContext,
): LocalizedText | undefined {
  const place = { owner, where };
  const note = joinedTexts(
    localizer.text(title, { ...place, part: say("Text", "text") }),
    localizer.text(help, { ...place, part: say("Hilfetext", "help text") }),
  );
  if (note === undefined) {
    report.leaveOut(where, say(`${typeName} ohne Text`, `${typeName} without text`));
    return undefined;
  }
  report.change(
    where,
    say(typeName, typeName),
    say(
      "Text vor der folgenden Frage oder der Seite",
      "text before the following question or the page",
    ),
  );
  if (condition !== undefined && condition !== page.condition) {
    report.leaveOut(
      where,
      say(
        `Bedingung des Textes: ${condition.original}`,
        `condition of the text: ${condition.original}`,
      ),
      say(
        "Der Text erscheint jetzt, wo Frage oder Seite erscheinen. Prüfen Sie, ob er für alle passt.",
        "The text now appears wherever its question or page does. Check whether it fits everybody.",
      ),
    );
  }
  return note;
}
