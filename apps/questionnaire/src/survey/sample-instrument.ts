import type { Instrument } from "@mehrwert/study";

const both = (text: string) => ({ de: text, en: text });
const yesNo = [
  { value: "yes", text: both("yes") },
  { value: "no", text: both("no") },
];

/** A small instrument for the tests of this folder: consent, a routing question, a matrix, a ranking and a comment. */
export const sampleInstrument: Instrument = {
  title: both("Sample"),
  pages: [
    {
      name: "start",
      title: both("Start"),
      elements: [{ type: "radiogroup", name: "consent", title: both("Consent"), choices: yesNo }],
    },
    {
      name: "first",
      title: both("First"),
      elements: [{ type: "radiogroup", name: "member", title: both("Member"), choices: yesNo }],
    },
    {
      name: "members",
      title: both("Members"),
      visibleIf: "{member} = 'yes'",
      elements: [
        {
          type: "matrix",
          name: "items",
          title: both("How is it?"),
          rowOrder: "random",
          columns: [1, 2].map((value) => ({ value, text: both(`${value}`) })),
          rows: ["i-1", "i-2"].map((value) => ({ value, text: both(value) })),
        },
        {
          type: "ranking",
          name: "drivers",
          title: both("What matters?"),
          selectToRankEnabled: true,
          choicesOrder: "random",
          choices: ["vd-1", "vd-2"].map((value) => ({ value, text: both(value) })),
        },
      ],
    },
    {
      name: "last",
      title: both("Last"),
      elements: [
        {
          type: "comment",
          name: "reason",
          title: both("Why?"),
          visibleIf: "{drivers} notempty",
          maxLength: 20,
        },
        { type: "radiogroup", name: "needed", title: both("Needed"), choices: yesNo },
      ],
    },
  ],
  mehrwert: {
    slug: "sample",
    version: "1.0.0",
    languages: ["de", "en"],
    summary: both("Sample"),
    targetGroup: both("Nobody"),
    durationMinutes: { from: 1, to: 2 },
    licence: "CC0-1.0",
    sources: [{ id: "own", citation: "own" }],
    consent: { question: "consent", given: "yes" },
    constructs: [],
    scales: [],
    items: [],
    rankings: [],
    blocks: [{ name: "middle", pages: ["members", "last"] }],
    wordings: [
      {
        question: "items",
        condition: "{member} = 'yes'",
        title: both("How is it for members?"),
        texts: { "i-2": both("members' i-2") },
      },
      { question: "items", condition: "{member} = 'no'", title: both("never shown") },
    ],
  },
};
