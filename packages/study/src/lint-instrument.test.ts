import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Instrument, instrumentSchema, type Question } from "./instrument.ts";
import { lintInstrument } from "./lint-instrument.ts";

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const shipped = instrumentSchema.parse(JSON.parse(readFileSync(file, "utf8")));

/** The question of that name and type, to be changed in place. */
function question<T extends Question["type"]>(instrument: Instrument, type: T, name: string) {
  const isIt = (one: Question): one is Extract<Question, { type: T }> =>
    one.type === type && one.name === name;
  const found = instrument.pages.flatMap((page) => page.elements).find(isIt);
  if (found === undefined) throw new RangeError(`no ${type} ${name}`);
  return found;
}

function first<T>(list: readonly T[], isIt: (one: T) => boolean = () => true): T {
  const found = list.find(isIt);
  if (found === undefined) throw new RangeError("not found");
  return found;
}

const item = (instrument: Instrument, id: string) =>
  first(instrument.mehrwert.items, (one) => one.id === id);
const construct = (instrument: Instrument, id: string) =>
  first(instrument.mehrwert.constructs, (one) => one.id === id);
const wording = (instrument: Instrument, name: string) =>
  first(instrument.mehrwert.wordings, (one) => one.question === name);

const text = (de: string, en: string) => ({ de, en });
const longItem = `${"Wort ".repeat(21)}`.trim();

