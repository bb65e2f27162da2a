import type { Question } from "../instrument.ts";
import { type Damage, isJsonObject, otherDraw } from "./damage.ts";

const ordered = ["radiogroup", "checkbox", "ranking", "matrix", "double-rating"] as const;

/** Ways in which sound answers do not go together, or do not belong to this participant. */
export const routingDamages: readonly Damage[] = [
  { name: "unknown question", spoil: ({ answers }) => answerTo(answers, "no-such-question", 1) },
  {
    name: "key that belongs to the language of programs",
    spoil: ({ answers }) => answerTo(answers, "constructor", 1),
  },
  {
    name: "hidden question answered",
    spoil({ answers }, { questions, visible }) {
      const hidden = questions.find(
        (question) => !visible.has(question.name) && anAnswer(question) !== undefined,
      );
      return hidden && answerTo(answers, hidden.name, anAnswer(hidden));
    },
  },
  {
    name: "consent left out",
    spoil({ answers }, { instrument }) {
      const { question } = instrument.mehrwert.consent;
      delete answers[question];
      return `#/answers/${question}`;
    },
  },
  {
    name: "consent refused",
    spoil({ answers }, { instrument, questions }) {
      const { question, given } = instrument.mehrwert.consent;
      const asked = questions.find(({ name }) => name === question);
      const other =
        asked?.type === "radiogroup" && asked.choices.find(({ value }) => value !== given);
      return other ? answerTo(answers, question, other.value) : undefined;
    },
  },
  {
    name: "required question left open",
    spoil({ answers }, { instrument, questions, visible }) {
      const { question: consent } = instrument.mehrwert.consent;
      const required = questions.find(
        ({ name, isRequired }) => isRequired === true && name !== consent && visible.has(name),
      );
      if (required === undefined) return undefined;
      delete answers[required.name];
      return `#/answers/${required.name}`;
    },
  },
  {
    name: "unassigned group",
    spoil({ answers }, { questions, visible }) {
      const asked = questions.find(({ type, name }) => type === "assigned" && visible.has(name));
      if (asked === undefined) return undefined;
      delete answers[asked.name];
      return `#/answers/${asked.name}`;
    },
  },
  {
    name: "another form than the study's",
    spoil({ answers, assigned }, { questions, visible }) {
      for (const question of questions) {
        if (question.type !== "assigned" || question.by !== "study") continue;
        const other = question.choices.find(({ value }) => value !== answers[question.name]);
        if (other === undefined || !visible.has(question.name)) continue;
        assigned[question.name] = other.value;
        return `#/answers/${question.name}`;
      }
      return undefined;
    },
  },
  {
    name: "last page that does not exist",
    spoil(sent) {
      sent.lastPage = "no-such-page";
      return "#/lastPage";
    },
  },
  {
    name: "last page that was not shown",
    spoil(sent, { instrument, visible }) {
      const hidden = instrument.pages.find((page) =>
        page.elements.every(({ name }) => !visible.has(name)),
      );
      if (hidden === undefined) return undefined;
      sent.lastPage = hidden.name;
      return "#/lastPage";
    },
  },
  {
    name: "answer after the last page seen",
    spoil(sent, { instrument, questions }) {
      const [first, ...later] = instrument.pages;
      const onLater = later.flatMap(({ elements }) => elements).map(({ name }) => name);
      const answered = questions.find(
        ({ name, type }) =>
          type !== "assigned" && onLater.includes(name) && Object.hasOwn(sent.answers, name),
      );
      if (first === undefined || answered === undefined) return undefined;
      sent.lastPage = first.name;
      return `#/answers/${answered.name}`;
    },
  },
];

