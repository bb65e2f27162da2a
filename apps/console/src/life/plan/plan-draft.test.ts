import { expect, test } from "vitest";
import { changesOf, type PlanDraft } from "./plan-draft.ts";

const draft: PlanDraft = {
  title: { de: "Netzwerke", en: "Networks" },
  instrument: { slug: "value-drivers", version: "1.0.0" },
  mode: "anonymous",
  admitsByCode: true,
  languages: null,
  assigned: null,
  minimumGroupSize: 10,
  retentionDate: null,
  groupedBy: null,
  finishingDays: null,
  informationSheet: Object.create(null),
  waves: [{}],
  expectedRespondents: null,
};

test("changesOf names what differs, and nothing else", () => {
  expect(changesOf(draft, structuredClone(draft))).toEqual({});
  const waves = [{ until: "2027-01-01" }];
  expect(changesOf(draft, { ...draft, waves, retentionDate: "2027-06-30" })).toEqual({
    waves,
    retentionDate: "2027-06-30",
  });
});
