import fc from "fast-check";
import { expect, test } from "vitest";
import { receiptHash } from "./receipt-hash.ts";
import { readSecretCode, secretCode, secretCodeBits, secretCodeBytes } from "./secret-code.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const secrets = fc.uint8Array({ minLength: secretCodeBytes, maxLength: secretCodeBytes });
const kinds = ["participation", "resume", "receipt"] as const;
const codes = secrets.map((bytes) => secretCode("receipt", bytes));
const read = (typed: string) => readSecretCode("receipt", typed);

test("secretCode writes five groups of five, and readSecretCode reads them however they are typed", () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
      const typed = ` ${code.toLowerCase().replaceAll("-", " – ").replace("0", "o").replace("1", "l")} `;
      expect(read(code)).toEqual({ ok: true, code });
      expect(read(typed)).toEqual({ ok: true, code });
    }),
  );
});

test("secretCode keeps all 120 bits: other bytes, another code", () => {
  const bytes = new Uint8Array(secretCodeBytes);
  const seen = new Set([secretCode("receipt", bytes)]);
  for (let bit = 0; bit < 120; bit += 1) {
    const changed = new Uint8Array(secretCodeBytes);
    changed[Math.floor(bit / 8)] = 1 << (bit % 8);
    seen.add(secretCode("receipt", changed));
  }
  expect(seen.size).toBe(121);
  expect(() => secretCode("receipt", new Uint8Array(14))).toThrow(RangeError);
});

/** Mistyped codes may look like another kind of code; they are never taken for one that counts here. */
const isRefused = (typed: string) => {
  const result = read(typed);
  return !result.ok && (result.mistake === "check" || result.mistake === "other-kind");
};

test("the check digit finds every single wrong character, the check digit itself included", () => {
  fc.assert(
    fc.property(codes, (code) => {
      const characters = [...code.replaceAll("-", "")];
      for (const [place, right] of characters.entries()) {
        for (const wrong of alphabet) {
          if (wrong === right) continue;
          const typed = characters.with(place, wrong).join("");
          expect(isRefused(typed)).toBe(true);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("the check digit finds any two different characters in each other's place", () => {
  fc.assert(
    fc.property(codes, (code) => {
      const characters = [...code.replaceAll("-", "")];
      for (const [one, left] of characters.entries()) {
        for (const [other, right] of characters.entries()) {
          if (left === right) continue;
          const typed = characters.with(one, right).with(other, left).join("");
          expect(isRefused(typed)).toBe(true);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("readSecretCode says whether characters are missing or impossible", () => {
  expect(read("")).toEqual({ ok: false, mistake: "length" });
  expect(read("00000-00000-00000-00000-0000")).toEqual({ ok: false, mistake: "length" });
  expect(read("00000-00000-00000-00000-000000")).toEqual({
    ok: false,
    mistake: "length",
  });
  expect(read("00000-00000-00000-00000-0000U")).toEqual({
    ok: false,
    mistake: "character",
  });
});

test("receiptHash is the same for a code and a study, and tells nothing of another study", async () => {
  const code = secretCode("receipt", new Uint8Array(secretCodeBytes).fill(7));
  const one = await receiptHash({ code, study: "one" });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await receiptHash({ code, study: "one" })).toBe(one);
  expect(await receiptHash({ code, study: "other" })).not.toBe(one);
});

test("a code of one kind is told from the others, and its bits come back", () => {
  fc.assert(
    fc.property(secrets, fc.constantFrom(...kinds), (bytes, kind) => {
      const code = secretCode(kind, bytes);
      expect(secretCodeBits(code)).toEqual(bytes);
      for (const asked of kinds)
        expect(readSecretCode(asked, code)).toEqual(
          asked === kind ? { ok: true, code } : { ok: false, mistake: "other-kind", kind },
        );
    }),
  );
});
