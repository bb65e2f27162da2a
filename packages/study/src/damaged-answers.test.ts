import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test, vi } from "vitest";
import { answersSchema } from "./answers-schema.ts";
import { type Damage, damageContext, type Sent } from "./example/damage.ts";
import { routingDamages, shownDamages } from "./example/response-damages.ts";
import { sampleInstrument } from "./example/sample-instrument.ts";
import { seededRandom } from "./example/seeded-random.ts";
import { keyedDamages, valueDamages } from "./example/value-damages.ts";
import { type Instrument, instrumentSchema } from "./instrument.ts";
import { simulateAnswers } from "./simulate-answers.ts";
import { surveyResponseSchema } from "./survey-response.ts";

vi.setConfig({ testTimeout: 120_000 });

const root = fileURLToPath(new URL("../../../instruments/", import.meta.url));
const instruments: [string, Instrument][] = [
  ["a sample of all types", sampleInstrument],
  ...readdirSync(root, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith("/instrument.json"))
    .sort()
    .map((path): [string, Instrument] => [
      path.replace("/instrument.json", ""),
      instrumentSchema.parse(JSON.parse(readFileSync(root + path, "utf8"))),
    ]),
];
const damages: readonly Damage[] = [
  ...valueDamages,
  ...keyedDamages,
  ...routingDamages,
  ...shownDamages,
];

function crowd(instrument: Instrument, size: number, endsEarlyShare: number) {
  const random = seededRandom(4);
  return Array.from({ length: size }, () =>
    simulateAnswers(instrument, random, { endsEarlyShare }),
  );
}

test("there are at least thirty kinds of damage, each with its own name", () => {
  expect(new Set(damages.map(({ name }) => name)).size).toBe(damages.length);
  expect(damages.length).toBeGreaterThanOrEqual(30);
});

test("every kind of damage is suffered by the sample", () => {
  const people = crowd(sampleInstrument, 60, 0);
  const spared = damages.filter((damage) =>
    people.every((person) => {
      const sent: Sent = { ...structuredClone(person), assigned: {} };
      return damage.spoil(sent, damageContext(sampleInstrument, person.answers)) === undefined;
    }),
  );
  expect(spared.map(({ name }) => name)).toEqual([]);
});

describe.each(instruments)("of %s", (_name, instrument) => {
  const schema = answersSchema(instrument);

  test("1,000 simulated respondents are accepted, whether they go to the end or not", () => {
    for (const response of [...crowd(instrument, 500, 0), ...crowd(instrument, 500, 0.9)]) {
      const { answers, presentation, lastPage } = response;
      expect(schema.check(answers, presentation, { lastPage })).toEqual([]);
      surveyResponseSchema.shape.presentation.parse(presentation);
    }
  });

  test("damaged responses are refused, with a pointer to the damage", () => {
    for (const person of crowd(instrument, 40, 0)) {
      const context = damageContext(instrument, person.answers);
      for (const { name, spoil } of damages) {
        const sent: Sent = { ...structuredClone(person), assigned: {} };
        const pointer = spoil(sent, context);
        if (pointer === undefined) continue;
        const { answers, presentation, lastPage, assigned } = JSON.parse(JSON.stringify(sent));
        const issues = schema.check(answers, presentation, { lastPage, assigned });
        expect(
          issues.map(({ path }) => path),
          name,
        ).toContain(pointer);
      }
    }
  });
});
