import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demoStudy } from "../demo-study.ts";
import { readInstrument } from "../instrument-folder.ts";
import { languages } from "../localized-text.ts";
import { firstPage } from "./first-page.ts";
import { fieldsInBrief, furtherFields } from "./information-list.ts";
import type { Markup, MarkupElement } from "./markup.ts";
import { modeSentence } from "./mode-words.ts";

const file = new URL(
  "../../../../instruments/value-drivers/1.0.0/instrument.json",
  import.meta.url,
);
const read = readInstrument(readFileSync(file, "utf8"));
if (!read.ok) throw new RangeError("instruments/value-drivers/1.0.0 is broken");
const instrument = read.value;
const study = demoStudy(instrument, "0".repeat(64));

function elements(markup: readonly Markup[]): MarkupElement[] {
  return markup.flatMap((one) => (typeof one === "string" ? [] : [one, ...elements(one.children)]));
}

const textOf = (markup: Markup): string =>
  typeof markup === "string" ? markup : markup.children.map(textOf).join(" ");

test.each(languages)(
  "every field of the information sheet stands on the page once: %s",
  (language) => {
    const fields = [...fieldsInBrief, ...furtherFields];
    expect(fields.toSorted()).toEqual(Object.keys(study.informationSheet).toSorted());
    const told = elements(firstPage({ study, instrument, language }))
      .filter(({ tag }) => tag === "dd")
      .map(textOf);
    const [inBrief, further] = [fieldsInBrief.length, furtherFields.length];
    const sheet = fields.map((field) => study.informationSheet[field][language]);
    expect([...told.slice(0, inBrief), ...told.slice(-further)]).toEqual(sheet);
    expect(told).toHaveLength(inBrief + 1 + further);
    expect(told[inBrief]).toContain(modeSentence(study)[language]);
  },
);

test("the storage period tells the day on which responses are deleted", () => {
  const dated = { ...study, retentionDate: "2027-12-31" };
  const page = firstPage({ study: dated, instrument, language: "de" }).map(textOf).join(" ");
  expect(page).toContain("31. Dezember 2027");
});

test("nothing is chosen beforehand, except for those who consented and came back", () => {
  const options = (isConsentGiven: boolean) =>
    elements(firstPage({ study, instrument, language: "en", isConsentGiven }))
      .filter(({ attributes }) => attributes.type === "radio")
      .map(({ attributes }) => [attributes.value, attributes.checked]);
  expect(options(false)).toEqual([
    ["yes", undefined],
    ["no", undefined],
  ]);
  expect(options(true)).toEqual([
    ["yes", true],
    ["no", undefined],
  ]);
});

test("only a simulated study says that it is a demonstration", () => {
  const page = (isSimulated: boolean) =>
    firstPage({ study: { ...study, isSimulated }, instrument, language: "en" })
      .map(textOf)
      .join(" ");
  expect(page(true)).toContain("Demonstration with simulated data");
  expect(page(false)).not.toContain("Demonstration with simulated data");
});

const keyed = {
  ...study,
  mode: "anonymous" as const,
  credentialKey: { spki: "key", fingerprint: "0123456789abcdef".repeat(4) },
};

test("a study that admits by code asks for it and shows its key; who has begun is asked for nothing", () => {
  const ids = (of: typeof study, hasBegun = false) =>
    elements(firstPage({ study: of, instrument, language: "de", hasBegun })).map(
      ({ attributes }) => attributes.id,
    );
  expect(ids(keyed)).toContain("participation-code");
  expect(ids(study)).not.toContain("participation-code");
  expect(ids({ ...study, mode: "confidential" })).toContain("participation-code");
  expect(ids(study)).toEqual(expect.arrayContaining(["shared-device", "resume-code"]));
  for (const id of ["participation-code", "shared-device", "resume-code"])
    expect(ids(keyed, true)).not.toContain(id);
  const page = firstPage({ study: keyed, instrument, language: "en" }).map(textOf).join(" ");
  expect(page).toContain("01234567 89abcdef 01234567");
  expect(page).toContain("Anonymous: your participation code");
});

test("no field for a code has a name, so that no broken script can put one into an address", () => {
  const fields = elements(firstPage({ study: keyed, instrument, language: "de" })).filter(
    ({ tag, attributes }) => tag === "input" && attributes.type === "text",
  );
  expect(fields).toHaveLength(2);
  for (const { attributes } of fields) expect(attributes).not.toHaveProperty("name");
});

test("an instrument without a consent question is a broken promise", () => {
  const consent = { ...instrument.mehrwert.consent, question: "nowhere" };
  const broken = { ...instrument, mehrwert: { ...instrument.mehrwert, consent } };
  expect(() => firstPage({ study, instrument: broken, language: "de" })).toThrow(TypeError);
});
