import { expect, test } from "vitest";
import { consentHash, consentText } from "./consent-text.ts";
import { demoStudy } from "./demo-study.ts";
import { sampleInstrument } from "./example/sample-instrument.ts";
import { shownInformationSheet } from "./shown-information-sheet.ts";

const study = demoStudy(sampleInstrument, "0".repeat(64));
const { informationSheet } = study;

test("consentHash changes with every text a participant reads before consenting, and with nothing else", async () => {
  const hash = await consentHash(study, sampleInstrument);
  expect(hash).toMatch(/^[0-9a-f]{64}$/);
  const nextWave = { ...study, wave: 2 };
  expect(await consentHash(nextWave, sampleInstrument)).toBe(hash);
  for (const field of Object.keys(informationSheet)) {
    const changed = { ...informationSheet, [field]: { de: "Anders", en: "Otherwise" } };
    expect(await consentHash({ ...study, informationSheet: changed }, sampleInstrument)).not.toBe(
      hash,
    );
  }
  const dated = { ...study, retentionDate: "2027-12-31" };
  expect(await consentHash(dated, sampleInstrument)).not.toBe(hash);
});

test("consentText holds the consent question in both languages", () => {
  const { question } = JSON.parse(consentText(study, sampleInstrument));
  expect(question.name).toBe(sampleInstrument.mehrwert.consent.question);
  expect(Object.keys(question.title)).toEqual(["de", "en"]);
});

test("shownInformationSheet adds the retention date to the storage period, and nothing without one", () => {
  expect(shownInformationSheet(study)).toBe(informationSheet);
  const { storagePeriod, ...rest } = shownInformationSheet({
    ...study,
    retentionDate: "2027-12-31",
  });
  expect(storagePeriod.de).toContain("nach dem 31. Dezember 2027");
  expect(storagePeriod.en).toContain("after 31 December 2027");
  expect({ ...rest, storagePeriod: informationSheet.storagePeriod }).toEqual(informationSheet);
});
