import { expect, test } from "vitest";
import { smallStudy } from "./example/small-study.ts";
import { changeableParts, lockedChanges, type StudyFacts } from "./field-plan/locked-changes.ts";
import { missingInformation } from "./field-plan/missing-texts.ts";
import { informationNames } from "./field-plan/planned-text.ts";
import { changedPlan, studyChangesSchema } from "./field-plan/study-changes.ts";
import { suggestedInformation } from "./field-plan/suggested-information.ts";
import { emptyFieldPlan, type PlannedStudy } from "./field-plan.ts";
import { type Study, studyModeSchema, studyStatusSchema } from "./study.ts";

const nothingYet: StudyFacts = { isInvited: false, hasResponses: false };
const invited: StudyFacts = { isInvited: true, hasResponses: false };
const planned = (changes: Partial<Study> = {}, plan = emptyFieldPlan): PlannedStudy => ({
  study: { ...smallStudy, status: "planned", ...changes },
  plan,
});
const paths = (...of: Parameters<typeof lockedChanges>) =>
  lockedChanges(...of).map(({ path }) => path);

/** A change of each part, from a study that has it so. */
const changes: Record<string, [before: Partial<Study>, after: Partial<Study>]> = {
  mode: [{ mode: "open" }, { mode: "confidential" }],
  instrument: [{ definitionHash: "a".repeat(64) }, { definitionHash: "b".repeat(64) }],
  assigned: [{ assigned: { form: "a" } }, { assigned: { form: "b" } }],
  title: [{}, { title: { de: "Anders", en: "Other" } }],
  languages: [{ languages: ["de", "en"] }, { languages: ["de"] }],
  minimumGroupSize: [{ minimumGroupSize: 10 }, { minimumGroupSize: 9 }],
  retentionDate: [{ retentionDate: "2027-01-01" }, { retentionDate: "2027-01-02" }],
  finishingDays: [{ finishingDays: 7 }, { finishingDays: 8 }],
  groupedBy: [{ groupedBy: ["d-lead"] }, { groupedBy: ["d-level"] }],
};
const locked = (status: Study["status"], facts: StudyFacts) =>
  Object.entries(changes)
    .filter(([, [before, after]]) => {
      const from = planned({ ...before, status });
      const to = planned({ ...before, ...after, status });
      return paths(from, to, facts).length > 0;
    })
    .map(([part]) => part);

test("lockedChanges lets everything change while nobody has been invited", () => {
  expect(locked("planned", nothingYet)).toEqual([]);
});

test("lockedChanges keeps what invitees were promised as soon as one is invited", () => {
  expect(locked("planned", invited)).toEqual([
    "mode",
    "instrument",
    "assigned",
    "minimumGroupSize",
  ]);
});

test("lockedChanges keeps in the field what makes answers comparable and what participants were told", () => {
  const kept = [
    "mode",
    "instrument",
    "assigned",
    "title",
    "languages",
    "minimumGroupSize",
    "retentionDate",
  ];
  expect(locked("fielding", nothingYet)).toEqual(kept);
  expect(locked("finishing", nothingYet)).toEqual([...kept, "finishingDays"]);
  expect(locked("closed", nothingYet)).toEqual(kept);
});

test("lockedChanges keeps what results are broken down by from the first response on", () => {
  const answered: StudyFacts = { isInvited: true, hasResponses: true };
  for (const status of ["planned", "fielding", "closed"] as const) {
    expect(locked(status, invited)).not.toContain("groupedBy");
    expect(locked(status, answered)).toContain("groupedBy");
    const parts = changeableParts(planned({ status }), answered);
    expect(parts.groupedBy).toBe("no");
  }
});

test("lockedChanges lets nothing of an archived study change, and lets the same pass", () => {
  expect(locked("archived", invited)).toEqual(Object.keys(changes));
  const before = planned({ status: "archived" });
  expect(paths(before, before, invited)).toEqual([]);
  const other = { ...before.study.informationSheet, purpose: { de: "Anders", en: "Other" } };
  expect(paths(before, planned({ status: "archived", informationSheet: other }), invited)).toEqual([
    "#/archived",
  ]);
});