/** What is done to the shipped instrument, and the issues it must raise: severity, place, words. */
const faults: [string, (instrument: Instrument) => void, RegExp[]][] = [
  [
    "two questions of one name",
    (i) => {
      question(i, "radiogroup", "meeting-size").name = "meeting-separation";
      item(i, "mf-2").question = "meeting-separation";
    },
    [
      /^error \S+\/name .*“meeting-separation” is already used/,
      /elements\/2 .*2 items/,
      /elements\/3 .*2 items/,
      /wordings.*no question/,
    ],
  ],
  [
    "two pages of one name",
    (i) => {
      first(i.pages).name = "values";
    },
    [/^error \/pages\/2\/name .*already used in \/pages\/0\/name/],
  ],
  [
    "two options of one value",
    (i) => {
      first(question(i, "radiogroup", "d-size").choices).value = "from-1000";
    },
    [/^error \S+\/choices\/2\/value .*already used/],
  ],
  [
    "two items of one id",
    (i) => {
      i.mehrwert.items.push({ ...item(i, "ro-1") });
    },
    [/^error \/mehrwert\/items\/74\/id .*already used/],
  ],
  [
    "two constructs of one id",
    (i) => {
      i.mehrwert.constructs.push({ ...construct(i, "background") });
    },
    [/^error \/mehrwert\/constructs\/30\/id .*already used/],
  ],
  [
    "a row that would give its column the name of another",
    (i) => {
      first(question(i, "matrix", "barrier-work").rows).value = "bp-1";
      item(i, "bw-1").id = "bp-1";
    },
    [
      /^error \S+\/rows\/0\/value .*“bp-1” is already used/,
      /^error \/mehrwert\/items.*already used/,
    ],
  ],
  [
    "a name that the program needs itself",
    (i) => {
      first(i.pages).name = "constructor";
    },
    [/^error \/pages\/0\/name .*“constructor” is reserved/],
  ],
  [
    "an item that the dataset would mistake for its own column",
    (i) => {
      item(i, "closing-comment").id = "language";
    },
    [/^error \/mehrwert\/items\/73\/id .*“language” is reserved/],
  ],
  [
    "a text without translation",
    (i) => {
      first(i.pages).title = text("noch nicht übersetzt", "Noch nicht übersetzt.");
    },
    [/^warning \/pages\/0\/title .*translation is probably missing/],
  ],
  [
    "a placeholder in a text",
    (i) => {
      question(i, "comment", "closing-comment").title.de = "Warum {value-drivers[0]}?";
    },
    [/^error \/pages\/11\/elements\/0\/title .*braces/],
  ],
  [
    "two items of one text, in one language",
    (i) => {
      const rows = question(i, "matrix", "cond-time").rows;
      first(rows).text.en = "  the way to the MONEY is simple ";
      first(question(i, "matrix", "cond-budget").rows).text.en = "The way to the money is simple.";
    },
    [/^error \/pages\/7\/elements\/1\/rows\/0 .*stands in \/pages\/7\/elements\/0\/rows\/0/],
  ],
  [
    "two options of one text",
    (i) => {
      first(question(i, "ranking", "value-drivers").choices).text = text("Sichtbarkeit", "Seen");
    },
    [/^error \/pages\/2\/elements\/0\/choices\/6 .*same text/],
  ],
  [
    "a long item",
    (i) => {
      first(question(i, "matrix", "cond-time").rows).text.de = longItem;
    },
    [/^warning \/pages\/7\/elements\/0\/rows\/0 .*21 German words/],
  ],
  [
    "an unknown item",
    (i) => {
      i.mehrwert.items.push({ ...item(i, "ro-1"), id: "ro-9" });
    },
    [/^error \/mehrwert\/items\/74\/id .*no row “ro-9”/],
  ],
  [
    "an item of an unknown question",
    (i) => {
      item(i, "d-level").question = "d-levels";
    },
    [/^error \/mehrwert\/items\/69\/question .*no question “d-levels”/, /“d-level” has 0 items/],
  ],
  [
    "an item of an unknown construct",
    (i) => {
      item(i, "d-level").construct = "backgrounds";
    },
    [/^error \/mehrwert\/items\/69\/construct .*no construct “backgrounds”/],
  ],
  [
    "an item with an unknown scale",
    (i) => {
      item(i, "ni-1").scale = "importance7";
    },
    [/no scale “importance7”/, /^warning \S+ No item uses the scale “importance5”/],
  ],
  [
    "an item that mirrors nothing, or itself",
    (i) => {
      item(i, "lr-1-self").mirrors = "lr-9";
      item(i, "lr-2-self").mirrors = "lr-2-self";
    },
    [/no other item “lr-9”/, /no other item “lr-2-self”/],
  ],
  [
    "an item that mirrors one of another scale",
    (i) => {
      item(i, "lr-1-self").mirrors = "ct-1";
    },
    [/^error \S+\/mirrors .*different scales/],
  ],
  [
    "a row without an item",
    (i) => {
      question(i, "matrix", "cond-time").rows.push({ value: "ct-3", text: text("Drei", "Three") });
    },
    [/^error \S+\/rows\/2 .*“ct-3” has 0 items/],
  ],
  [
    "a question without an item",
    (i) => {
      i.mehrwert.items = i.mehrwert.items.filter(({ id }) => id !== "d-size");
    },
    [/^error \/pages\/10\/elements\/1 .*“d-size” has 0 items/],
  ],
  [
    "an item of a ranking",
    (i) => {
      item(i, "d-size").question = "value-drivers";
    },
    [/^error \S+\/question .*is a ranking and has no items/, /“d-size” has 0 items/],
  ],
  [
    "a scale point without words",
    (i) => {
      const { options } = first(i.mehrwert.scales, ({ id }) => id === "importance5");
      first(options).label = text("1", "1");
      first(question(i, "matrix", "networking-importance").columns).text = text("1", "1");
    },
    [/^error \/mehrwert\/scales\/0\/options\/0\/label .*no words/],
  ],
  [
    "a scale that does not rise",
    (i) => {
      first(i.mehrwert.scales).options.reverse();
      question(i, "matrix", "networking-importance").columns.reverse();
    },
    [/options\/1\/code .*do not rise/, /options\/2\/code/, /options\/3\/code/, /options\/4\/code/],
  ],
  [
    "a matrix that words its scale differently",
    (i) => {
      first(question(i, "matrix", "cond-time").columns).text.de = "überhaupt nicht";
    },
    [/^error \/pages\/7\/elements\/0\/columns .*differ from the scale “extent5”/],
  ],
  [
    "a matrix item without a scale",
    (i) => {
      delete item(i, "ni-1").scale;
    },
    [/^error \/mehrwert\/items\/1 .*names no scale/, /^warning \S+ No item uses the scale/],
  ],
  [
    "a missing option among the opinions",
    (i) => {
      question(i, "radiogroup", "d-size").choices.reverse();
    },
    [/^error \/pages\/10\/elements\/1\/choices\/0 .*not an opinion/],
  ],
  [
    "a construct without items",
    (i) => {
      i.mehrwert.constructs.push({ ...construct(i, "cond-time"), id: "cond-luck" });
    },
    [/^error \/mehrwert\/constructs\/30 .*measures the construct “cond-luck”/],
  ],
  [
    "a ranked construct without a ranking",
    (i) => {
      i.mehrwert.constructs.push({ ...construct(i, "value-drivers"), id: "other-drivers" });
    },
    [/^error \/mehrwert\/constructs\/30 .*measures the construct “other-drivers”/],
  ],
  [
    "a ranked construct with items",
    (i) => {
      item(i, "d-size").construct = "value-drivers";
    },
    [/^error \S+ .*measured by ranking, but has items/],
  ],
  [
    "a score over different scales",
    (i) => {
      item(i, "ce-1").construct = "cond-time";
    },
    [/^error \S+ .*“cond-time” have different scales/],
  ],
  [
    "a score of nothing",
    (i) => {
      for (const id of ["ct-1", "ct-2"]) item(i, id).scored = false;
    },
    [/^error \S+ .*measures the construct “cond-time”/],
  ],
  [
    "two reverse-keyed items in a scale",
    (i) => {
      item(i, "cv-1").reverseKeyed = true;
    },
    [/^warning \S+ .*More than one item of the construct “cond-trust”/],
  ],
  [
    "a ranking that nothing describes",
    (i) => {
      i.mehrwert.rankings.pop();
    },
    [/“transformation-barriers” is described 0 times/, /measures the construct “transformation-b/],
  ],
  [
    "a ranking of an unknown question, construct and option",
    (i) => {
      const ranking = first(i.mehrwert.rankings);
      ranking.question = "value-driver";
      ranking.construct = "value-driver";
    },
    [
      /^error \/mehrwert\/rankings\/0\/question/,
      /^error \/mehrwert\/rankings\/0\/construct/,
      /described 0 times/,
      /measures the construct “value-drivers”/,
    ],
  ],
  [
    "a ranking of something else than a ranking",
    (i) => {
      first(i.mehrwert.rankings).question = "meeting-format";
    },
    [/“meeting-format” is not a ranking/, /described 0 times/],
  ],
  [
    "a ranking with a construct of another measure",
    (i) => {
      first(i.mehrwert.rankings).construct = "background";
    },
    [/“background” is not measured by ranking/, /measures the construct “value-drivers”/],
  ],
  [
    "a ranking whose names do not fit its options",
    (i) => {
      const { names } = first(i.mehrwert.rankings);
      delete names["vd-1"];
      Object.assign(names, { "vd-9": "luck", "vd-2": "visibility" });
    },
    [/\/names .*“vd-1” lacks its name/, /\/names\/vd-9 .*no option “vd-9”/, /same name/],
  ],
  [
    "limits that nobody can meet",
    (i) => {
      const ranking = question(i, "ranking", "transformation-barriers");
      ranking.minSelectedChoices = 4;
      question(i, "checkbox", "meeting-format").maxSelectedChoices = 7;
      for (const one of i.mehrwert.rankings) one.topK = 4;
    },
    [/\/minSelectedChoices 4 options/, /\/maxSelectedChoices 7 options/, /rankings\/1\/topK 4/],
  ],
  [
    "consent that is nowhere",
    (i) => {
      i.mehrwert.consent.question = "consents";
    },
    [/\/consent\/question .*no question “consents”/, /forces an answer/, /“consent” has 0 items/],
  ],
  [
    "consent that cannot be given, is free, conditional and late",
    (i) => {
      i.mehrwert.consent.given = "sure";
      const consent = question(i, "radiogroup", "consent");
      consent.isRequired = false;
      consent.visibleIf = "{network-experience} notempty";
      i.pages.push(...i.pages.splice(0, 1));
    },
    [/no option “sure”/, /not required/, /come before consent/, /not always shown/],
  ],
  [
    "consent of another type",
    (i) => {
      i.mehrwert.consent = { question: "closing-comment", given: "yes" };
    },
    [/not a single choice/, /not required/, /come before/, /forces an answer/, /“consent” has 0/],
  ],
  [
    "a forced question and a forced matrix",
    (i) => {
      question(i, "radiogroup", "d-size").isRequired = true;
      question(i, "matrix", "cond-time").isAllRowRequired = true;
    },
    [/^warning \/pages\/7\S+ .*forces/, /^warning \/pages\/10\S+ .*forces/],
  ],
  [
    "a condition that cannot be read",
    (i) => {
      question(i, "radiogroup", "d-size").visibleIf = "{d-lead} is 'yes'";
    },
    [/^error \/pages\/10\/elements\/1\/visibleIf .*cannot be read: .*position/],
  ],
  [
    "a condition on an unknown variable",
    (i) => {
      first(i.pages, ({ name }) => name === "closing").visibleIf = "{d-leader} = 'yes'";
    },
    [/^error \/pages\/11\/visibleIf .*“d-leader”/],
  ],
  [
    "a condition on an unknown row, and on a place in something that is no list",
    (i) => {
      first(i.pages, ({ name }) => name === "closing").visibleIf =
        "{cond-time.ct-9} = 1 or {d-lead[0]} = 'yes'";
    },
    [/“cond-time.ct-9”/, /“d-lead\[0\]”/],
  ],
  [
    "a condition on an unknown value",
    (i) => {
      first(i.pages, ({ name }) => name === "closing").visibleIf =
        "!({d-lead} = 'perhaps') and {value-drivers} contains 'vd-9' and {cond-time.ct-1} = 6";
    },
    [/“perhaps” is not an answer/, /“vd-9” is not an answer/, /“6” is not an answer/],
  ],
  [
    "a condition that compares a whole matrix",
    (i) => {
      first(i.pages, ({ name }) => name === "closing").visibleIf = "{cond-time} = 5";
    },
    [/“5” is not an answer to “cond-time”/],
  ],
  [
    "a page that depends on its own question",
    (i) => {
      first(i.pages, ({ name }) => name === "closing").visibleIf = "{closing-comment} empty";
    },
    [/“closing-comment” does not come before/],
  ],
  [
    "a question that depends on a later one",
    (i) => {
      question(i, "matrix", "barrier-personal").visibleIf = "{d-lead} = 'yes'";
    },
    [/^error \/pages\/6\/elements\/0\/visibleIf .*does not come before/],
  ],
  [
    "a wording with a bad condition, for an unknown question, row and without text",
    (i) => {
      wording(i, "value-drivers").condition = "{network-experience} = 'nie'";
      wording(i, "meeting-size").question = "meeting-sizes";
      wording(i, "barrier-personal").texts = { "bp-9": text("neun", "nine") };
      const other = wording(i, "barrier-work");
      delete other.title;
    },
    [/“nie” is not an answer/, /no question “meeting-sizes”/, /“bp-9”/, /has no text/],
  ],
  [
    "a wording that repeats the usual one, and one given twice",
    (i) => {
      wording(i, "meeting-format").title = question(i, "checkbox", "meeting-format").title;
      i.mehrwert.wordings.push(structuredClone(wording(i, "value-drivers")));
    },
    [/^warning \S+\/title .*usual one/, /^error \/mehrwert\/wordings\/14 .*already has a wording/],
  ],
];

test("lintInstrument finds nothing in the shipped instrument", () => {
  expect(lintInstrument(shipped)).toEqual([]);
});

test.each(faults)("lintInstrument reports %s, and nothing else", (_, spoil, expected) => {
  const instrument = structuredClone(shipped);
  spoil(instrument);
  const found = lintInstrument(instrument);
  const lines = found.map(({ severity, path, message }) => `${severity} ${path} ${message.en}`);
  for (const pattern of expected) expect(lines).toContainEqual(expect.stringMatching(pattern));
  expect(lines).toHaveLength(expected.length);
  for (const { message, advice } of found) {
    expect(message.de).not.toBe(message.en);
    expect(advice.de).not.toBe(advice.en);
  }
});

test("lintInstrument leaves the instrument as it is", () => {
  const before = structuredClone(shipped);
  lintInstrument(shipped);
  expect(shipped).toEqual(before);
});
