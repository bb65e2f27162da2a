import type { Instrument } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { decisionQuestion } from "./decision-question.ts";
import { smallInstrument } from "./small-study.ts";

const text = (en: string): LocalizedText => ({ de: `${en} (de)`, en });
const named = (value: string) => ({ value, text: text(value) });
const points = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    value: index + 1,
    text: text(`point ${index + 1}`),
  }));
const dk = { value: "dk", text: text("cannot judge") };
const drivers = ["vd-1", "vd-2", "vd-3", "vd-4"].map(named);
const consent = smallInstrument.pages[0]?.elements[0];

/** An instrument with one question of every type that is Mehrwert's own, a random split and a random block. For tests. */
export const everyTypeInstrument: Instrument = {
  title: text("Every type"),
  pages: [
    {
      name: "start",
      title: text("Start"),
      elements: [
        ...(consent === undefined ? [] : [consent]),
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
          choices: [named("by-ranking"), named("by-maxdiff")],
        },
        {
          type: "code",
          name: "link",
          title: text("Your code"),
          elements: (["name", "day", "siblings"] as const).map((value, index) => ({
            ...named(value),
            kind: (["letter", "day", "digit"] as const)[index] ?? "letter",
          })),
        },
      ],
    },
    {
      name: "scores",
      title: text("Scores"),
      questionOrder: "random",
      elements: [
        {
          type: "nps",
          name: "recommend",
          title: text("Would you recommend it?"),
          lowest: text("never"),
          highest: text("surely"),
        },
        {
          type: "number-band",
          name: "members",
          title: text("How many members?"),
          unit: text("persons"),
          bands: [
            { ...named("few"), from: 0, to: 9 },
            { ...named("many"), from: 10 },
            { value: "refused", text: text("no answer") },
          ],
        },
        {
          type: "double-rating",
          name: "skills",
          title: text("Which skills?"),
          ratings: [
            { ...named("required"), columns: [...points(5), dk] },
            { ...named("mastery"), columns: points(4) },
          ],
          rows: [named("km-1"), named("km-2")],
          rowOrder: "random",
        },
      ],
    },
    {
      name: "ties",
      title: text("Ties"),
      elements: [
        {
          type: "vignette",
          name: "situation",
          title: text("Imagine"),
          variants: [named("partner"), named("rival")],
          rows: [{ ...named("telling"), columns: points(5) }],
        },
        {
          type: "roster",
          name: "units",
          title: text("With whom?"),
          entries: [named("office"), named("lab")],
          columns: [{ ...named("how-often"), choices: points(3) }],
        },
      ],
    },
    {
      name: "drivers",
      title: text("Drivers"),
      elements: [
        {
          type: "ranking",
          name: "driver-ranking",
          title: text("Rank"),
          visibleIf: "{method} = 'by-ranking'",
          selectToRankEnabled: true,
          choices: drivers,
          mehrwertAlternative: "driver-choice",
        },
        {
          type: "maxdiff",
          name: "driver-choice",
          title: text("Best and worst"),
          visibleIf: "{method} = 'by-maxdiff'",
          choices: drivers,
          best: text("best"),
          worst: text("worst"),
          design: [
            [
              [0, 1, 2],
              [1, 2, 3],
            ],
            [[0, 1, 3]],
          ],
        },
      ],
    },
    {
      name: "panel",
      title: text("Panel"),
      visibleIf: "{form} = 'full'",
      elements: [
        {
          type: "statement-round",
          name: "round",
          title: text("Statements"),
          round: 1,
          ratings: [{ ...named("relevance"), columns: [...points(9), dk] }],
          reason: { text: text("Why?"), maxLength: 500 },
          statements: [{ ...named("st-1"), version: 1 }],
        },
        decisionQuestion,
        {
          type: "comment",
          name: "what-else",
          title: text("What else?"),
          visibleIf: "{st-note} notempty",
          maxLength: 100,
        },
        { type: "text", name: "st-note", title: text("Note"), maxLength: 100 },
      ],
    },
  ],
  mehrwert: {
    ...smallInstrument.mehrwert,
    slug: "every-type",
    blocks: [{ name: "middle", pages: ["scores", "ties"] }],
    constructs: ["skills", "drivers"].map((id) => ({
      id,
      label: text(id),
      definition: text(`what ${id} are`),
      level: "person",
      measure: id === "skills" ? "items" : "ranking",
    })),
    items: ["km-1.required", "km-1.mastery", "km-2.required", "km-2.mastery"].map((id) => ({
      id,
      question: "skills",
      construct: "skills",
    })),
    rankings: [
      {
        question: "driver-ranking",
        construct: "drivers",
        unranked: "below",
        topK: 3,
        names: { "vd-1": "first", "vd-2": "second", "vd-3": "third", "vd-4": "fourth" },
      },
    ],
  },
};
