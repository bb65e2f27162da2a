import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { exampleFile, examplePaths } from "./example/example-files.ts";
import { hostileFiles } from "./example/hostile-files.ts";
import { importInstrument } from "./import-instrument.ts";
import { importFormats } from "./import-report.ts";

/** Longest time in which a file must be refused. */
const limitMs = 2000;

describe.each(hostileFiles)("$name", ({ fileName, bytes, reason }) => {
  let content = new Uint8Array();
  beforeAll(() => {
    content = new Uint8Array(bytes());
  });

  test(
    "is refused with place, reason and advice in both languages",
    () => {
      const result = importInstrument({ fileName, bytes: content });
      if (result.ok) throw new Error("It was imported.");
      for (const { message, advice, severity } of result.issues) {
        expect([message.de, message.en, advice.de, advice.en]).not.toContain("");
        expect(severity).toBe("error");
      }
      expect(result.issues.map(({ message }) => message.en).join()).toMatch(reason);
    },
    limitMs,
  );
});

test("nothing of a file reaches the program's own objects", () => {
  const polluted: { polluted?: boolean } = {};
  expect(polluted.polluted).toBeUndefined();
});

test("a file damaged at any place is refused or imported, and never breaks the import", () => {
  const files = importFormats.flatMap(examplePaths).map(exampleFile);
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), byte: fc.nat(255) }), {
        minLength: 1,
        maxLength: 8,
      }),
      ({ fileName, bytes }, damages) => {
        const damaged = Uint8Array.from(bytes);
        for (const { at, byte } of damages) damaged[Math.floor(at * (bytes.length - 1))] = byte;
        const result = importInstrument({ fileName, bytes: damaged });
        if (!result.ok) expect(result.issues.length).toBeGreaterThan(0);
      },
    ),
    { numRuns: 150 },
  );
});
