import { assignedQuestions } from "../draw-assigned.ts";
import type { Instrument } from "../instrument.ts";
import { type Language, type LocalizedText, languages } from "../localized-text.ts";
import type { Random } from "../simulate-answers/draws.ts";
import { simulateAnswers } from "../simulate-answers.ts";
import { visibleQuestions } from "../visible-questions.ts";
import { pageSeconds, pagesWith, questionSeconds } from "./seconds.ts";

/** How long simulated respondents take for one form of an instrument, in minutes. */
export type FormDuration = {
  /** The form the study fixes, in words; undefined where there is only one. */
  form: LocalizedText | undefined;
  shortest: number;
  typical: number;
  longest: number;
  /** Pages that the shortest and the longest way through the form show. */
  pages: { from: number; to: number };
};

/** Simulated respondents over all forms, and the fewest for one. */
const respondentsInAll = 80;
const fewestRespondents = 20;

/**
 * Estimated duration of every form in both languages: the fastest, the median and the slowest of the simulated
 * respondents who consented. Faster and slower readers than average come on top: for most people a third.
 */
export function durations(
  instrument: Instrument,
  random: Random,
): { [L in Language]: FormDuration[] } {
  const found: { [L in Language]: FormDuration[] } = { de: [], en: [] };
  const all = forms(instrument);
  const respondents = Math.max(fewestRespondents, Math.ceil(respondentsInAll / all.length));
  for (const { form, assigned } of all) {
    const ways = Array.from({ length: respondents }, () => oneWay(instrument, random, assigned));
    const pages = ways.map((way) => way.pages);
    for (const language of languages) {
      const minutes = ways.map(({ seconds }) => seconds[language] / 60).sort((a, b) => a - b);
      found[language].push({
        form,
        shortest: minutes[0] ?? 0,
        typical: minutes[Math.floor(minutes.length / 2)] ?? 0,
        longest: minutes.at(-1) ?? 0,
        pages: { from: Math.min(...pages), to: Math.max(...pages) },
      });
    }
  }
  return found;
}

type Assigned = { [question: string]: string | number };

/** Every combination of what a study can fix. */
function forms(instrument: Instrument): { form: LocalizedText | undefined; assigned: Assigned }[] {
  const fixed = assignedQuestions(instrument).filter(({ by }) => by === "study");
  let all: { words: LocalizedText[]; assigned: Assigned }[] = [{ words: [], assigned: {} }];
  for (const { name, choices } of fixed) {
    all = all.flatMap(({ words, assigned }) =>
      choices.map(({ value, text }) => ({
        words: [...words, text],
        assigned: { ...assigned, [name]: value },
      })),
    );
  }
  return all.map(({ words, assigned }) => ({ form: joined(words), assigned }));
}

function joined(words: readonly LocalizedText[]): LocalizedText | undefined {
  if (words.length === 0) return undefined;
  return {
    de: words.map(({ de }) => de).join(" · "),
    en: words.map(({ en }) => en).join(" · "),
  };
}

/** One simulated respondent's way: the same answers, read in either language. */
function oneWay(instrument: Instrument, random: Random, assigned: Assigned) {
  const { answers, presentation } = simulateAnswers(instrument, random, { assigned });
  const visible = visibleQuestions(instrument, answers);
  const pages = pagesWith(instrument, visible);
  const seconds = { de: 0, en: 0 };
  for (const language of languages) {
    for (const page of pages) {
      seconds[language] += pageSeconds(page, language);
      for (const question of page.elements) {
        if (!visible.has(question.name)) continue;
        const { [question.name]: answer } = answers;
        const { [question.name]: shown } = presentation;
        seconds[language] += questionSeconds(question, { answer, shown, language });
      }
    }
  }
  return { seconds, pages: pages.length };
}
