import { randomUUID } from "node:crypto";
import type { DraftSave } from "@mehrwert/study";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../test/setup/database.ts";
import { DatabaseFailure } from "./database-failure.ts";
import { exampleResponse, exampleStudy } from "./example-study.ts";
import { openStore, type Store } from "./store.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

let store: Store;
let sql: postgres.Sql;
let database: Awaited<ReturnType<typeof testDatabase>>;
let studies = 0;
const day = "2026-11-28";

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  sql = postgres(database.url, { max: 1 });
});
afterAll(async () => {
  await sql.end();
  await store.close();
  await database.drop();
});

async function freshStudy(): Promise<string> {
  studies += 1;
  const slug = `study-${studies}`;
  await store.createStudy({ ...exampleStudy, slug });
  return slug;
}

const writer = randomUUID();
const elsewhere = randomUUID();
function draft(id: string, revision: number, more: Partial<DraftSave> = {}): DraftSave {
  return { id, revision, writer, basedOn: revision - 1, sealed: `sealed-${revision}`, ...more };
}
const saving = (study: string) => (save: DraftSave) =>
  store.saveResponseDraft({ study, save, day });
const kept = (study: string, id: string) => store.responseDraft(study, id);

test("a save replaces the one before, and what is read is the newest", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const save = saving(study);
  expect(await kept(study, id)).toEqual({ state: "none" });
  expect(await save(draft(id, 1, { page: "values" }))).toBe("saved");
  expect(await save(draft(id, 2))).toBe("saved");
  expect(await kept(study, id)).toEqual({
    state: "open",
    draft: { id, revision: 2, writer, sealed: "sealed-2" },
  });
});

test("the same save again is answered as before, also when newer ones have come; with other content it is a conflict", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const save = saving(study);
  for (const revision of [1, 2, 3]) await save(draft(id, revision));
  for (const revision of [1, 2, 3]) {
    expect(await save(draft(id.toUpperCase(), revision))).toBe("already-saved");
    expect(await save(draft(id, revision, { sealed: "other" }))).toBe("conflict");
    expect(await save(draft(id, revision, { page: "other" }))).toBe("conflict");
  }
  expect(await kept(study, id)).toMatchObject({ draft: { revision: 3, sealed: "sealed-3" } });
});

test("an older save never overwrites a newer one, in whatever order, doubled or not, they arrive", async () => {
  const study = await freshStudy();
  const save = saving(study);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 20 }),
      async (revisions) => {
        const id = randomUUID();
        // The first save makes the draft; the rest may overtake each other.
        await save(draft(id, 1));
        await Promise.all(revisions.map((revision) => save(draft(id, revision, { basedOn: 1 }))));
        expect(await kept(study, id)).toMatchObject({
          draft: {
            revision: Math.max(...revisions, 1),
            sealed: `sealed-${Math.max(...revisions, 1)}`,
          },
        });
      },
    ),
    { numRuns: 40 },
  );
});

test("another window may go on from the newest save, and then the first one is told instead of overwriting", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const save = saving(study);
  await save(draft(id, 1));
  const other = { writer: elsewhere, sealed: "elsewhere" };
  expect(await save(draft(id, 2, { ...other, basedOn: 0 }))).toBe("continued-elsewhere");
  expect(await save(draft(id, 2, other))).toBe("saved");
  expect(await save(draft(id, 2))).toBe("conflict");
  expect(await save(draft(id, 7, { basedOn: 1 }))).toBe("continued-elsewhere");
  expect(await kept(study, id)).toMatchObject({ draft: { revision: 2, sealed: "elsewhere" } });
  expect(await save(draft(id, 3, { basedOn: 2 }))).toBe("saved");
  expect(await save(draft(id, 2, { ...other, revision: 3 }))).toBe("conflict");
});

test("of many windows that go on from the same save at once, one is stored and every other one is told", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const save = saving(study);
  await save(draft(id, 1));
  const writers = Array.from({ length: 30 }, () => randomUUID());
  const outcomes = await Promise.all(
    writers.map((one, at) =>
      save(draft(id, 2 + (at % 3), { writer: one, basedOn: 1, sealed: one })),
    ),
  );
  expect(outcomes.filter((outcome) => outcome === "saved")).toHaveLength(1);
  const found = await kept(study, id);
  expect(found.state === "open" && found.draft.sealed).toBe(writers[outcomes.indexOf("saved")]);
  expect(new Set(outcomes)).toEqual(new Set(["saved", "continued-elsewhere", "conflict"]));
});

