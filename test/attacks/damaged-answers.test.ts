import { randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { type Instrument, problemSchema, simulateAnswers } from "@mehrwert/study";
import { expect, test } from "vitest";
import { type Damage, damageContext, type Sent } from "../../packages/study/src/example/damage.ts";
import { routingDamages, shownDamages } from "../../packages/study/src/example/response-damages.ts";
import { sampleInstrument } from "../../packages/study/src/example/sample-instrument.ts";
import { keyedDamages, valueDamages } from "../../packages/study/src/example/value-damages.ts";
import { howOften } from "../faults/how-often.ts";
import { responseTo } from "../faults/load/writer.ts";
import { everyType } from "../fixtures/question-types.ts";
import { startServer, valueDrivers } from "../setup/server.ts";

const people = howOften({ inTest: 3, inLong: 40 });
const damages: readonly Damage[] = [
  ...valueDamages,
  ...keyedDamages,
  ...routingDamages,
  ...shownDamages,
];

/** What a page would never send: values of another kind in place of each answer, one question after the other. */
const neverAnswers: readonly [string, unknown][] = [
  ["a boolean", true],
  ["null", null],
  ["a number beyond any scale", 99],
  ["a fraction", 1.5],
  ["a code nobody offers", "nobody-offers-this"],
  ["a list of lists", [[1]]],
  ["an object of something else", { nobody: { asks: "this" } }],
  ["a text of a hundred thousand characters", "x".repeat(100_000)],
];

test.each<[string, Instrument]>([
  ["one question of every type", everyType],
  ["a sample with routes and random orders", sampleInstrument],
  ["the value drivers", valueDrivers()],
])(
  "of %s, no damaged response is taken, and the place of the damage is told",
  async (_, instrument) => {
    const server = await startServer({ instrument });
    const random = seededRandom(13);
    const suffered = new Map<string, number>();
    const typeOf = new Map(
      instrument.pages.flatMap((page) => page.elements).map(({ name, type }) => [name, type]),
    );
    const refuse = async (sent: unknown, pointer: string, name: string) => {
      const body = { ...responseTo(server.study, randomUUID()), ...Object(sent) };
      const reply = await fetch(`${server.url}/api/studies/demo/responses`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify(body),
      });
      const text = await reply.text();
      expect({ name, status: reply.status }).toEqual({ name, status: 422 });
      const { errors = [] } = problemSchema.parse(JSON.parse(text));
      const pointers = errors.map((error) => error.pointer);
      expect(
        pointers.some((told) => told === pointer || told.startsWith(`${pointer}/`)),
        name,
      ).toBe(true);
      const type = typeOf.get(pointer.split("/")[2] ?? "") ?? "the response";
      suffered.set(type, (suffered.get(type) ?? 0) + 1);
    };
    try {
      for (let person = 0; person < people; person += 1) {
        const given = simulateAnswers(instrument, random, { endsEarlyShare: 0, skippedShare: 0 });
        const context = damageContext(instrument, given.answers);
        for (const { name, spoil } of damages) {
          const sent: Sent = { ...structuredClone(given), assigned: {} };
          const pointer = spoil(sent, context);
          const { assigned, ...body } = sent;
          // What the study fixes is not for a response to say; without it this damage is none.
          if (pointer === undefined || Object.keys(assigned).length > 0) continue;
          await refuse(body, pointer, name);
        }
        for (const [question, answer] of Object.entries(given.answers))
          for (const [name, never] of neverAnswers) {
            const isText = ["text", "comment"].includes(typeOf.get(question) ?? "");
            if (isText && name === "a code nobody offers") continue;
            const answers = { ...given.answers, [question]: never };
            expect(answer).not.toEqual(never);
            await refuse({ ...given, answers }, `#/answers/${question}`, `${question}: ${name}`);
          }
      }
      expect(await server.store.countResponses("demo")).toBe(0);
      for (const type of new Set(typeOf.values())) {
        expect({ type, count: suffered.get(type) ?? 0 }).not.toEqual({ type, count: 0 });
      }
      const total = [...suffered.values()].reduce((sum, count) => sum + count, 0);
      console.info(`${total} damaged responses, ${suffered.size} types of question: none stored`);
    } finally {
      await server.stop();
    }
  },
  600_000,
);
