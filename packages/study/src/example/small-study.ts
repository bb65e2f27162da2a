import type { Instrument } from "../instrument.ts";
import type { LocalizedText } from "../localized-text.ts";
import { type InformationSheet, informationSheetSchema, type Study } from "../study.ts";
import type { Answers, Presentation, SurveyResponse } from "../survey-response.ts";

const text = (en: string): LocalizedText => ({ de: `${en} (de)`, en });

const smallHash = "a".repeat(64);

/** An instrument with one question of every type, one of them routed. For tests. */
export const smallInstrument: Instrument = {
  title: text("Small"),
  pages: [
    {
      name: "all",
      title: text("All"),
      elements: [
        {
          type: "radiogroup",
          name: "member",
          title: text("Are you a member?"),
          choices: [
            { value: "yes", text: text("yes") },
            { value: "no", text: text("no") },
            { value: "refused", text: text("no answer") },
          ],
        },
        {
          type: "matrix",
          name: "results",
          title: text("Results"),
          rowOrder: "random",
          columns: [
            { value: 1, text: text("disagree") },
            { value: 2, text: text("agree") },
            { value: "dk", text: text("cannot judge") },
          ],
          rows: [
            { value: "ro-1", text: text("I want results.") },
            { value: "ro-2", text: text("I have time.") },
          ],
        },
        {
          type: "checkbox",
          name: "format",
          title: text("Which formats?"),
          visibleIf: "{member} = 'yes'",
          choices: [
            { value: "workshop", text: text("workshop") },
            { value: "exchange", text: text("exchange") },
          ],
        },
        {
          type: "ranking",
          name: "drivers",
          title: text("What matters most?"),
          selectToRankEnabled: true,
          choicesOrder: "random",
          choices: ["vd-1", "vd-2", "vd-3", "vd-4"].map((value) => ({ value, text: text(value) })),
        },
        { type: "comment", name: "why", title: text("Why?"), maxLength: 1000 },
      ],
    },
  ],
  mehrwert: {
    slug: "small",
    version: "1.0.0",
    languages: ["de", "en"],
    summary: text("Small"),
    targetGroup: text("Tests"),
    durationMinutes: { from: 1, to: 2 },
    licence: "CC0-1.0",
    sources: [{ id: "own", citation: "own" }],
    consent: { question: "member", given: "yes" },
    constructs: [
      {
        id: "results-orientation",
        label: text("Results orientation"),
        definition: text("Wish for results"),
        level: "person",
        measure: "scale",
      },
    ],
    scales: [],
    items: [
      { id: "ro-1", question: "results", construct: "results-orientation" },
      { id: "ro-2", question: "results", construct: "results-orientation", reverseKeyed: true },
      { id: "m-1", question: "member", construct: "membership", scored: false },
    ],
    rankings: [
      {
        question: "drivers",
        construct: "value-drivers",
        unranked: "below",
        topK: 3,
        names: { "vd-1": "first", "vd-2": "second", "vd-3": "third", "vd-4": "fourth" },
      },
    ],
    wordings: [],
  },
};

/** A simulated study of the small instrument. For tests. */
export const smallStudy: Study = {
  slug: "small",
  title: text("Small study"),
  instrumentSlug: "small",
  instrumentVersion: "1.0.0",
  definitionHash: smallHash,
  wave: 1,
  mode: "open",
  status: "fielding",
  isSimulated: true,
  minimumGroupSize: 10,
  informationSheet: sheet(),
};

/** A response to the small instrument; `number` makes its id. */
export function smallResponse(
  number: number,
  answers: Answers,
  presentation: Presentation = {},
): SurveyResponse {
  return {
    id: `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`,
    wave: 1,
    instrumentSlug: "small",
    instrumentVersion: "1.0.0",
    definitionHash: smallHash,
    language: "de",
    answers,
    presentation,
  };
}

function sheet(): InformationSheet {
  const fields = Object.keys(informationSheetSchema.shape).map((field) => [field, text(field)]);
  return informationSheetSchema.parse(Object.fromEntries(fields));
}
