import type { Issue, LocalizedText } from "@mehrwert/study";

/** What is wrong with one question, in words for the participant. */
export type QuestionIssue = { question: string; text: LocalizedText };

function questionOf(path: string): string | undefined {
  const [, area, name] = path.split("/");
  return area === "answers" || area === "presentation" ? name : undefined;
}

/** Issues of the check by question, one per question; those that belong to no question are left out. */
export function questionIssues(issues: readonly Pick<Issue, "path" | "message" | "advice">[]) {
  const byQuestion = new Map<string, QuestionIssue>();
  for (const { path, message, advice } of issues) {
    const question = questionOf(path);
    if (question === undefined || byQuestion.has(question)) continue;
    const text = {
      de: `${message.de} ${advice.de}`,
      en: `${message.en} ${advice.en}`,
    };
    byQuestion.set(question, { question, text });
  }
  return byQuestion;
}