/** Ways in which what was shown can be wrong. */
export const shownDamages: readonly Damage[] = [
  {
    name: "presentation of an unknown question",
    spoil({ presentation }) {
      presentation["no-such-question"] = { shown: ["a"] };
      return "#/presentation/no-such-question";
    },
  },
  {
    name: "nothing said of what was shown",
    spoil({ presentation, answers }) {
      const name = Object.keys(presentation).find((each) => Object.hasOwn(answers, each));
      if (name === undefined) return undefined;
      delete presentation[name];
      return `#/presentation/${name}`;
    },
  },
  otherDraw("order without an option", ordered, (drawn) => {
    if (Array.isArray(drawn.shown)) drawn.shown.pop();
    return "shown";
  }),
  otherDraw("option twice in an order", ordered, (drawn) => {
    if (Array.isArray(drawn.shown)) drawn.shown[0] = drawn.shown[1];
    return "shown";
  }),
  otherDraw("unknown option in an order", ordered, (drawn) => {
    if (Array.isArray(drawn.shown)) drawn.shown[0] = "no-such";
    return "shown";
  }),
  otherDraw("moves below 0", ["ranking"], (drawn) => {
    drawn.moves = -1;
    return "moves";
  }),
  otherDraw("moves of rows", ["matrix", "double-rating"], (drawn) => {
    drawn.moves = 3;
    return "moves";
  }),
  otherDraw("detail nobody asked for", ordered, (drawn) => {
    drawn.userAgent = "x";
    return "userAgent";
  }),
  otherDraw("unknown variant", ["vignette"], (drawn) => {
    drawn.variant = "no-such-variant";
    return "variant";
  }),
  otherDraw("version out of range", ["maxdiff"], (drawn) => {
    drawn.version = 1000;
    return "version";
  }),
  otherDraw("set from another version", ["maxdiff"], (drawn) => {
    const sets = listOf(drawn.sets);
    drawn.sets = [...sets.slice(0, -1), sets[0]];
    return "sets";
  }),
  otherDraw("set left out", ["maxdiff"], (drawn) => {
    drawn.sets = listOf(drawn.sets).slice(1);
    return "sets";
  }),
  otherDraw("option twice in a set", ["maxdiff"], (drawn) => {
    const [first, ...rest] = listOf(drawn.sets);
    drawn.sets = [[listOf(first)[1], ...listOf(first).slice(1)], ...rest];
    return "sets";
  }),
  {
    name: "best that was not in its set",
    spoil({ answers, presentation }, { questions }) {
      for (const question of questions) {
        const answer = answers[question.name];
        const drawn = presentation[question.name];
        if (question.type !== "maxdiff" || !isJsonObject(answer) || !isJsonObject(drawn)) continue;
        const set = Number.parseInt(Object.keys(answer)[0] ?? "1", 10);
        const shown = listOf(listOf(drawn.sets)[set - 1]);
        answer[`${set}.best`] = question.choices.find(({ value }) => !shown.includes(value))?.value;
        return `#/answers/${question.name}/${set}.best`;
      }
      return undefined;
    },
  },
  {
    name: "questions of a page in an impossible order",
    spoil: ({ presentation }, { instrument }) =>
      shortened(
        presentation,
        instrument.pages.map(({ name }) => name),
      ),
  },
  {
    name: "pages of a block in an impossible order",
    spoil: ({ presentation }, { instrument }) =>
      shortened(
        presentation,
        (instrument.mehrwert.blocks ?? []).map(({ name }) => name),
      ),
  },
];

function shortened(presentation: { [name: string]: unknown }, names: readonly string[]) {
  const name = names.find((each) => Object.hasOwn(presentation, each));
  if (name === undefined) return undefined;
  presentation[name] = { shown: ["no-such-part"] };
  return `#/presentation/${name}/shown`;
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}

function answerTo(answers: { [name: string]: unknown }, name: string, answer: unknown): string {
  answers[name] = answer;
  return `#/answers/${name}`;
}

/** A sound answer that needs nothing drawn; undefined for other types. */
function anAnswer(question: Question): unknown {
  switch (question.type) {
    case "radiogroup":
      return question.choices[0]?.value;
    case "text":
    case "comment":
      return "x";
    case "matrix":
      return { [question.rows[0]?.value ?? ""]: question.columns[0]?.value };
    default:
      return undefined;
  }
}
