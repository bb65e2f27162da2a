import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { demoStudy } from "../demo-study.ts";
import { readInstrument } from "../instrument-folder.ts";
import { languages } from "../localized-text.ts";
import { firstPage } from "./first-page.ts";
import { fieldsInBrief, furtherFields } from "./information-list.ts";
import type { Markup, MarkupElement } from "./markup.ts";

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
    expect(told).toEqual(fields.map((field) => study.informationSheet[field][language]));
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
      .filter(({ tag }) => tag === "input")
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

test("an instrument without a consent question is a broken promise", () => {
  const consent = { ...instrument.mehrwert.consent, question: "nowhere" };
  const broken = { ...instrument, mehrwert: { ...instrument.mehrwert, consent } };
  expect(() => firstPage({ study, instrument: broken, language: "de" })).toThrow(TypeError);
});
