import { receiptHash, secretCode } from "@mehrwert/privacy";
import { openStore, type Store } from "@mehrwert/store";
import { consentHash, consentText, type Study, type Submission } from "@mehrwert/study";
import { strFromU8, unzipSync } from "fflate";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { exampleApi, exampleResponse, exampleStudy, valueDrivers } from "../example/example-api.ts";

let store: Store;
let drop: () => Promise<void>;
const study = await exampleStudy({ slug: "fielding", minimumGroupSize: 5 });

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url });
  await store.createStudy(study);
});

afterAll(async () => {
  await store.close();
  await drop();
});

const codeOf = (seed: number) => secretCode("receipt", new Uint8Array(15).fill(seed));
const hashOf = (seed: number, slug = study.slug) =>
  receiptHash({ code: codeOf(seed), study: slug });

/** A response as the questionnaire sends it. */
async function submission(seed: number, of: Study = study): Promise<Submission> {
  return {
    ...exampleResponse(of, seed),
    receiptHash: await hashOf(seed, of.slug),
    consentHash: await consentHash(of, valueDrivers()),
  };
}

function withdraw({ app }: ReturnType<typeof exampleApi>, hash: string, slug = study.slug) {
  return app.request(`/api/studies/${slug}/withdrawals?lang=en`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ receiptHash: hash }),
  });
}

describe("POST /api/studies/<study>/withdrawals", () => {
  test("deletes the response from database, results and dataset; once, and like unknown codes after", async () => {
    const api = exampleApi(store);
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const reply = await api.submit(study.slug, await submission(seed));
      expect([reply.status, reply.headers.get("mehrwert-receipt")]).toEqual([201, "kept"]);
    }
    const results = async () =>
      (await api.app.request(`/api/studies/${study.slug}/results`)).json();
    const released = async (release: number) => {
      const reply = await results();
      return reply.release >= release ? reply : undefined;
    };
    const before = await vi.waitUntil(() => released(1), { timeout: 30_000, interval: 200 });
    const deleted = await withdraw(api, await hashOf(3));
    const again = await withdraw(api, await hashOf(3));
    const unknown = await withdraw(api, await hashOf(99));
    expect([deleted.status, await deleted.json()]).toEqual([200, { result: "deleted" }]);
    expect([again.status, await again.json()]).toEqual([200, { result: "no-such-code" }]);
    expect([unknown.status, await unknown.json()]).toEqual([200, { result: "no-such-code" }]);
    expect([...again.headers.keys()]).toEqual([...deleted.headers.keys()]);
    const { id } = exampleResponse(study, 3);
    expect((await store.responses(study.slug)).map((kept) => kept.id)).not.toContain(id);
    const files = await dataset(api);
    expect(files["responses.csv"]).not.toContain(id);
    expect(files["responses.csv"]).toContain(exampleResponse(study, 4).id);
    // Figures do not move for one person: a withdrawal shows with the next batch, which is without that response.
    const unchanged = await results();
    expect(unchanged.rankings).toEqual(before.rankings);
    expect(unchanged.questions).toEqual(before.questions);
    for (const seed of [101, 102, 103, 104, 105, 106, 107])
      await api.submit(study.slug, await submission(seed));
    const after = await vi.waitUntil(() => released(2), { timeout: 30_000, interval: 200 });
    expect(after.rankings).not.toEqual(before.rankings);
  });

  test("a withdrawn response that is sent again is refused as withdrawn", async () => {
    const api = exampleApi(store);
    await api.submit(study.slug, await submission(10));
    await withdraw(api, await hashOf(10));
    const again = await api.submit(study.slug, await submission(10));
    expect([again.status, (await again.json()).type]).toEqual([410, "/problems/withdrawn"]);
  });

  test("a receipt of one study finds nothing in another", async () => {
    const api = exampleApi(store);
    const other = await exampleStudy({ slug: "other" });
    await store.createStudy(other);
    await api.submit(study.slug, await submission(11));
    const reply = await withdraw(api, await hashOf(11), "other");
    expect(await reply.json()).toEqual({ result: "no-such-code" });
    expect((await withdraw(api, await hashOf(11), "nowhere")).status).toBe(404);
  });

  test("neither code, hash nor outcome is logged, and only a hash is taken", async () => {
    const api = exampleApi(store);
    const known = await submission(12);
    await api.submit(study.slug, known);
    for (const sent of [codeOf(12), "", "0".repeat(63)])
      expect((await withdraw(api, sent)).status).toBe(422);
    await withdraw(api, await hashOf(12));
    const log = api.logLines.join("");
    for (const secret of [codeOf(12), await hashOf(12), known.id, "deleted", study.slug])
      expect(log).not.toContain(secret);
  });

  test("more than sixty requests a minute for a study are too many, for that study only", async () => {
    const api = exampleApi(store);
    const unknown = "f".repeat(64);
    const statuses = await Promise.all(
      Array.from({ length: 61 }, async () => (await withdraw(api, unknown)).status),
    );
    expect(statuses.filter((status) => status === 429)).toHaveLength(1);
    const refused = await withdraw(api, unknown);
    expect([refused.status, refused.headers.get("retry-after")]).toEqual([429, "60"]);
    expect((await withdraw(api, unknown, "other")).status).toBe(200);
  });
});

