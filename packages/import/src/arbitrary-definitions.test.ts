import { answersSchema, simulateAnswers } from "@mehrwert/study";
import fc from "fast-check";
import { expect, test } from "vitest";
import { arbitraryDefinition } from "./example/arbitrary-definition.ts";
import { seededRandom } from "./example/seeded-random.ts";
import { importInstrument } from "./import-instrument.ts";

test("whatever a definition holds, it becomes a sound instrument or is refused for a reason of its own", () => {
  let imported = 0;
  fc.assert(
    fc.property(arbitraryDefinition, fc.nat(), (definition, seed) => {
      const bytes = new TextEncoder().encode(JSON.stringify(definition));
      const result = importInstrument({ fileName: "any.json", bytes });
      if (!result.ok) {
        const messages = result.issues.map(({ message }) => message.en).join();
        expect(messages).toMatch(/no question|in a circle/);
        return;
      }
      imported += 1;
      const { instrument } = result.value;
      const { answers, presentation } = simulateAnswers(instrument, seededRandom(seed));
      expect(answersSchema(instrument).check(answers, presentation)).toEqual([]);
    }),
    { numRuns: 300 },
  );
  expect(imported).toBeGreaterThan(100);
});
