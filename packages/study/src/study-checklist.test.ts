import { expect, test } from "vitest";
import pulseDefinition from "../../../instruments/cop-pulse/1.0.0/instrument.json" with {
  type: "json",
};
import driversDefinition from "../../../instruments/value-drivers/1.0.0/instrument.json" with {
  type: "json",
};
import { seededRandom } from "./example/seeded-random.ts";
import { smallStudy } from "./example/small-study.ts";
import { groupingVariables } from "./field-plan/grouping-variables.ts";
import type { PlannedStudy } from "./field-plan.ts";
import { instrumentSchema } from "./instrument.ts";
import { preFieldChecks } from "./pre-field-checks.ts";
import type { Study } from "./study.ts";
import { mayOpen, studyChecklist, waveToOpen } from "./study-checklist.ts";

const drivers = instrumentSchema.parse(driversDefinition);
const pulse = instrumentSchema.parse(pulseDefinition);
const today = "2026-11-28";
const credentialKey = { spki: "key", fingerprint: "0".repeat(64) };

const ready = (
  changes: Partial<Study> = {},
  plan: Partial<PlannedStudy["plan"]> = {},
): PlannedStudy => ({
  study: {
    ...smallStudy,
    status: "planned",
    isSimulated: false,
    retentionDate: "2027-12-31",
    ...changes,
  },
  plan: { waves: [{ from: "2026-12-01", until: "2026-12-31" }], ...plan },
});
const states = (planned: PlannedStudy, of: Partial<Parameters<typeof studyChecklist>[1]> = {}) =>
  Object.fromEntries(
    studyChecklist(planned, { today, instrument: drivers, ...of }).map(({ id, state }) => [
      id,
      state,
    ]),
  );

test("studyChecklist finds nothing missing in a study that is planned to the end", () => {
  expect(states(ready())).toEqual({
    title: "done",
    instrument: "done",
    access: "done",
    mode: "done",
    information: "done",
    waves: "done",
    retention: "done",
  });
  expect(mayOpen(studyChecklist(ready(), { today, instrument: drivers }))).toBe(true);
});

const withoutPurpose = {
  ...smallStudy.informationSheet,
  purpose: { de: "Zweck", en: "" },
};

test.each<[string, string, PlannedStudy, Partial<Parameters<typeof studyChecklist>[1]>]>([
  ["an empty name", "title", ready({ title: { de: "Name", en: " " } }), {}],
  ["an empty text", "information", ready({ informationSheet: withoutPurpose }), {}],
  ["no questionnaire", "instrument", ready(), { instrument: undefined }],
  ["an anonymous study without a key", "mode", ready({ mode: "anonymous" }), {}],
  [
    "a code in an open study",
    "mode",
    ready({ assigned: { form: "pulse", linking: "code", story: "no" } }),
    { instrument: pulse },
  ],
  ["groups nobody is asked for", "groupings", ready({ groupedBy: ["d-lead", "nobody-asks"] }), {}],
  ["groups by a rating", "groupings", ready({ groupedBy: ["ro-1"] }), {}],
  ["a question the study must fix", "settings", ready(), { instrument: pulse }],
  ["a day of deletion before the end", "retention", ready({ retentionDate: "2026-12-31" }), {}],
  [
    "a day of deletion that is past",
    "retention",
    ready({ retentionDate: "2026-11-28" }, { waves: [{}] }),
    {},
  ],
  [
    "an end before the beginning",
    "waves",
    ready({}, { waves: [{ from: "2026-12-02", until: "2026-12-01" }] }),
    {},
  ],
  [
    "waves that overlap",
    "waves",
    ready({}, { waves: [{ until: "2026-12-31" }, { from: "2026-12-15" }] }),
    {},
  ],
  ["a wave that is past", "waves", ready({}, { waves: [{ until: "2026-11-27" }] }), {}],
  ["a next wave nobody planned", "waves", ready({ status: "closed", wave: 1 }), {}],
])("studyChecklist holds up %s", (_, id, planned, circumstances) => {
  const items = studyChecklist(planned, { today, instrument: drivers, ...circumstances });
  expect(items.find((item) => item.id === id)).toMatchObject({
    state: "missing",
    message: { de: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) },
    advice: { de: expect.stringMatching(/\.$/), en: expect.stringMatching(/\.$/) },
  });
  expect(mayOpen(items)).toBe(false);
});

test("studyChecklist names the groups by which results will be broken down", () => {
  const items = studyChecklist(ready({ groupedBy: ["d-lead"] }), { today, instrument: drivers });
  const label = groupingVariables(drivers).find(({ name }) => name === "d-lead")?.label;
  expect(items.find(({ id }) => id === "groupings")).toMatchObject({
    state: "done",
    message: label,
  });
});

test("groupingVariables are the single choices, without the consent", () => {
  const names = groupingVariables(drivers).map(({ name }) => name);
  expect(names).toContain("d-lead");
  expect(names).not.toContain(drivers.mehrwert.consent.question);
  expect(names).not.toContain("ro-1");
  expect(new Set(names).size).toBe(names.length);
});

test("studyChecklist holds up a study without a day of deletion", () => {
  const { retentionDate: _, ...study } = ready().study;
  expect(states({ ...ready(), study })).toMatchObject({ retention: "missing" });
});

test("studyChecklist asks for texts in the languages of the study only", () => {
  const german = ready({ informationSheet: withoutPurpose, languages: ["de"] });
  expect(states(german)).toMatchObject({ information: "done" });
});

test("studyChecklist shows hints and the pilot without holding anything up", () => {
  const preField = preFieldChecks(drivers, { random: seededRandom(1), expectedRespondents: 8 });
  const planned = ready(
    { mode: "anonymous", credentialKey },
    { waves: [{}], expectedRespondents: 8 },
  );
  const found = states(planned, { preField, pilot: { testers: 0, openComments: 0 } });
  expect(found).toMatchObject({
    expected: "look",
    waves: "look",
    pilot: "look",
    demographics: "look",
  });
  expect(Object.values(found)).not.toContain("missing");
  const tried = (testers: number, openComments: number) =>
    states(planned, { pilot: { testers, openComments } }).pilot;
  expect(tried(2, 1)).toBe("look");
  expect(tried(2, 0)).toBe("done");
});

test("a study in the field misses nothing because its next wave is not planned or its own is past", () => {
  const waves = [{ until: "2026-11-27" }];
  for (const status of ["fielding", "finishing", "archived"] as const)
    expect(states(ready({ status }, { waves }))).toMatchObject({ waves: "done" });
  expect(states(ready({ status: "closed" }, { waves }))).toMatchObject({ waves: "missing" });
});

test("waveToOpen is the next wave of a closed study, else its own", () => {
  expect(waveToOpen({ status: "fielding", wave: 2 })).toBe(2);
  expect(waveToOpen({ status: "planned", wave: 1 })).toBe(1);
  expect(waveToOpen({ status: "closed", wave: 1 })).toBe(2);
});
