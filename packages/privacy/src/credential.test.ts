import { constants, generateKeyPairSync, privateDecrypt, verify } from "node:crypto";
import { expect, test } from "vitest";
import { fromBase64url, toBase64url } from "./base64url.ts";
import {
  blindCredential,
  type CredentialKey,
  credentialMessage,
  credentialScope,
  finishCredential,
  keyFingerprint,
} from "./credential.ts";

const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const spki = toBase64url(publicKey.export({ type: "spki", format: "der" }));
const key: CredentialKey = { spki, fingerprint: (await keyFingerprint(spki)) ?? "" };
const responseId = "3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1";
const of = { study: "demo", responseId };

/** What a server does: raw RSA with OpenSSL. */
function signed(blinded: string): string {
  const bytes = fromBase64url(blinded) ?? new Uint8Array();
  return toBase64url(privateDecrypt({ key: privateKey, padding: constants.RSA_NO_PADDING }, bytes));
}

function isValid(credential: string, study: string, id: string): boolean {
  return verify(
    "sha384",
    credentialMessage(study, id),
    { key: publicKey, padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: 48 },
    fromBase64url(credential) ?? new Uint8Array(),
  );
}

test("a credential signed blindly by OpenSSL is an ordinary RSA-PSS signature for one response of one study", async () => {
  const { blinded, inverse } = await blindCredential(key, of.study, of.responseId);
  const credential = await finishCredential(key, { ...of, inverse, signature: signed(blinded) });
  expect(credential).toBeDefined();
  expect(isValid(credential ?? "", "demo", responseId)).toBe(true);
  expect(isValid(credential ?? "", "demo", responseId.toUpperCase())).toBe(true);
  expect(isValid(credential ?? "", "other", responseId)).toBe(false);
  expect(isValid(credential ?? "", "demo", responseId.replace("3d", "4d"))).toBe(false);
});

test("blinding the same response twice shows the signer two unrelated numbers", async () => {
  const one = await blindCredential(key, of.study, of.responseId);
  const other = await blindCredential(key, of.study, of.responseId);
  expect(one.blinded).not.toBe(other.blinded);
  const credentials = await Promise.all(
    [one, other].map(({ blinded, inverse }) =>
      finishCredential(key, { ...of, inverse, signature: signed(blinded) }),
    ),
  );
  expect(credentials.every((credential) => isValid(credential ?? "", "demo", responseId))).toBe(
    true,
  );
});

test("a signature of another key, a changed one and no signature at all make no credential", async () => {
  const { blinded, inverse } = await blindCredential(key, of.study, of.responseId);
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
  const foreign = toBase64url(
    privateDecrypt(
      { key: other, padding: constants.RSA_NO_PADDING },
      new Uint8Array([0, ...(fromBase64url(blinded) ?? []).slice(1)]),
    ),
  );
  for (const signature of [foreign, signed(blinded).replace(/^./, "_"), "", "no base64!"])
    expect(await finishCredential(key, { ...of, inverse, signature })).toBeUndefined();
});

test("a key that is not the one its fingerprint names is refused before anything is blinded", async () => {
  const other = generateKeyPairSync("rsa", { modulusLength: 2048 }).publicKey;
  const changed = { ...key, spki: toBase64url(other.export({ type: "spki", format: "der" })) };
  await expect(blindCredential(changed, of.study, of.responseId)).rejects.toThrow(TypeError);
  await expect(blindCredential({ ...key, spki: "§" }, "demo", responseId)).rejects.toThrow(
    TypeError,
  );
});

test("a credential of one wave says nothing about another wave", () => {
  expect(credentialScope({ slug: "demo", wave: 1 })).toBe("demo");
  const scopes = [1, 2, 3].map((wave) => credentialScope({ slug: "demo", wave }));
  const messages = scopes.map((scope) => new TextDecoder().decode(credentialMessage(scope, "id")));
  expect(new Set(messages).size).toBe(3);
});
