import fc from "fast-check";
import { expect, test } from "vitest";
import { readReceiptCode, receiptBytes, receiptCode } from "./receipt-code.ts";
import { receiptHash } from "./receipt-hash.ts";

const alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
const codes = fc.uint8Array({ minLength: receiptBytes, maxLength: receiptBytes }).map(receiptCode);

test("receiptCode writes five groups of five, and readReceiptCode reads them however they are typed", () => {
  fc.assert(
    fc.property(codes, (code) => {
      expect(code).toMatch(/^([0-9A-HJKMNP-TV-Z]{5}-){4}[0-9A-HJKMNP-TV-Z]{5}$/);
      const typed = ` ${code.toLowerCase().replaceAll("-", " – ").replace("0", "o").replace("1", "l")} `;
      expect(readReceiptCode(code)).toEqual({ ok: true, code });
      expect(readReceiptCode(typed)).toEqual({ ok: true, code });
    }),
  );
});

test("receiptCode keeps all 120 bits: other bytes, another code", () => {
  const bytes = new Uint8Array(receiptBytes);
  const seen = new Set([receiptCode(bytes)]);
  for (let bit = 0; bit < 120; bit += 1) {
    const changed = new Uint8Array(receiptBytes);
    changed[Math.floor(bit / 8)] = 1 << (bit % 8);
    seen.add(receiptCode(changed));
  }
  expect(seen.size).toBe(121);
  expect(() => receiptCode(new Uint8Array(14))).toThrow(RangeError);
});

const mistyped = { ok: false, mistake: "check" };

test("the check digit finds every single wrong character, the check digit itself included", () => {
  fc.assert(
    fc.property(codes, (code) => {
      const characters = [...code.replaceAll("-", "")];
      for (const [place, right] of characters.entries()) {
        for (const wrong of alphabet) {
          if (wrong === right) continue;
          const typed = characters.with(place, wrong).join("");
          expect(readReceiptCode(typed)).toEqual(mistyped);
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
          expect(readReceiptCode(typed)).toEqual(mistyped);
        }
      }
    }),
    { numRuns: 20 },
  );
});

test("readReceiptCode says whether characters are missing or impossible", () => {
  expect(readReceiptCode("")).toEqual({ ok: false, mistake: "length" });
  expect(readReceiptCode("00000-00000-00000-00000-0000")).toEqual({ ok: false, mistake: "length" });
  expect(readReceiptCode("00000-00000-00000-00000-000000")).toEqual({
    ok: false,
    mistake: "length",
  });
  expect(readReceiptCode("00000-00000-00000-00000-0000U")).toEqual({
    ok: false,
    mistake: "character",
  });
});

test("receiptHash is the same for a code and a study, and tells nothing of another study", async () => {
  const code = receiptCode(new Uint8Array(receiptBytes).fill(7));
  const one = await receiptHash({ code, study: "one" });
  expect(one).toMatch(/^[0-9a-f]{64}$/);
  expect(await receiptHash({ code, study: "one" })).toBe(one);
  expect(await receiptHash({ code, study: "other" })).not.toBe(one);
});
