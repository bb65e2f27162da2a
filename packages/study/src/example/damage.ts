import type { Instrument, Question, QuestionOf } from "../instrument.ts";
import type { Answers } from "../survey-response.ts";
import { visibleQuestions } from "../visible-questions.ts";

/** A JSON object. */
export type JsonObject = { [key: string]: unknown };

/** A response as parsed JSON, free to be spoilt. */
export type Sent = {
  answers: JsonObject;
  presentation: JsonObject;
  lastPage?: string;
  assigned: { [question: string]: string | number };
};

/** What a damage may look at. */
export type DamageContext = {
  instrument: Instrument;
  questions: readonly Question[];
  visible: ReadonlySet<string>;
};

/**
 * A way of spoiling a response. `spoil` changes it and gives the pointer at which it must be refused,
 * or gives undefined where there is nothing to spoil in this way.
 */
export type Damage = {
  name: string;
  spoil(sent: Sent, context: DamageContext): string | undefined;
};

/** What damages look at, for one respondent. */
export function damageContext(instrument: Instrument, answers: Answers): DamageContext {
  return {
    instrument,
    questions: instrument.pages.flatMap((page) => page.elements),
    visible: visibleQuestions(instrument, answers),
  };
}

/** Puts another value in the place of an answer; `change` gives it and where below the question it is wrong. */
export function otherValue<Type extends Question["type"]>(
  name: string,
  types: readonly Type[],
  change: (
    question: QuestionOf<Type>,
    answer: unknown,
  ) => { value: unknown; at?: string } | undefined,
): Damage {
  return {
    name,
    spoil({ answers }, { questions }) {
      for (const question of questions) {
        if (!isOneOf(question, types) || !Object.hasOwn(answers, question.name)) continue;
        const changed = change(question, answers[question.name]);
        if (changed === undefined) continue;
        answers[question.name] = changed.value;
        return `#/answers/${question.name}${changed.at ?? ""}`;
      }
      return undefined;
    },
  };
}

/** Changes an answer with keys; `change` gives the key at which it is wrong, "" for the whole answer. */
export function otherKeys<Type extends Question["type"]>(
  name: string,
  types: readonly Type[],
  change: (question: QuestionOf<Type>, answer: JsonObject) => string | undefined,
): Damage {
  return otherValue(name, types, (question, answer) => {
    if (!isJsonObject(answer)) return undefined;
    const key = change(question, answer);
    if (key === undefined) return undefined;
    return { value: answer, at: key === "" ? "" : `/${key}` };
  });
}

/** Changes what was drawn for a question of some types; `change` gives the key at which it is wrong. */
export function otherDraw<Type extends Question["type"]>(
  name: string,
  types: readonly Type[],
  change: (drawn: JsonObject, question: QuestionOf<Type>) => string | undefined,
): Damage {
  return {
    name,
    spoil({ presentation }, { questions }) {
      for (const question of questions) {
        const drawn = presentation[question.name];
        if (!isOneOf(question, types) || !isJsonObject(drawn)) continue;
        const key = change(drawn, question);
        if (key !== undefined) return `#/presentation/${question.name}/${key}`;
      }
      return undefined;
    },
  };
}

/** A JSON object: not a list, not null. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isOneOf<Type extends Question["type"]>(
  question: Question,
  types: readonly Type[],
): question is QuestionOf<Type> {
  return types.some((type) => type === question.type);
}
