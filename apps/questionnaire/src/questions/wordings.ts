import type { Answers, Instrument, Question } from "@mehrwert/study";

type Holds = (condition: string, answers: Answers) => boolean;

function withTexts<T extends { value: string | number }>(
  entries: readonly T[],
  texts: Record<string, { de: string; en: string }>,
): T[] {
  return entries.map((entry) => {
    const text = texts[String(entry.value)];
    return text ? { ...entry, text } : entry;
  });
}

/**
 * A question in the words meant for this participant: each wording variant whose condition holds replaces
 * title, description and the texts of rows or options it names. Codes and variable stay the same.
 * `holds` evaluates a condition on the answers; later variants win.
 */
export function wordedQuestion(
  question: Question,
  instrument: Instrument,
  answers: Answers,
  holds: Holds,
): Question {
  let worded = question;
  for (const wording of instrument.mehrwert.wordings) {
    if (wording.question !== question.name || !holds(wording.condition, answers)) continue;
    worded = {
      ...worded,
      title: wording.title ?? worded.title,
      ...(wording.description ? { description: wording.description } : {}),
    };
    const { texts } = wording;
    if (!texts) continue;
    if (worded.type === "matrix") worded = { ...worded, rows: withTexts(worded.rows, texts) };
    else if (
      worded.type === "ranking" ||
      worded.type === "radiogroup" ||
      worded.type === "checkbox"
    )
      worded = withChoiceTexts(worded, texts);
  }
  return worded;
}

function withChoiceTexts(
  question: Extract<Question, { type: "ranking" | "radiogroup" | "checkbox" }>,
  texts: Record<string, { de: string; en: string }>,
): Question {
  if (question.type === "ranking") {
    return { ...question, choices: withTexts(question.choices, texts) };
  }
  return { ...question, choices: withTexts(question.choices, texts) };
}
