import { expect, test } from "vitest";
import type { DerivedIndex } from "./derived-index.ts";
import { sampleInstrument } from "./example/sample-instrument.ts";
import { type Instrument, instrumentSchema, type Question, type QuestionOf } from "./instrument.ts";
import { lintInstrument } from "./lint-instrument.ts";

const sample = withoutForcing(sampleInstrument);

/** The sample without what is warned of in any case. */
function withoutForcing(instrument: Instrument): Instrument {
  const { question: consent } = instrument.mehrwert.consent;
  const copy = structuredClone(instrument);
  for (const question of copy.pages.flatMap((page) => page.elements)) {
    if (question.name !== consent) delete question.isRequired;
    if (question.type === "matrix") delete question.isAllRowRequired;
  }
  return copy;
}

function the<T extends Question["type"]>(instrument: Instrument, type: T): QuestionOf<T> {
  const isIt = (one: Question): one is QuestionOf<T> => one.type === type;
  return found(instrument.pages.flatMap((page) => page.elements).find(isIt));
}

function found<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError("not found");
  return value;
}

const text = (en: string) => ({ de: `${en} (de)`, en });

function withIndex(instrument: Instrument, index: DerivedIndex): void {
  instrument.mehrwert.indices = [...(instrument.mehrwert.indices ?? []), index];
}
const base = { id: "gap", label: text("Gap"), definition: text("What is missing") };