test("the response that is sent takes the draft with it, and nothing brings it back", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const save = saving(study);
  await save(draft(id, 1));
  await store.saveSurveyResponse(study, exampleResponse(id, { "a-1": 1 }));
  expect(await kept(study, id)).toEqual({ state: "sent" });
  expect(await save(draft(id, 2))).toBe("sent");
  expect(await save(draft(id, 1))).toBe("sent");
  const [rows] = await sql`select count(*)::integer as saves from draft_save where id = ${id}`;
  expect(rows?.saves).toBe(0);
});

test.each(["open", "confidential"] as const)(
  "a save that arrives in the very moment of the response leaves nothing unfinished behind: %s",
  async (mode) => {
    studies += 1;
    const study = `study-${studies}`;
    await store.createStudy({ ...exampleStudy, slug: study, mode });
    const panel = { study, recipients: Array(80).fill("somebody"), codeOf: String };
    const panelists = mode === "open" ? [] : await store.addPanelists(panel);
    for (let round = 0; round < 80; round += 1) {
      const id = randomUUID();
      const response = exampleResponse(id, { "a-1": 1 });
      const participant = panelists[round]?.participant;
      const send = () =>
        participant === undefined
          ? store.saveSurveyResponse(study, response)
          : store.savePanelResponse({ study, participant }, response);
      await Promise.all(
        round % 2 === 0
          ? [send(), saving(study)(draft(id, 1))]
          : [saving(study)(draft(id, 1)), send()],
      );
      const [left] = await sql`
        select count(*)::integer as drafts from response_draft where id = ${id}`;
      expect(left?.drafts).toBe(0);
      expect(await kept(study, id)).toEqual({ state: "sent" });
    }
  },
);

test("a draft that another server saved in that moment counts as sent, and is deleted on the next day", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  await store.saveSurveyResponse(study, exampleResponse(id, { "a-1": 1 }));
  await sql`
    insert into response_draft (study, id, revision, writer, base_revision, sealed, day)
    values (${study}, ${id}, 1, ${writer}, 0, 'sealed', ${day})`;
  expect(await kept(study, id)).toEqual({ state: "sent" });
  expect(await store.deleteExpiredDrafts(day, 14)).toBe(1);
});

test("a save in the very moment of the deletion does not bring the draft back", async () => {
  const study = await freshStudy();
  for (let round = 0; round < 60; round += 1) {
    const id = randomUUID();
    await saving(study)(draft(id, 1));
    await Promise.all([store.deleteResponseDraft(study, id), saving(study)(draft(id, 2))]);
    expect(await kept(study, id)).toEqual({ state: "none" });
  }
});

test("a deleted draft does not come back by a late save; a response that was withdrawn neither", async () => {
  const study = await freshStudy();
  const id = randomUUID();
  const save = saving(study);
  await save(draft(id, 1));
  expect(await store.deleteResponseDraft(study, id)).toBe(true);
  expect(await store.deleteResponseDraft(study, id)).toBe(false);
  expect(await save(draft(id, 2))).toBe("gone");
  const receiptHash = "7".repeat(64);
  await store.saveSurveyResponse(study, { ...exampleResponse(id, { "a-1": 1 }), receiptHash });
  await store.withdrawSurveyResponse({ study, receiptHash, day });
  expect(await save(draft(id, 3, { basedOn: 0 }))).toBe("withdrawn");
});