test("lockedChanges lets promises become stricter: larger groups, an earlier deletion, more languages", () => {
  const before = planned({ status: "fielding", retentionDate: "2027-01-02", languages: ["de"] });
  const after = planned({
    status: "fielding",
    retentionDate: "2027-01-01",
    minimumGroupSize: 20,
    languages: ["de", "en"],
  });
  expect(paths(before, after, invited)).toEqual([]);
  const { retentionDate: _, ...withoutDate } = before.study;
  expect(paths(before, { ...before, study: withoutDate }, invited)).toEqual(["#/retentionDate"]);
});

test("lockedChanges keeps the waves that are past and the beginning of the one under way", () => {
  const waves = [
    { from: "2026-01-01", until: "2026-02-01" },
    { from: "2026-05-01", until: "2026-06-01" },
    { from: "2026-09-01" },
  ];
  const before = planned({ status: "fielding", wave: 2 }, { waves });
  const tried = (changed: { from?: string; until?: string }[]) =>
    paths(before, { ...before, plan: { waves: changed } }, nothingYet);
  const [first = {}, second = {}, third = {}] = waves;
  expect(tried([first, { ...second, until: "2026-07-01" }])).toEqual([]);
  expect(tried([first, second, third, {}])).toEqual([]);
  expect(tried([first, { ...second, from: "2026-05-02" }, third])).toEqual(["#/waves"]);
  expect(tried([{ ...first, until: "2026-02-02" }, second, third])).toEqual(["#/waves"]);
  expect(tried([first])).toEqual(["#/waves"]);
  const closed = { ...before, study: { ...before.study, status: "closed" as const } };
  const longer = [first, { ...second, until: "2026-07-01" }];
  expect(paths(closed, { ...closed, plan: { waves: longer } }, nothingYet)).toEqual(["#/waves"]);
});

test("changeableParts never calls a part changeable of which lockedChanges lets no change pass", () => {
  for (const status of studyStatusSchema.options)
    for (const facts of [nothingYet, invited]) {
      const parts: Record<string, string> = changeableParts(
        planned({ status, retentionDate: "2027-01-01" }),
        facts,
      );
      for (const part of locked(status, facts))
        expect([status, part, parts[part]]).not.toContain("yes");
      for (const part of Object.keys(changes).filter(
        (each) => !locked(status, facts).includes(each),
      ))
        expect([status, part, parts[part]]).toEqual([status, part, "yes"]);
    }
});

test("changedPlan changes what is named, takes away what is null and leaves the rest", () => {
  const before = planned({ retentionDate: "2027-01-01", minimumGroupSize: 10 });
  const wish = studyChangesSchema.parse({ retentionDate: null, waves: [{ until: "2027-02-01" }] });
  const after = changedPlan(before, wish);
  const { retentionDate: _, ...rest } = before.study;
  expect(after).toEqual({ study: rest, plan: { waves: [{ until: "2027-02-01" }] } });
});

test("studyChangesSchema refuses groups below five, days that do not exist and keys nobody knows", () => {
  for (const wrong of [
    { minimumGroupSize: 4 },
    { retentionDate: "2027-02-30" },
    { status: "fielding" },
    { wave: 2 },
    { waves: [] },
    { informationSheet: { purpose: { de: "", en: "" } } },
  ])
    expect(studyChangesSchema.safeParse(wrong).success).toBe(false);
});

test("missingInformation asks for every text in the languages of the study and no other", () => {
  const empty = Object.fromEntries(informationNames.map((name) => [name, { de: "Text", en: " " }]));
  const german = changedPlan(planned(), studyChangesSchema.parse({ informationSheet: empty }));
  expect(missingInformation(german.study)).toEqual(
    informationNames.map((name) => ({ name, language: "en" })),
  );
  expect(missingInformation({ ...german.study, languages: ["de"] })).toEqual([]);
});

test("suggestedInformation says in every mode what the mode means, and the smallest group", () => {
  const suggestions = studyModeSchema.options.map((mode) =>
    suggestedInformation({ mode, minimumGroupSize: 12 }),
  );
  expect(new Set(suggestions.map(({ anonymity }) => anonymity?.de)).size).toBe(4);
  for (const { smallGroups } of suggestions) expect(smallGroups?.en).toContain("12");
  expect(suggestions[3]?.rights?.en).toContain("whoever leads the study");
});
