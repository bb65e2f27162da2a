import type { Instrument, Page, Question, QuestionOf } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { decisionQuestion } from "./decision-question.ts";
import { smallInstrument } from "./small-study.ts";

const text = (en: string): LocalizedText => ({ de: `${en} (de)`, en });
const named = (value: string) => ({ value, text: text(value) });
const points = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    value: index + 1,
    text: text(`degree ${index + 1}`),
  }));
const dk = { value: "dk", text: text("cannot judge") };
const drivers = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => named(`vd-${number}`));

const firstPage: Page = {
  name: "start",
  title: text("Start"),
  elements: [
    {
      type: "radiogroup",
      name: "consent",
      title: text("Do you take part?"),
      isRequired: true,
      choices: [named("yes"), named("no")],
    },
    {
      type: "assigned",
      name: "form",
      title: text("Form"),
      by: "study",
      choices: [named("full"), named("pulse")],
    },
    {
      type: "assigned",
      name: "method",
      title: text("Method"),
      by: "random",
      choices: [{ ...named("by-ranking"), share: 3 }, named("by-maxdiff")],
    },
    {
      type: "radiogroup",
      name: "member",
      title: text("Are you a member?"),
      isRequired: true,
      choices: [named("member"), named("guest"), { value: "refused", text: text("no answer") }],
    },
  ],
};

const ratingPage: Page = {
  name: "ratings",
  title: text("Ratings"),
  questionOrder: "random",
  elements: [
    {
      type: "nps",
      name: "recommend",
      title: text("Would you recommend it?"),
      lowest: text("not at all"),
      highest: text("surely"),
    },
    {
      type: "number-band",
      name: "group-size",
      title: text("How many are you?"),
      unit: text("people"),
      bands: [
        { ...named("few"), from: 0, to: 9 },
        { ...named("some"), from: 10, to: 99 },
        { ...named("many"), from: 100 },
        { value: "refused", text: text("no answer") },
      ],
    },
    {
      type: "matrix",
      name: "agreement",
      title: text("Do you agree?"),
      isAllRowRequired: true,
      columns: [...points(5), dk],
      rows: [named("ag-1"), named("ag-2")],
      rowOrder: "random",
    },
    {
      type: "double-rating",
      name: "skills",
      title: text("Which skills?"),
      ratings: [
        { ...named("required"), columns: [...points(5), dk] },
        { ...named("mastery"), columns: [...points(5), dk] },
      ],
      rows: [named("km-1"), named("km-2"), named("km-3")],
      rowOrder: "random",
    },
  ],
};

const tiesPage: Page = {
  name: "ties-page",
  title: text("Relations"),
  elements: [
    {
      type: "vignette",
      name: "situation",
      title: text("Imagine"),
      variants: [named("partner"), named("rival")],
      rows: [
        { ...named("telling"), columns: points(5) },
        { ...named("first-step"), columns: ["ask", "wait"].map(named) },
      ],
    },
    {
      type: "roster",
      name: "ties",
      title: text("With whom do you work?"),
      entries: [named("office"), named("lab"), named("museum")],
      columns: [{ ...named("how-often"), choices: points(3) }],
    },
    {
      type: "checkbox",
      name: "formats",
      title: text("Which formats?"),
      choicesOrder: "random",
      minSelectedChoices: 1,
      maxSelectedChoices: 2,
      choices: [named("workshop"), named("exchange"), named("talk"), dk],
    },
  ],
};

const driverPage: Page = {
  name: "driver-page",
  title: text("What matters"),
  elements: [
    {
      type: "ranking",
      name: "drivers",
      title: text("What matters most?"),
      visibleIf: "{method} = 'by-ranking'",
      selectToRankEnabled: true,
      choicesOrder: "random",
      choices: drivers,
      minSelectedChoices: 2,
      maxSelectedChoices: 5,
      mehrwertAlternative: "driver-sets",
    },
    {
      type: "maxdiff",
      name: "driver-sets",
      title: text("What matters most and least?"),
      visibleIf: "{method} = 'by-maxdiff'",
      choices: drivers,
      best: text("most"),
      worst: text("least"),
      design: "couples-of-8",
    },
    {
      type: "comment",
      name: "driver-reason",
      title: text("Why is that?"),
      visibleIf: "{drivers} notempty or {driver-sets} notempty",
      maxLength: 500,
    },
  ],
};

