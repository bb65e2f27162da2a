import { optionInWords } from "./answer-in-words.ts";
import { type AnswerPart, answerParts } from "./answer-parts.ts";
import type {
  ConditionExpression,
  ConditionOperand,
  ConditionOperator,
  ConditionVariable,
} from "./condition/expression.ts";
import { type Condition, parseCondition } from "./condition.ts";
import type { Instrument, Question } from "./instrument.ts";
import type { Language } from "./language.ts";
import type { LocalizedText } from "./localized-text.ts";

/** `{0}` is the answer looked at, `{1}` what it is compared with. */
const claims: Record<ConditionOperator | "empty" | "notempty", LocalizedText> = {
  equal: { de: "{0} ist {1}", en: "{0} is {1}" },
  notequal: { de: "{0} ist nicht {1}", en: "{0} is not {1}" },
  greater: { de: "{0} ist mehr als {1}", en: "{0} is more than {1}" },
  greaterorequal: { de: "{0} ist mindestens {1}", en: "{0} is at least {1}" },
  less: { de: "{0} ist weniger als {1}", en: "{0} is less than {1}" },
  lessorequal: { de: "{0} ist höchstens {1}", en: "{0} is at most {1}" },
  contains: { de: "{0} enthält {1}", en: "{0} contains {1}" },
  notcontains: { de: "{0} enthält nicht {1}", en: "{0} does not contain {1}" },
  anyof: { de: "{0} ist oder enthält eines von {1}", en: "{0} is or contains one of {1}" },
  noneof: { de: "{0} ist oder enthält keines von {1}", en: "{0} is or contains none of {1}" },
  allof: { de: "{0} enthält alle von {1}", en: "{0} contains all of {1}" },
  empty: { de: "{0} ist nicht beantwortet", en: "{0} is not answered" },
  notempty: { de: "{0} ist beantwortet", en: "{0} is answered" },
};

const joints: Record<"and" | "or" | "not" | "place", LocalizedText> = {
  and: { de: " und ", en: " and " },
  or: { de: " oder ", en: " or " },
  not: { de: "es gilt nicht: ({0})", en: "it does not hold that ({0})" },
  place: { de: "{0}, Platz {1},", en: "{0}, place {1}," },
};

const quoted: LocalizedText = { de: "„{0}“", en: "“{0}”" };

function filled(text: string, ...parts: string[]): string {
  return text.replace(/\{(\d)\}/g, (_, at) => parts[Number(at)] ?? "");
}

/**
 * A condition for a person to read, with the words of questions and options instead of their names and codes.
 * @throws ConditionSyntaxError if a text is given that cannot be read
 * @example conditionInWords("{consent} = 'yes'", instrument, "en") // “Would you like to take part?” is “Yes”
 */
export function conditionInWords(
  condition: Condition | string,
  instrument: Instrument,
  language: Language,
): string {
  const { expression } = typeof condition === "string" ? parseCondition(condition) : condition;
  return inWords(expression, new Wording(instrument, language));
}

function inWords(expression: ConditionExpression, words: Wording): string {
  const { language } = words;
  switch (expression.kind) {
    case "and":
    case "or":
      return expression.parts
        .map((part) => {
          const text = inWords(part, words);
          return part.kind === "and" || part.kind === "or" ? `(${text})` : text;
        })
        .join(joints[expression.kind][language]);
    case "not":
      return filled(joints.not[language], inWords(expression.part, words));
    case "comparison": {
      const { left, right } = expression;
      const about = [left, right].find((side) => side.kind === "variable");
      const sides = [left, right].map((side) => words.operand(side, about));
      return filled(claims[expression.operator][language], ...sides);
    }
    default:
      return filled(claims[expression.kind][language], words.variable(expression.operand));
  }
}

/** Finds the words of what conditions name by its code. */
class Wording {
  readonly language: Language;
  readonly #questions: ReadonlyMap<string, Question>;

  constructor(instrument: Instrument, language: Language) {
    this.language = language;
    const questions = instrument.pages.flatMap(({ elements }) => elements);
    this.#questions = new Map(questions.map((question) => [question.name, question]));
  }

  operand(operand: ConditionOperand, about: ConditionVariable | undefined): string {
    if (operand.kind === "variable") return this.variable(operand);
    const part = about === undefined ? undefined : this.#part(about);
    const codes = Array.isArray(operand.value) ? operand.value : [operand.value];
    return codes.map((code) => this.#quoted(optionInWords(part, code, this.language))).join(", ");
  }

  variable({ question, row, index }: ConditionVariable): string {
    const found = this.#questions.get(question);
    const part = row === undefined ? undefined : this.#part({ kind: "variable", question, row });
    const name = this.#quoted(
      part?.label[this.language] ?? found?.title[this.language] ?? question,
    );
    if (index === undefined) return name;
    return filled(joints.place[this.language], name, String(index + 1));
  }

  #part({ question, row }: ConditionVariable): AnswerPart | undefined {
    const found = this.#questions.get(question);
    return found && answerParts(found).find(({ key }) => row === undefined || key === row);
  }

  #quoted(text: string): string {
    return filled(quoted[this.language], text);
  }
}
