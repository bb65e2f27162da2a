import { randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { type DraftSave, type DraftSaved, problemSchema, simulateAnswers } from "@mehrwert/study";
import fc from "fast-check";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../setup/server.ts";
import { howOften } from "./how-often.ts";
import { type Fate, UnreliableNetwork } from "./load/unreliable-network.ts";
import { responseTo } from "./load/writer.ts";

const schedules = howOften({ inTest: 25, inLong: 500 });
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

const fates = fc.array(
  fc.constantFrom<Fate>("arrives", "request lost", "reply lost", "doubled", "late"),
  { minLength: 10, maxLength: 60 },
);

/** What the page does over this network: one save after the other, each tried until it is answered or a newer one is due. */
class Page {
  readonly id = randomUUID();
  readonly #writer = randomUUID();
  readonly #network: UnreliableNetwork;
  #acknowledged = 0;
  revision = 0;

  constructor(network: UnreliableNetwork) {
    this.#network = network;
  }

  /** Types something: a new revision, tried so often; the page goes on typing whether it was answered or not. */
  async types(tries: number): Promise<void> {
    this.revision += 1;
    for (let attempt = 0; attempt < tries; attempt += 1) {
      const body = this.#save();
      const outcome = await this.#post("draft-saves", body);
      if (outcome === undefined) continue;
      expect(["saved", "already-saved", "superseded"]).toContain(outcome);
      this.#acknowledged = Math.max(this.#acknowledged, body.revision);
      return;
    }
  }

  /** Whatever was acknowledged so far. */
  acknowledged(): number {
    return this.#acknowledged;
  }

  async submits(): Promise<string> {
    const answers = simulateAnswers(server.instrument, seededRandom(this.revision));
    const body = { ...responseTo(server.study, this.id), ...answers };
    for (;;) {
      const outcome = await this.#post("responses", body);
      if (outcome !== undefined) return outcome;
    }
  }

  #save(): DraftSave {
    const { id, revision } = this;
    // The first save makes the draft, however often it has to be sent.
    const basedOn = this.#acknowledged;
    return { id, revision, writer: this.#writer, basedOn, sealed: `revision-${revision}` };
  }

  async #post(door: string, body: unknown): Promise<DraftSaved | string | undefined> {
    try {
      const reply = await this.#network.fetch(`${server.url}/api/studies/demo/${door}`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const told = await reply.json();
      return reply.ok ? told.result : problemSchema.parse(told).type;
    } catch (error) {
      if (error instanceof TypeError) return undefined;
      throw error;
    }
  }
}

test(`over ${schedules} networks that lose, double, delay and reorder requests, the highest revision is what is kept`, async () => {
  await fc.assert(
    fc.asyncProperty(fates, fc.integer({ min: 1, max: 3 }), async (schedule, tries) => {
      const given = [...schedule];
      const network = new UnreliableNetwork(() => given.shift() ?? "arrives");
      const page = new Page(network);
      while (given.length > 0) await page.types(tries);
      const before = await server.store.responseDraft("demo", page.id);
      const kept = before.state === "open" ? before.draft.revision : 0;
      expect(kept).toBeGreaterThanOrEqual(page.acknowledged());
      await network.calm();
      // Nothing that arrived late has taken anything back.
      const after = await server.store.responseDraft("demo", page.id);
      expect(after.state === "open" ? after.draft.revision : 0).toBeGreaterThanOrEqual(kept);
      await page.types(5);
      expect(await server.store.responseDraft("demo", page.id)).toMatchObject({
        state: "open",
        draft: { revision: page.revision, sealed: `revision-${page.revision}` },
      });
    }),
    { numRuns: schedules, seed: 12 },
  );
}, 600_000);

test(`over ${schedules} such networks a response is there once, and no save that comes late brings unfinished answers back`, async () => {
  let sent = 0;
  await fc.assert(
    fc.asyncProperty(fates, async (schedule) => {
      const given = [...schedule];
      const network = new UnreliableNetwork(() => given.shift() ?? "arrives", 5);
      const page = new Page(network);
      while (given.length > 5) await page.types(1);
      expect(["stored", "already-stored"]).toContain(await page.submits());
      sent += 1;
      await network.calm();
      expect(await server.store.responseDraft("demo", page.id)).toEqual({ state: "sent" });
      expect(await server.store.countResponses("demo")).toBe(sent);
    }),
    { numRuns: schedules, seed: 13 },
  );
}, 600_000);
