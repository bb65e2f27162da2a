import { expect, test } from "vitest";
import { consentText } from "./consent-text.ts";
import { smallInstrument, smallStudy } from "./example/small-study.ts";
import { asRead, offersSimpleGerman } from "./simple-german.ts";

const [first, ...rest] = smallInstrument.pages;
const easy = { de: "Zustimmung", en: "Consent", "de-simple": "Machen Sie mit?" };
const instrument = { ...smallInstrument, pages: first ? [{ ...first, title: easy }, ...rest] : [] };

test("asRead puts easy German in the place of German, and changes nothing else", () => {
  const read = asRead(instrument, "de-simple");
  expect(read.pages[0]?.title).toEqual({ ...easy, de: "Machen Sie mit?" });
  expect(read.pages[0]?.title.en).toBe("Consent");
  expect({ ...read, pages: read.pages.slice(1) }).toEqual({ ...instrument, pages: rest });
  expect(asRead(instrument, "de")).toBe(instrument);
  expect(asRead(instrument, "en")).toBe(instrument);
});

test("easy German is offered where everything that is read before deciding has it", () => {
  const text = (simple: string) => ({ de: "Text", en: "Text", "de-simple": simple });
  const { informationSheet } = smallStudy;
  expect(offersSimpleGerman({ informationSheet })).toBe(false);
  const part = { ...informationSheet, responsible: text("Wer?"), purpose: text("Warum?") };
  expect(offersSimpleGerman({ informationSheet: part })).toBe(false);
  const whole = { ...part, anonymity: text("Niemand weiß es.") };
  expect(offersSimpleGerman({ informationSheet: whole })).toBe(true);
});

test("what was consented to holds every wording, easy German, too", () => {
  expect(consentText(smallStudy, smallInstrument)).not.toContain("Warum?");
  const purpose = { de: "Text", en: "Text", "de-simple": "Warum?" };
  const study = { ...smallStudy, informationSheet: { ...smallStudy.informationSheet, purpose } };
  expect(consentText(study, smallInstrument)).toContain("Warum?");
});
