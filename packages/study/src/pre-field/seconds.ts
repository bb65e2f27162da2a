import { decisionOutcome } from "../decision-outcome.ts";
import type { Instrument, Page, Question, QuestionOf } from "../instrument.ts";
import type { Language, LocalizedText } from "../localized-text.ts";
import type { Answer, Presentation } from "../survey-response.ts";
import { wordsOf } from "./reading-ease.ts";

/**
 * Words read silently in a minute.
 *
 * Source: Brysbaert (2019), J. Memory and Language 109, 104047: 238 for English non-fiction. German needs fewer, longer
 * words for the same: times 179/228, the ratio of the International Reading Speed Texts (Trauzettel-Klosinski & Dietz
 * 2012, Investigative Ophthalmology & Visual Science 53, 5452–5461).
 */
export const wordsPerMinute: Record<Language, number> = { en: 238, de: 187 };

/**
 * Seconds to decide and answer, reading not included. Our own values, chosen so that a single question with its
 * reading takes about the ten seconds, and a row of a battery the five to six, that are reported for online panels
 * (Pew Research Center 2022, “How we keep our online surveys from running too long”). A judgement that is to be stood up
 * for takes longer than a row, and a reason is a written sentence or two. A pretest measures better.
 */
export const answerSeconds = {
  page: 3,
  choice: 4,
  eachTicked: 2,
  row: 3,
  eachRanked: 6,
  shortText: 12,
  longText: 45,
  number: 5,
  vignette: 5,
  rosterEntry: 1,
  maxdiffChoice: 6,
  codeElement: 6,
  /** A row that somebody judges for others: a statement of a Delphi round, a criterion of a decision. */
  judgement: 12,
  reason: 75,
  weight: 5,
} as const;

/** How long a text takes to read. */
export function readingSeconds(texts: readonly LocalizedText[], language: Language): number {
  const words = texts.reduce((sum, text) => sum + wordsOf(text[language]).length, 0);
  return (60 * words) / wordsPerMinute[language];
}

/** Seconds a person spends on a page besides its questions. */
export function pageSeconds({ title, description }: Page, language: Language): number {
  const texts = description === undefined ? [title] : [title, description];
  return answerSeconds.page + readingSeconds(texts, language);
}

/** Seconds a person spends on a question: reading what they see, and answering what they answered. */
export function questionSeconds(
  question: Question,
  { answer, shown, language }: Seen & { language: Language },
): number {
  if (question.type === "assigned") return 0;
  const { title, description } = question;
  const frame = description === undefined ? [title] : [title, description];
  const reading = readingSeconds([...frame, ...textsSeen(question, { answer, shown })], language);
  return reading + (answer === undefined ? 0 : decidingSeconds(question, answer));
}

type Seen = { answer: Answer | undefined; shown: Presentation[string] | undefined };

function textsSeen(question: Question, { answer, shown }: Seen): LocalizedText[] {
  const texts = (parts: readonly { text: LocalizedText }[]) => parts.map(({ text }) => text);
  switch (question.type) {
    case "radiogroup":
    case "checkbox":
      return texts(question.choices);
    case "ranking":
    case "maxdiff":
      return [...texts(question.choices), ...explanations(question.choices)];
    case "matrix":
      return [...texts(question.columns), ...texts(question.rows)];
    case "number-band":
      return texts(question.bands);
    case "double-rating":
      return [...question.ratings.flatMap(ratingTexts), ...texts(question.rows)];
    case "vignette":
      return [
        ...texts(question.variants.filter(({ value }) => value === shown?.variant)),
        ...question.rows.flatMap(ratingTexts),
      ];
    case "roster":
      return [...texts(question.entries), ...texts(question.columns)];
    case "code":
      return texts(question.elements);
    case "statement-round":
      return [
        ...question.ratings.flatMap(ratingTexts),
        ...texts(question.statements),
        ...question.statements.flatMap(({ feedback }) => feedback?.reasons ?? []),
      ];
    case "decision":
      return [
        ...texts(question.columns),
        ...texts(question.criteria),
        ...recommendationTexts(question, answer),
      ];
    default:
      return [];
  }
}

/** What a decision aid answers. */
function recommendationTexts(
  question: QuestionOf<"decision">,
  answer: Answer | undefined,
): LocalizedText[] {
  const found = decisionOutcome(question, answer);
  if (found === undefined) return [];
  const { text } = question.outcomes[found.outcome];
  return [text, ...found.advice, ...found.reasons, question.note];
}

type Rating = { text: LocalizedText; columns: readonly { text: LocalizedText }[] };
const ratingTexts = ({ text, columns }: Rating) => [text, ...columns.map((column) => column.text)];

function explanations(cards: readonly { mehrwertExplanation?: LocalizedText | undefined }[]) {
  return cards.flatMap(({ mehrwertExplanation: text }) => (text === undefined ? [] : [text]));
}

function decidingSeconds(question: Question, answer: Answer): number {
  const keys = typeof answer === "object" ? Object.keys(answer).length : 1;
  switch (question.type) {
    case "checkbox":
      return answerSeconds.choice + answerSeconds.eachTicked * keys;
    case "ranking":
      return answerSeconds.eachRanked * keys;
    case "text":
      return answerSeconds.shortText;
    case "comment":
      return answerSeconds.longText;
    case "nps":
    case "number-band":
      return answerSeconds.number;
    case "vignette":
      return answerSeconds.vignette + answerSeconds.row * keys;
    case "roster":
      return answerSeconds.rosterEntry * question.entries.length + answerSeconds.row * keys;
    case "maxdiff":
      return answerSeconds.maxdiffChoice * keys;
    case "code":
      return answerSeconds.codeElement * question.elements.length;
    case "statement-round":
      return judgingSeconds(question, Object.keys(answer));
    case "decision": {
      const weights = Object.keys(answer).filter((key) => key.endsWith(".weight")).length;
      return answerSeconds.judgement * (keys - weights) + answerSeconds.weight * weights;
    }
    case "matrix":
    case "double-rating":
      return answerSeconds.row * keys;
    default:
      return answerSeconds.choice;
  }
}

/** A panel is invited for its reasons: one for every other statement, however few simulated people write. */
function judgingSeconds(question: QuestionOf<"statement-round">, keys: readonly string[]): number {
  const ratings = keys.filter((key) => !key.endsWith(".reason")).length;
  const statements = ratings / question.ratings.length;
  return answerSeconds.judgement * ratings + (answerSeconds.reason * statements) / 2;
}

/** Whether anything of an instrument is asked on a page by these questions. */
export function pagesWith(instrument: Instrument, questions: ReadonlySet<string>): Page[] {
  return instrument.pages.filter(({ elements }) =>
    elements.some(({ name, type }) => type !== "assigned" && questions.has(name)),
  );
}