/** What is done to the sample, and the issues it must raise: severity, place, words. */
const faults: [string, (instrument: Instrument) => void, RegExp[]][] = [
  [
    "a roster entry named twice",
    (i) => {
      found(the(i, "roster").entries[1]).value = "office";
    },
    [
      /^error \S+\/entries\/1\/value .*“office” is already used/,
      /^error \S+\/entries\/1\/value .*“office.how-often” is already used/,
    ],
  ],
  [
    "two ratings of one name",
    (i) => {
      const { ratings } = the(i, "statement-round");
      found(ratings[1]).value = "relevance";
    },
    [
      /^error \S+\/ratings\/1\/value .*“relevance” is already used/,
      /“st-1.relevance” is already used/,
      /“st-2.relevance” is already used/,
    ],
  ],
  [
    "a row that is already an item elsewhere",
    (i) => {
      found(the(i, "vignette").rows[1]).value = "recommend";
      found(i.mehrwert.items.find(({ id }) => id === "first-step")).id = "recommend";
    },
    [/^error \/mehrwert\/items\/\d+\/id .*“recommend” is already used/],
  ],
  [
    "a block called like a question, and a shuffled page called like one",
    (i) => {
      found(i.mehrwert.blocks?.[0]).name = "skills";
      found(i.pages[1]).name = "recommend";
      found(i.mehrwert.blocks?.[0]).pages = ["recommend", "ties-page"];
    },
    [
      /^error \/pages\/1\/name .*“recommend” is already used/,
      /^error \/mehrwert\/blocks\/0\/name .*“skills” is already used/,
    ],
  ],
  [
    "a column that two questions would have",
    (i) => {
      const { rows, ratings } = the(i, "double-rating");
      found(rows[0]).value = "ties";
      found(ratings[0]).value = "office";
      for (const item of i.mehrwert.items) {
        item.id = item.id.replace("km-1.", "ties.").replace(".required", ".office");
      }
    },
    [/^error \/pages\/2\/elements\/1 .*“ties.office” of the dataset .*“skills”/],
  ],
  [
    "an item for the ranked, for a code and for an unknown rating",
    (i) => {
      const item = { construct: "anything" };
      i.mehrwert.items.push(
        { ...item, id: "sets", question: "driver-sets" },
        { ...item, id: "link", question: "link" },
        { ...item, id: "km-1.wanted", question: "skills", scale: "degree-5" },
      );
    },
    [/is a ranking and has no items/, /is a personal code/, /“skills” has no row “km-1.wanted”/],
  ],
  [
    "a rating without item and without scale",
    (i) => {
      const { items } = i.mehrwert;
      items.splice(
        items.findIndex(({ id }) => id === "km-2.mastery"),
        1,
      );
      delete found(items.find(({ id }) => id === "telling")).scale;
    },
    [/“km-2.mastery” has 0 items/, /names no scale/],
  ],
  [
    "a second item for a roster",
    (i) => {
      i.mehrwert.items.push({ id: "more-ties", question: "ties", construct: "anything" });
    },
    [/“ties” has 2 items/],
  ],
  [
    "a rating that differs from the scale of its items",
    (i) => {
      the(i, "double-rating").ratings[1].columns.splice(0, 1);
    },
    [/^error \S+\/ratings\/1\/columns .*differ from the scale “degree-5”/],
  ],
  [
    "cannot-judge in the middle of a rating",
    (i) => {
      the(i, "double-rating").ratings[1].columns.reverse();
    },
    [/^error \S+\/ratings\/1\/columns\/0 .*not an opinion/, /differ from the scale/],
  ],
  [
    "two variants of one text",
    (i) => {
      const { variants } = the(i, "vignette");
      found(variants[1]).text = found(variants[0]).text;
    },
    [/^error \S+\/variants\/1 .*same text/],
  ],
  [
    "a text still to be filled in",
    (i) => {
      the(i, "statement-round").title = text("What does [your network] say?");
    },
    [/^warning \S+\/title .*still to be filled in/],
  ],
  [
    "what an import could not know",
    (i) => {
      i.mehrwert.licence = "to be completed";
      i.mehrwert.sources = [{ id: "file", citation: "A file; source to be completed." }];
      i.mehrwert.targetGroup = { de: "Noch zu ergänzen: für wen.", en: "Whom it is for." };
    },
    [
      /^warning \/mehrwert\/licence .*still to be filled in/,
      /^warning \/mehrwert\/sources\/0\/citation .*still to be filled in/,
      /^warning \/mehrwert\/targetGroup .*still to be filled in/,
    ],
  ],
  [
    "bands that overlap, leave a gap, or have no bounds",
    (i) => {
      const { bands } = the(i, "number-band");
      found(bands[1]).from = 9;
      found(bands[2]).from = 120;
      found(bands[3]).to = 5;
    },
    [
      /\/bands\/1 .*numbers would fit both/,
      /\/bands\/2 .*no band between 99 and 120/,
      /\/bands\/3 .*not a number has bounds/,
    ],
  ],
  [
    "bands that are open inside, and one that ends before it begins",
    (i) => {
      const { bands } = the(i, "number-band");
      delete found(bands[0]).to;
      found(bands[2]).to = 99;
    },
    [/\/bands\/1 .*no bound between/, /\/bands\/2 .*does not say from which/],
  ],
  [
    "a design for eight with seven options, which the ranking does not have",
    (i) => {
      the(i, "maxdiff").choices = the(i, "maxdiff").choices.slice(1);
    },
    [/\/design .*exactly eight options; here are 7/, /have different options/],
  ],
  [
    "a set with an option twice, and one with an option that does not exist",
    (i) => {
      the(i, "maxdiff").design = [
        [
          [0, 0, 1],
          [2, 3, 8],
        ],
      ];
    },
    [/\/design\/0\/0 .*names an option twice/, /\/design\/0\/1 .*does not exist/],
  ],
  [
    "a design that shows an option never",
    (i) => {
      the(i, "maxdiff").design = [[[0, 1, 2, 3, 4, 5, 6]]];
    },
    [/\/design .*in no set/],
  ],
  [
    "a design that is not balanced, with a version that lacks options",
    (i) => {
      the(i, "maxdiff").design = [[[0, 1, 2, 3, 4, 5, 6, 7]], [[0, 1]]];
    },
    [/\/design .*some options appear 1 times, others 2/, /^warning \S+\/design\/1 /],
  ],
  [
    "MaxDiff and ranking for the same people",
    (i) => {
      the(i, "maxdiff").visibleIf = "{method} = 'by-ranking'";
    },
    [/\/mehrwertAlternative .*see both the ranking and “driver-sets”/],
  ],
  [
    "MaxDiff and ranking that depend on what people answer",
    (i) => {
      the(i, "maxdiff").visibleIf = "{member} = 'guest'";
    },
    [/\/mehrwertAlternative .*see both/],
  ],
  [
    "an alternative that does not exist, so that MaxDiff is not described",
    (i) => {
      the(i, "ranking").mehrwertAlternative = "driver-set";
    },
    [/no question “driver-set”/, /not described what the options of “driver-sets” mean/],
  ],
  [
    "an alternative that is no MaxDiff question",
    (i) => {
      the(i, "ranking").mehrwertAlternative = "skills";
    },
    [/“skills” is not a MaxDiff question/, /not described/],
  ],
  [
    "a group of one, shares where the study decides, and a late assignment",
    (i) => {
      const [form, method] = i.pages[0]?.elements.filter(({ type }) => type === "assigned") ?? [];
      if (form?.type === "assigned") found(form.choices[0]).share = 2;
      if (method?.type === "assigned") {
        found(method.choices[1]).share = 0;
        found(i.pages[2]).elements.push({
          ...method,
          name: "late",
          by: "study",
          choices: form?.type === "assigned" ? [{ value: "a", text: text("a") }] : [],
        });
      }
    },
    [
      /\/elements\/1\/choices .*shares have no effect/,
      /\/elements\/2\/choices .*no two values to draw from/,
      /^warning \S+ .*not on the first page/,
    ],
  ],
  [
    "a scale in random order",
    (i) => {
      const { choices, name } = the(i, "radiogroup");
      const question = found(i.pages[0]?.elements.find((each) => each.name === name));
      if (question.type === "radiogroup") {
        question.choicesOrder = "random";
        question.choices = [...choices, { value: 3, text: text("three") }];
      }
    },
    [/numbers as codes are a scale/],
  ],
  [
    "more options in a random order than a response keeps",
    (i) => {
      the(i, "checkbox").choices = Array.from({ length: 65 }, (_, number) => ({
        value: `option-${number}`,
        text: text(`option ${number}`),
      }));
    },
    [/More than 64 rows or options/],
  ],
  [
    "a block with an unknown page, and one page twice",
    (i) => {
      found(i.mehrwert.blocks?.[0]).pages = ["ratings", "nowhere", "ratings"];
    },
    [/\/blocks\/0\/pages\/1 .*no page “nowhere”/, /\/blocks\/0\/pages\/2 .*already in a block/],
  ],
  [
    "a block of pages that stand apart",
    (i) => {
      found(i.mehrwert.blocks?.[0]).pages = ["ratings", "end"];
    },
    [/do not stand side by side/],
  ],
  [
    "a question that depends on one that may come later",
    (i) => {
      the(i, "vignette").visibleIf = "{recommend} > 5";
    },
    [/\/blocks\/0\/pages .*“situation” depends on a question that may come after it/],
  ],
  [
    "a question that depends on one of its shuffled page",
    (i) => {
      the(i, "double-rating").visibleIf = "{recommend} > 5";
    },
    [/\/pages\/1\/questionOrder .*“skills” depends/],
  ],
  [
    "consent at a random place",
    (i) => {
      found(i.pages[0]).questionOrder = "random";
    },
    [/\/pages\/0\/questionOrder .*Consent would stand/],
  ],
  [
    "a decision that weighs nothing and has no conflicts",
    (i) => {
      const decision = the(i, "decision");
      for (const criterion of decision.criteria) criterion.direction = 0;
      decision.defaultWeight = 7;
      decision.conflict = { ...decision.conflict, criteria: ["novelty", "luck"], from: 1 };
    },
    [
      /\/criteria .*No criterion speaks/,
      /\/defaultWeight .*not among the weights/,
      /\/conflict\/criteria\/1 .*no criterion “luck”/,
      /\/conflict\/from .*always or never/,
    ],
  ],
  [
    "feedback in the first round, and a rating called reason",
    (i) => {
      const round = the(i, "statement-round");
      found(round.ratings[1]).value = "reason";
      found(round.statements[0]).feedback = feedback;
    },
    [/\/ratings\/1\/value .*called like the reason/, /no feedback yet/],
  ],
  [
    "feedback that does not add up",
    (i) => {
      const round = the(i, "statement-round");
      round.round = 2;
      found(round.statements[0]).feedback = { ...feedback, n: 12 };
      found(round.statements[1]).feedback = { ...feedback, median: 9 };
    },
    [/\/statements\/0\/feedback .*does not fit/, /\/statements\/1\/feedback .*does not fit/],
  ],
  [
    "conditions on keys that no answer has",
    (i) => {
      the(i, "text").visibleIf =
        "{skills.km-1} notempty or {skills.km-1.wanted} = 1 or {decision.luck.weight} = 1";
    },
    [/“skills.km-1”/, /“skills.km-1.wanted”/, /“decision.luck.weight”/],
  ],
  [
    "conditions on codes that nobody can give",
    (i) => {
      the(i, "comment").visibleIf =
        "{recommend} = 11 or {ties.office} = 2 or {situation.first-step} = 'run' or {driver-sets} = 'vd-1'";
    },
    [/“11” is not/, /“2” is not/, /“run” is not/, /“vd-1” is not/],
  ],
  [
    "an index of scores that do not exist, are not numbers, or come later",
    (i) => {
      withIndex(i, { ...base, kind: "difference", minuend: "luck", subtrahend: "first-step" });
      withIndex(i, {
        ...base,
        id: "early",
        kind: "mean",
        items: ["late", "ag-1"],
        minimumAnswered: 3,
      });
      withIndex(i, { ...base, id: "late", kind: "mean", items: ["late"], minimumAnswered: 1 });
    },
    [
      /\/indices\/0\/minuend .*no score “luck”/,
      /\/indices\/0\/subtrahend .*“first-step” are not numbers/,
      /\/indices\/1\/items\/0 .*“late” is computed only later/,
      /\/indices\/1\/minimumAnswered .*more answers than it has items/,
      /\/indices\/2\/items\/0 .*“late” is computed only later/,
    ],
  ],
  [
    "an index called like an item, and a type that nobody can have",
    (i) => {
      withIndex(i, {
        ...base,
        id: "recommend",
        kind: "typology",
        types: [
          { id: "a", label: text("A"), when: [{ score: "ag-1", from: 4, below: 3 }] },
          { id: "b", label: text("B"), when: [{ score: "ag-1" }] },
        ],
      });
    },
    [
      /\/indices\/0\/id .*already the name/,
      /types\/0\/when\/0 .*never holds/,
      /types\/1\/when\/0 /,
    ],
  ],
  [
    "a gap between groups that do not mirror each other",
    (i) => {
      withIndex(i, {
        ...base,
        kind: "group-gap",
        self: "anything",
        other: "luck",
        minimumGroup: 5,
      });
      withIndex(i, {
        ...base,
        id: "other-gap",
        kind: "group-gap",
        self: "anything",
        other: "anything",
        minimumGroup: 5,
      });
    },
    [/\/indices\/0\/other .*no construct “luck”/, /\/indices\/1 .*mirrors/],
  ],
];