const panelPage: Page = {
  name: "panel",
  title: text("Panel"),
  visibleIf: "{form} = 'full'",
  elements: [
    {
      type: "statement-round",
      name: "statements",
      title: text("What do you think of these statements?"),
      round: 1,
      ratings: [
        { ...named("relevance"), columns: [...points(9), dk] },
        { ...named("feasibility"), columns: points(5) },
      ],
      reason: { text: text("Your reason"), maxLength: 300 },
      statements: [
        { ...named("st-1"), version: 1 },
        { ...named("st-2"), version: 1 },
      ],
    },
    decisionQuestion,
  ],
};

const lastPage: Page = {
  name: "end",
  title: text("End"),
  elements: [
    {
      type: "code",
      name: "link",
      title: text("Your own code"),
      elements: (["letter", "day", "digit"] as const).map((kind) => ({ ...named(kind), kind })),
    },
    {
      type: "text",
      name: "guest-reason",
      title: text("What keeps you away?"),
      visibleIf: "{member} = 'guest'",
      maxLength: 80,
    },
    { type: "comment", name: "remark", title: text("Anything else?"), maxLength: 500 },
  ],
};

const item = (id: string, question: string, scale?: string) => ({
  id,
  question,
  construct: "anything",
  ...(scale === undefined ? {} : { scale }),
});
const scale = (count: number) => ({
  id: `degree-${count}`,
  options: points(count).map(({ value, text: label }) => ({ code: value, label })),
});
const skills = ["km-1", "km-2", "km-3"].flatMap((row) => [`${row}.required`, `${row}.mastery`]);

/** An instrument with every type of question, random orders, a split and required questions, free of faults. For tests. */
export const sampleInstrument: Instrument = {
  title: text("Sample"),
  pages: [firstPage, ratingPage, tiesPage, driverPage, panelPage, lastPage],
  mehrwert: {
    ...smallInstrument.mehrwert,
    slug: "sample",
    summary: text("A sample"),
    targetGroup: text("Readers of tests"),
    consent: { question: "consent", given: "yes" },
    blocks: [{ name: "middle", pages: ["ratings", "ties-page"] }],
    constructs: [
      {
        id: "anything",
        label: text("Anything"),
        definition: text("What is asked"),
        level: "person",
        measure: "items",
      },
      {
        id: "driver",
        label: text("Driver"),
        definition: text("What is ranked"),
        level: "person",
        measure: "ranking",
      },
    ],
    scales: [scale(3), scale(5), scale(9)],
    items: [
      item("member", "member"),
      item("recommend", "recommend"),
      item("group-size", "group-size"),
      ...["ag-1", "ag-2"].map((id) => item(id, "agreement", "degree-5")),
      ...skills.map((id) => item(id, "skills", "degree-5")),
      item("telling", "situation", "degree-5"),
      item("first-step", "situation"),
      item("ties", "ties"),
      item("office.how-often", "ties", "degree-3"),
      item("formats", "formats"),
      item("driver-reason", "driver-reason"),
      item("st-1.relevance", "statements", "degree-9"),
      ...decisionQuestion.criteria.map(({ value }) => item(value, "decision", "degree-5")),
      item("guest-reason", "guest-reason"),
      item("remark", "remark"),
    ],
    rankings: [
      {
        question: "drivers",
        construct: "driver",
        unranked: "below",
        topK: 3,
        names: Object.fromEntries(drivers.map(({ value }) => [value, `driver-${value}`])),
      },
    ],
  },
};

/** A question of the sample by name and type. */
export function sampleQuestion<Type extends Question["type"]>(
  name: string,
  type: Type,
): QuestionOf<Type> {
  const found = sampleInstrument.pages
    .flatMap((page) => page.elements)
    .find(
      (question): question is QuestionOf<Type> => question.name === name && question.type === type,
    );
  if (found === undefined) throw new RangeError(`the sample has no ${type} “${name}”`);
  return found;
}
