import {
  type Answer,
  type Answers,
  answerInWords,
  conditionInWords,
  conditionVariables,
  type Instrument,
  type Language,
  type LocalizedText,
  type Page,
  parseCondition,
  type Question,
} from "@mehrwert/study";
import { holds } from "../survey/conditions.ts";
import { visibleAnswers } from "../survey/response.ts";
import { visiblePages } from "../survey/routing.ts";
import { filled } from "../words.ts";
import { previewWords } from "./preview-words.ts";

function questionOf(instrument: Instrument, name: string): Question | undefined {
  return instrument.pages.flatMap(({ elements }) => elements).find((each) => each.name === name);
}

/** The title of a question or page; its name if the instrument knows neither. */
export function titleOf(instrument: Instrument, name: string): LocalizedText {
  const found = questionOf(instrument, name) ?? instrument.pages.find((page) => page.name === name);
  return found?.title ?? { de: name, en: name };
}

/** Answers for a person to read, one line per question; what was taken back is said, too. */
export function answersInWords(
  instrument: Instrument,
  answers: Iterable<readonly [string, Answer | undefined]>,
  language: Language,
): string[] {
  return [...answers].map(([name, answer]) => {
    const question = questionOf(instrument, name);
    const texts = question ? answerInWords(question, answer, language) : [];
    const text = texts
      .map(({ key, label, text }) => (key === undefined ? text : `${label}: ${text}`))
      .join(", ");
    return filled(
      previewWords.answered[language],
      titleOf(instrument, name)[language],
      text || previewWords.noAnswer[language],
    );
  });
}

/** Why a page or question is shown or hidden, for a person to read. */
export type Reason = {
  name: string;
  title: string;
  isShown: boolean;
  /** True for questions of type `assigned`. */
  isNeverShown?: boolean;
  /** One sentence each. */
  lines: string[];
  /** The present answers it depends on. */
  present: string[];
};

/** Why a page is shown or hidden, and each of its questions. */
export type PageReason = Reason & { questions: Reason[] };

/** The whole routing of an instrument, as it is for somebody with these answers. */
export function routingInWords(
  instrument: Instrument,
  draftAnswers: Answers,
  language: Language,
): PageReason[] {
  const answers = visibleAnswers(instrument, draftAnswers);
  const shown = new Map(
    visiblePages(instrument, answers).map(({ name, questions }) => [name, questions]),
  );
  const { question: consent } = instrument.mehrwert.consent;
  const facts = { instrument, answers, language };
  return instrument.pages
    .map((page) => ({ ...page, elements: page.elements.filter(({ name }) => name !== consent) }))
    .filter(({ elements }) => elements.length > 0)
    .map((page) => {
      const questions = shown.get(page.name);
      return {
        ...pageReason(page, questions !== undefined, facts),
        questions: page.elements.map((question) =>
          questionReason(question, page, questions?.includes(question.name) ?? false, facts),
        ),
      };
    });
}

type Facts = { instrument: Instrument; answers: Answers; language: Language };

function pageReason(page: Page, isShown: boolean, facts: Facts): Reason {
  const { language } = facts;
  const condition = page.visibleIf;
  if (page.elements.every(({ type }) => type === "assigned")) {
    const lines = [previewWords.onlyAssigned[language]];
    return {
      name: page.name,
      title: page.title[language],
      isShown,
      isNeverShown: true,
      lines,
      present: [],
    };
  }
  const isBlocked = condition !== undefined && !holds(condition, facts.answers);
  const line =
    isShown || isBlocked ? conditionLine(condition, facts) : previewWords.hiddenEmpty[language];
  const present = presentAnswers(condition, facts);
  return { name: page.name, title: page.title[language], isShown, lines: [line], present };
}

function questionReason(question: Question, page: Page, isShown: boolean, facts: Facts): Reason {
  const { language, instrument, answers } = facts;
  const { name, title, visibleIf } = question;
  const reason = {
    name,
    title: title[language],
    isShown,
    present: presentAnswers(visibleIf, facts),
  };
  if (question.type === "assigned") {
    const [line] = answerInWords(question, answers[name], language);
    const assigned = line?.text ?? previewWords.noAnswer[language];
    const lines = [filled(previewWords.neverShown[language], assigned)];
    return { ...reason, isNeverShown: true, lines };
  }
  if (!isShown && page.visibleIf !== undefined && !holds(page.visibleIf, answers)) {
    return { ...reason, lines: [previewWords.hiddenWithPage[language]] };
  }
  const wordings = instrument.mehrwert.wordings
    .filter((wording) => wording.question === name && holds(wording.condition, answers))
    .map(({ condition }) =>
      filled(previewWords.otherWords[language], conditionInWords(condition, instrument, language)),
    );
  const line =
    visibleIf === undefined ? previewWords.alwaysHere[language] : conditionLine(visibleIf, facts);
  return { ...reason, lines: [line, ...wordings] };
}

function conditionLine(condition: string | undefined, facts: Facts): string {
  const { instrument, answers, language } = facts;
  if (condition === undefined) return previewWords.always[language];
  const line = holds(condition, answers) ? "shownBecause" : "hiddenBecause";
  return filled(previewWords[line][language], conditionInWords(condition, instrument, language));
}

function presentAnswers(condition: string | undefined, facts: Facts): string[] {
  if (condition === undefined) return [];
  const { instrument, answers, language } = facts;
  const names = conditionVariables(parseCondition(condition));
  return answersInWords(
    instrument,
    names.map((name) => [name, answers[name]] as const),
    language,
  );
}
