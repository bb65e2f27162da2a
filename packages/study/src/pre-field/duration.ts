import { assignedQuestions } from "../draw-assigned.ts";
import type { Instrument, QuestionOf } from "../instrument.ts";
import { type Language, type LocalizedText, languages } from "../localized-text.ts";
import type { Random } from "../simulate-answers/draws.ts";
import { simulateAnswers } from "../simulate-answers.ts";
import { visibleQuestions } from "../visible-questions.ts";
import { pageSeconds, pagesWith, questionSeconds } from "./seconds.ts";

/** How long simulated respondents take for one form of an instrument, in minutes. */
export type FormDuration = {
  /** What the study fixes and what changes the duration, in words; undefined if nothing does. */
  form: LocalizedText | undefined;
  shortest: number;
  typical: number;
  longest: number;
  /** Pages that the shortest and the longest way through the form show. */
  pages: { from: number; to: number };
};

/** What the study fixes is told apart if it changes the typical duration by more minutes than this. */
const notableMinutes = 1;

/** Simulated respondents over all forms, and the fewest for one. */
const respondentsInAll = 80;
const fewestRespondents = 20;

/**
 * Estimated duration of every form in both languages: the fastest, the median and the slowest of the simulated
 * respondents who consented. Faster and slower readers than average come on top: for most people a third.
 * Forms that take about as long as each other are one.
 */
export function durations(
  instrument: Instrument,
  random: Random,
): { [L in Language]: FormDuration[] } {
  const fixed = assignedQuestions(instrument).filter(({ by }) => by === "study");
  const all = forms(fixed);
  const respondents = Math.max(fewestRespondents, Math.ceil(respondentsInAll / all.length));
  const ways = all.flatMap((assigned) =>
    Array.from({ length: respondents }, () => ({
      assigned,
      ...oneWay(instrument, random, assigned),
    })),
  );
  const notable = fixed.filter((question) => isNotable(question, ways));
  const grouped = forms(notable).map((form) => ({
    form: inWords(notable, form),
    ways: ways.filter(({ assigned }) => notable.every(({ name }) => assigned[name] === form[name])),
  }));
  const told = (language: Language) =>
    grouped.map((group) => ({ form: group.form, ...duration(group.ways, language) }));
  return { de: told("de"), en: told("en") };
}

type Assigned = { [question: string]: string | number };
type Way = { seconds: { [L in Language]: number }; pages: number };

/** Every combination of what a study can fix. */
function forms(fixed: readonly QuestionOf<"assigned">[]): Assigned[] {
  return fixed.reduce<Assigned[]>(
    (all, { name, choices }) =>
      all.flatMap((assigned) => choices.map(({ value }) => ({ ...assigned, [name]: value }))),
    [{}],
  );
}

function duration(ways: readonly Way[], language: Language): Omit<FormDuration, "form"> {
  const minutes = ways.map(({ seconds }) => seconds[language] / 60).sort((a, b) => a - b);
  const pages = ways.map((way) => way.pages);
  return {
    shortest: minutes[0] ?? 0,
    typical: minutes[Math.floor(minutes.length / 2)] ?? 0,
    longest: minutes.at(-1) ?? 0,
    pages: { from: Math.min(...pages), to: Math.max(...pages) },
  };
}

function isNotable(
  { name, choices }: QuestionOf<"assigned">,
  ways: readonly (Way & { assigned: Assigned })[],
): boolean {
  const typical = choices.map(({ value }) => {
    const chosen = ways.filter(({ assigned }) => assigned[name] === value);
    return chosen.reduce((sum, { seconds }) => sum + seconds.de, 0) / chosen.length / 60;
  });
  return Math.max(...typical) - Math.min(...typical) > notableMinutes;
}

/** The form with the name of what was fixed, unless only one thing is. */
function inWords(
  notable: readonly QuestionOf<"assigned">[],
  form: Assigned,
): LocalizedText | undefined {
  if (notable.length === 0) return undefined;
  const said = (language: Language) =>
    notable
      .map(({ name, title, choices }) => {
        const text = choices.find(({ value }) => value === form[name])?.text[language];
        return notable.length === 1 ? text : `${title[language]}: ${text}`;
      })
      .join(" · ");
  return { de: said("de"), en: said("en") };
}

/** One simulated respondent's way: the same answers, read in either language. */
function oneWay(instrument: Instrument, random: Random, assigned: Assigned): Way {
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
