import type { LocalizedText, Question } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { BuiltPage, BuiltQuestion } from "./built-question.ts";
import type { BuildContext } from "./context.ts";
import { type DistinctWords, distinctWords } from "./distinct-words.ts";

/** Gives questions, rows and ranked options with the same words an addition: instruments ask each thing once. */
export function withDistinctTexts(pages: readonly BuiltPage[], context: BuildContext): BuiltPage[] {
  const asked = distinctWords();
  const settle = (built: BuiltQuestion): BuiltQuestion => {
    const own = (text: LocalizedText, addition: string, among: DistinctWords) => {
      const words = among(text, addition);
      if (words !== undefined) reportRepeated(text, words, built.where, context);
      return words ?? text;
    };
    return { ...built, question: settled(built.question, asked, own) };
  };
  return pages.map((page) => ({ ...page, questions: page.questions.map(settle) }));
}

type Own = (text: LocalizedText, addition: string, among: DistinctWords) => LocalizedText;

function settled(question: Question, asked: DistinctWords, own: Own): Question {
  if (question.type === "matrix" || question.type === "double-rating") {
    const rows = question.rows.map((row) => ({ ...row, text: own(row.text, row.value, asked) }));
    return { ...question, rows };
  }
  const title = own(question.title, question.name, asked);
  if (question.type !== "ranking") return { ...question, title };
  const options = distinctWords();
  const choices = question.choices.map((choice) => ({
    ...choice,
    text: own(choice.text, choice.value, options),
  }));
  return { ...question, title, choices };
}

function reportRepeated(
  text: LocalizedText,
  words: LocalizedText,
  where: string,
  { report }: BuildContext,
): void {
  report.change(
    where,
    say(`„${text.de}“ kommt mehrmals vor`, `“${text.en}” occurs more than once`),
    say(`„${words.de}“`, `“${words.en}”`),
    say("Wählen Sie verschiedene Worte.", "Choose different words."),
  );
}
