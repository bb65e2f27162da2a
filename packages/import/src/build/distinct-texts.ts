import type { LocalizedText, Question } from "@mehrwert/study";
import { say } from "../refusal.ts";
import type { BuiltPage, BuiltQuestion } from "./built-question.ts";
import type { BuildContext } from "./context.ts";
import { comparable } from "./options.ts";

/** Gives questions and rows with the same words an addition, because instruments ask each thing once. */
export function withDistinctTexts(pages: readonly BuiltPage[], context: BuildContext): BuiltPage[] {
  const seen = { de: new Set<string>(), en: new Set<string>() };
  const own = (text: LocalizedText, addition: string, where: string): LocalizedText => {
    const isRepeated = seen.de.has(comparable(text.de)) || seen.en.has(comparable(text.en));
    const words = isRepeated ? say(`${text.de} (${addition})`, `${text.en} (${addition})`) : text;
    seen.de.add(comparable(words.de));
    seen.en.add(comparable(words.en));
    if (isRepeated) {
      context.report.change(
        where,
        say(`„${text.de}“ wird mehrmals gefragt`, `“${text.en}” is asked more than once`),
        say(`mit dem Zusatz (${addition})`, `with the addition (${addition})`),
        say("Unterscheiden Sie die Fragen im Wortlaut.", "Word the questions differently."),
      );
    }
    return words;
  };
  const settle = (built: BuiltQuestion): BuiltQuestion => ({
    ...built,
    question: settled(built.question, (text, addition) => own(text, addition, built.where)),
  });
  return pages.map((page) => ({ ...page, questions: page.questions.map(settle) }));
}

function settled(
  question: Question,
  own: (text: LocalizedText, addition: string) => LocalizedText,
): Question {
  if (question.type === "matrix" || question.type === "double-rating") {
    const rows = question.rows.map(({ value, text }) => ({ value, text: own(text, value) }));
    return { ...question, rows };
  }
  const title = own(question.title, question.name);
  if (question.type !== "ranking") return { ...question, title };
  const options = new Map<string, string>();
  const choices = question.choices.map((choice) => {
    const [de, en] = [comparable(choice.text.de), comparable(choice.text.en)];
    const isRepeated = options.has(`de ${de}`) || options.has(`en ${en}`);
    options.set(`de ${de}`, choice.value).set(`en ${en}`, choice.value);
    const { text, value } = choice;
    return isRepeated
      ? { ...choice, text: say(`${text.de} (${value})`, `${text.en} (${value})`) }
      : choice;
  });
  return { ...question, title, choices };
}
