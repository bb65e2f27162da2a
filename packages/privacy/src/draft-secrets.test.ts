import fc from "fast-check";
import { expect, test } from "vitest";
import { draftSecrets } from "./draft-secrets.ts";
import { openDraft, sealDraft } from "./sealed-draft.ts";
import { readSecretCode, secretCode, secretCodeBytes } from "./secret-code.ts";

const secrets = fc.uint8Array({ minLength: secretCodeBytes, maxLength: secretCodeBytes });
const code = secretCode("resume", new Uint8Array(secretCodeBytes).fill(3));
const place = { responseId: "a", revision: 1 };

test("draftSecrets gives a UUID of version 4 and a receipt, the same for the same code and study only", async () => {
  await fc.assert(
    fc.asyncProperty(secrets, async (bytes) => {
      const typed = secretCode("resume", bytes);
      const [one, again, elsewhere] = await Promise.all(
        ["demo", "demo", "other"].map((study) => draftSecrets(typed, study)),
      );
      expect(one?.responseId).toMatch(
        /^[\da-f]{8}-[\da-f]{4}-4[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/,
      );
      expect(readSecretCode("receipt", one?.receiptCode ?? "").ok).toBe(true);
      expect(again).toMatchObject({ responseId: one?.responseId, receiptCode: one?.receiptCode });
      expect(elsewhere?.responseId).not.toBe(one?.responseId);
      expect(elsewhere?.receiptCode).not.toBe(one?.receiptCode);
    }),
    { numRuns: 30 },
  );
});

test("a sealed draft opens with the same code on another device, whatever was typed", async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: "grapheme", maxLength: 500 }), async (text) => {
      const { key } = await draftSecrets(code, "demo");
      const sealed = await sealDraft(key, text, place);
      expect(sealed).toMatch(/^[\w-]+$/);
      const { key: elsewhere } = await draftSecrets(code, "demo");
      expect(await openDraft(elsewhere, sealed, place)).toBe(text);
    }),
    { numRuns: 30 },
  );
});

test("a sealed draft does not open with another code, as another save, or after a change", async () => {
  const { key } = await draftSecrets(code, "demo");
  const { key: other } = await draftSecrets(code, "other");
  const sealed = await sealDraft(key, "Leitung: ja", place);
  expect(await openDraft(other, sealed, place)).toBeUndefined();
  expect(await openDraft(key, sealed, { ...place, revision: 2 })).toBeUndefined();
  expect(await openDraft(key, sealed, { ...place, responseId: "b" })).toBeUndefined();
  const changed = sealed.replace(/^./, (first) => (first === "A" ? "B" : "A"));
  for (const broken of [changed, sealed.slice(0, -4), "", "A", "ä"])
    expect(await openDraft(key, broken, place)).toBeUndefined();
  expect(await sealDraft(key, "Leitung: ja", place)).not.toBe(sealed);
});