test("an ending study lets begun answers go on and be sent, and lets nobody begin; a closed one takes nothing", async () => {
  const study = await freshStudy();
  const [begun, late] = [randomUUID(), randomUUID()];
  const save = saving(study);
  await save(draft(begun, 1));
  expect(await store.finishStudy(study, day)).toBe("2026-12-05");
  expect(await store.finishStudy(study, "2026-12-01")).toBe("2026-12-05");
  expect(await save(draft(begun, 2))).toBe("saved");
  expect(await save(draft(late, 1))).toBe("closed");
  await expect(
    store.saveSurveyResponse(study, exampleResponse(late, { "a-1": 1 })),
  ).rejects.toThrow("does not accept");
  expect(await store.saveSurveyResponse(study, exampleResponse(begun, { "a-1": 1 }))).toBe(
    "stored",
  );
  expect(await store.saveSurveyResponse(study, exampleResponse(begun, { "a-1": 1 }))).toBe(
    "already-stored",
  );
  const other = randomUUID();
  await store.setStudyStatus(study, "fielding");
  await save(draft(other, 1));
  await store.finishStudy(study, day);
  expect(await store.closeFinishedStudies("2026-12-05")).toBe(0);
  expect(await store.closeFinishedStudies("2026-12-06")).toBe(1);
  expect(await save(draft(other, 2))).toBe("closed");
  await expect(
    store.saveSurveyResponse(study, exampleResponse(other, { "a-1": 1 })),
  ).rejects.toThrow("does not accept");
});

test("drafts end so many days after their last change, and with their study", async () => {
  const study = await freshStudy();
  const closing = await freshStudy();
  await store.deleteExpiredDrafts("2026-11-16", 14);
  const [old, young, ended] = [randomUUID(), randomUUID(), randomUUID()];
  await store.saveResponseDraft({ study, save: draft(old, 1), day: "2026-11-01" });
  await store.saveResponseDraft({ study, save: draft(young, 1), day: "2026-11-02" });
  await store.saveResponseDraft({ study: closing, save: draft(ended, 1), day: "2026-11-15" });
  await store.setStudyStatus(closing, "closed");
  expect(await store.deleteExpiredDrafts("2026-11-16", 14)).toBe(2);
  expect((await kept(study, old)).state).toBe("none");
  expect((await kept(study, young)).state).toBe("open");
  expect((await kept(closing, ended)).state).toBe("none");
});

test("a save to an id that another study has is a conflict and takes nobody of its group with it", async () => {
  const [study, other] = [await freshStudy(), await freshStudy()];
  const id = randomUUID();
  await saving(other)(draft(id, 1));
  const group = [randomUUID(), id, randomUUID()];
  const outcomes = await Promise.all(group.map((one) => saving(study)(draft(one, 1))));
  expect(outcomes).toEqual(["saved", "conflict", "saved"]);
});

test("id and revision of a save are unique and never null in the database itself", async () => {
  const columns = await sql`
    select column_name from information_schema.columns
    where table_name in ('draft_save', 'response_draft') and column_name in ('id', 'revision')
      and is_nullable = 'NO'`;
  expect(columns).toHaveLength(4);
  const study = await freshStudy();
  const id = randomUUID();
  await saving(study)(draft(id, 1));
  await expect(sql`insert into draft_save values (${study}, ${id}, 1, 'x')`).rejects.toMatchObject({
    code: "23505",
  });
});

test("a save costs one statement, one that is refused two, a response one", async () => {
  const study = await freshStudy();
  const statements: string[] = [];
  const counted = await openStore({
    databaseUrl: database.url,
    onStatement: (text) => statements.push(text),
  });
  const id = randomUUID();
  await counted.saveResponseDraft({ study, save: draft(id, 1), day });
  statements.length = 0;
  await counted.saveResponseDraft({ study, save: draft(id, 2), day });
  expect(statements).toHaveLength(1);
  await counted.saveResponseDraft({ study, save: draft(id, 2), day });
  expect(statements).toHaveLength(3);
  await counted.saveSurveyResponse(study, exampleResponse(id, { "a-1": 1 }));
  expect(statements).toHaveLength(4);
  await counted.close();
});

test("a failing database is told by its code only", async () => {
  const broken = await openStore({ databaseUrl: database.url });
  await broken.close();
  const study = await freshStudy();
  const failure = broken.saveResponseDraft({ study, save: draft(randomUUID(), 1), day });
  await expect(failure).rejects.toThrow(DatabaseFailure);
  await expect(failure).rejects.not.toThrow("sealed");
});