const feedback = {
  n: 11,
  median: 7,
  quartiles: [6, 8] as [number, number],
  counts: [0, 0, 0, 0, 1, 2, 5, 2, 1],
  reasons: [],
};

test("lintInstrument finds nothing in the sample, and warns of what it forces", () => {
  expect(lintInstrument(sample)).toEqual([]);
  expect(lintInstrument(sampleInstrument).map(({ severity }) => severity)).toEqual([
    "warning",
    "warning",
  ]);
});

test("lintInstrument accepts conditions on rows, scores of numbers and fitting feedback", () => {
  const instrument = structuredClone(sample);
  the(instrument, "text").visibleIf =
    "{ties.office} = 1 and {situation.first-step} = 'ask' and {recommend} >= 9 and {group-size} = 'few'" +
    " and {skills.km-1.required} = 5 and {ties.lab.how-often} = 3 and {decision.novelty.weight} = 2" +
    " and {statements.st-1.reason} = 'so' and {statements.st-1.relevance} = 'dk'";
  the(instrument, "maxdiff").visibleIf = "{method} anyof ['by-maxdiff'] and {member} <> 'guest'";
  const round = the(instrument, "statement-round");
  round.round = 2;
  found(round.statements[0]).feedback = feedback;
  withIndex(instrument, {
    ...base,
    kind: "difference",
    minuend: "km-1.required",
    subtrahend: "km-1.mastery",
  });
  withIndex(instrument, {
    ...base,
    id: "rate",
    kind: "ratio",
    numerator: "gap",
    denominator: "group-size",
    minimumDenominator: 1,
  });
  expect(lintInstrument(instrument)).toEqual([]);
});

test.each(faults)("lintInstrument reports %s, and nothing else", (_, spoil, expected) => {
  const instrument = structuredClone(sample);
  spoil(instrument);
  const issues = lintInstrument(instrumentSchema.parse(instrument));
  const lines = issues.map(({ severity, path, message }) => `${severity} ${path} ${message.en}`);
  for (const pattern of expected) expect(lines).toContainEqual(expect.stringMatching(pattern));
  expect(lines).toHaveLength(expected.length);
  for (const { message, advice } of issues) {
    expect(message.de).not.toBe(message.en);
    expect(advice.de).not.toBe(advice.en);
  }
});
