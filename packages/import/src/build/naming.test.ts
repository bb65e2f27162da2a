import { identifierSchema } from "@mehrwert/study";
import fc from "fast-check";
import { expect, test } from "vitest";
import { identifierOf, namer } from "./naming.ts";

test("identifierOf keeps what can be kept", () => {
  expect(identifierOf("Q1_Größe", "q")).toBe("q1-groesse");
  expect(identifierOf("1. Frage", "q")).toBe("q-1-frage");
  expect(identifierOf("constructor", "q")).toBe("q-constructor");
  expect(identifierOf("問い", "q")).toBe("q");
});

test("a namer gives every code, however odd, a name of its own that instruments accept", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 80 }), { maxLength: 30 }), (codes) => {
      const name = namer();
      const names = codes.map((code) => name(code, "q"));
      expect(new Set(names).size).toBe(names.length);
      for (const one of names) expect(identifierSchema.safeParse(one).success, one).toBe(true);
    }),
  );
});
