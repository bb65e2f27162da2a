import { randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { simulateAnswers } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { startServer, type TestServer } from "../setup/server.ts";
import { howOften } from "./how-often.ts";
import { UnreliableNetwork } from "./load/unreliable-network.ts";
import { responseTo } from "./load/writer.ts";

const submissions = howOften({ inTest: 400, inLong: 10_000 });
const senders = 12;
let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

test(`of ${submissions} submissions over a network that loses 30 % of the replies, each is stored once`, async () => {
  const random = seededRandom(11);
  let lost = 0;
  const network = new UnreliableNetwork(() => {
    if (random() >= 0.3) return "arrives";
    lost += 1;
    return "reply lost";
  });
  const bodies = Array.from({ length: submissions }, () => ({
    ...responseTo(server.study, randomUUID()),
    ...simulateAnswers(server.instrument, random),
  }));
  const results = new Map<string, number>();
  const submit = async (body: (typeof bodies)[number]) => {
    for (;;) {
      try {
        const reply = await network.fetch(`${server.url}/api/studies/demo/responses`, {
          method: "POST",
          headers: { "content-type": "application/json" },
          body: JSON.stringify(body),
        });
        expect(reply.status).toBeLessThan(300);
        const { result } = await reply.json();
        results.set(result, (results.get(result) ?? 0) + 1);
        return;
      } catch (error) {
        if (!(error instanceof TypeError)) throw error;
      }
    }
  };
  const waiting = [...bodies];
  await Promise.all(
    Array.from({ length: senders }, async () => {
      for (let body = waiting.pop(); body !== undefined; body = waiting.pop()) await submit(body);
    }),
  );
  const stored = await server.store.responses("demo");
  const doubled = stored.length - new Set(stored.map(({ id }) => id)).size;
  console.info(
    `${submissions} submits, ${lost} replies lost (${((100 * lost) / (submissions + lost)).toFixed(0)} %), duplicates ${doubled}, missing ${submissions - stored.length}`,
  );
  expect(stored).toEqual(bodies.toSorted((one, other) => (one.id < other.id ? -1 : 1)));
  expect(lost).toBeGreaterThan(submissions / 4);
  // Who had to ask again was told that it was there already.
  expect(results.get("already-stored")).toBeGreaterThan(submissions / 5);
}, 900_000);