async function dataset({ app }: ReturnType<typeof exampleApi>) {
  const zip = await app.request(`/api/studies/${study.slug}/dataset.zip`);
  const entries = Object.entries(unzipSync(new Uint8Array(await zip.arrayBuffer())));
  return Object.fromEntries(entries.map(([name, bytes]) => [name, strFromU8(bytes)]));
}

describe("receipts and consent", () => {
  test("a reply says whether the code sent is the one that counts", async () => {
    const api = exampleApi(store);
    const first = await submission(20);
    await api.submit(study.slug, first);
    const receiptOf = async (sent: Submission) => {
      const reply = await api.submit(study.slug, sent);
      return [reply.status, reply.headers.get("mehrwert-receipt")];
    };
    const edited = { ...first, answers: { ...first.answers, "closing-comment": "later" } };
    const other = await hashOf(21);
    expect(await receiptOf(first)).toEqual([200, "kept"]);
    expect(await receiptOf({ ...first, receiptHash: other })).toEqual([200, "none"]);
    expect(await receiptOf(edited)).toEqual([409, "kept"]);
    expect(await receiptOf({ ...edited, receiptHash: other })).toEqual([409, "none"]);
    const { receiptHash: _, ...without } = await submission(22);
    expect(await receiptOf(without)).toEqual([201, "none"]);
  });

  test("the text that was consented to is kept with its hash, which the dataset tells; the receipt is nowhere", async () => {
    const api = exampleApi(store);
    const sent = await submission(23);
    await api.submit(study.slug, sent);
    const texts = await store.consentTexts(study.slug);
    expect([...texts.values()]).toEqual([consentText(study, valueDrivers())]);
    const files = await dataset(api);
    const { receiptHash: receipt = "", consentHash: consent = "" } = sent;
    for (const text of Object.values(files)) expect(text).not.toContain(receipt);
    const [names, ...rows] = files["responses.csv"]?.split("\n") ?? [];
    expect(names).toMatch(/^id,language,consent-text,/);
    expect(rows.some((row) => row.includes(consent))).toBe(true);
  });

  test("who consented to other information is refused, unless the answers are stored already", async () => {
    const changing = await exampleStudy({ slug: "changing" });
    await store.createStudy(changing);
    const api = exampleApi(store);
    const early = await submission(24, changing);
    const late = await submission(25, changing);
    expect((await api.submit("changing", early)).status).toBe(201);
    const purpose = { de: "Anders", en: "Otherwise" };
    const changed = { ...changing, informationSheet: { ...changing.informationSheet, purpose } };
    const later = exampleApi({ ...store, study: async () => changed });
    expect((await later.submit("changing", early)).status).toBe(200);
    const refused = await later.submit("changing", late);
    expect([refused.status, (await refused.json()).type]).toEqual([
      409,
      "/problems/consent-changed",
    ]);
    expect(await store.countResponses("changing")).toBe(1);
  });
});
