import { randomBytes, randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  blindCredential,
  type CredentialKey,
  finishCredential,
  fromBase64url,
  secretCode,
  toBase64url,
} from "@mehrwert/privacy";
import { openStore, type Store } from "@mehrwert/store";
import type { Study } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { newCredentialKeys } from "../admission/new-credential-keys.ts";
import { exampleApi, exampleResponse, exampleStudy } from "../example/example-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 60_000 });

const folder = mkdtempSync(join(tmpdir(), "mehrwert-admission-"));
let store: Store;
let drop: () => Promise<void>;
let api: ReturnType<typeof exampleApi>;
let anonymous: Study & { credentialKey: CredentialKey };
const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);

beforeAll(async () => {
  const database = await testDatabase();
  drop = database.drop;
  store = await openStore({ databaseUrl: database.url, participationFolder: folder });
  const { credentialKey, privateKey } = await newCredentialKeys();
  const study = await exampleStudy({ slug: "anonymous", mode: "anonymous", credentialKey });
  anonymous = { ...study, credentialKey };
  await store.createStudy(study, undefined, privateKey);
  api = exampleApi(store);
});
afterAll(async () => {
  await store.close();
  await drop();
  rmSync(folder, { recursive: true });
});

async function post(door: string, body: unknown, study = "anonymous") {
  const reply = await api.app.request(`/api/studies/${study}/${door}?lang=en`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
  return { status: reply.status, body: await reply.json() };
}

async function newCode(): Promise<string> {
  const [made] = await store.invite({ study: "anonymous", recipients: [undefined], codeOf });
  return made?.code ?? "";
}

async function credentialFor(responseId: string, code: string): Promise<string | undefined> {
  const key = anonymous.credentialKey;
  const { blinded, inverse } = await blindCredential(key, "anonymous", responseId);
  const { body } = await post("credentials", { participationCode: code, blinded });
  const signature = String(body.signature ?? "");
  return finishCredential(key, { study: "anonymous", responseId, inverse, signature });
}

test("a code lets one response in, through every door, and no other one", async () => {
  const response = exampleResponse(anonymous, 1);
  const credential = await credentialFor(response.id, await newCode());
  expect(credential).toBeDefined();
  const save = { id: response.id, revision: 1, writer: randomUUID(), basedOn: 0, sealed: "AAAA" };
  expect(await post("draft-saves", { ...save, credential })).toMatchObject({ status: 200 });
  expect((await api.submit("anonymous", { ...response, credential })).status).toBe(201);
  expect((await api.submit("anonymous", { ...response, credential })).status).toBe(200);
  const other = exampleResponse(anonymous, 2);
  for (const wrong of [credential, undefined, credential?.replace(/^./, "-"), "A".repeat(512)]) {
    const refused = { status: 403, body: { type: "/problems/not-admitted" } };
    expect(await post("responses", { ...other, credential: wrong })).toMatchObject(refused);
    expect(await post("draft-saves", { ...save, id: other.id, credential: wrong })).toMatchObject(
      refused,
    );
  }
  expect(JSON.stringify(await store.responses("anonymous"))).not.toContain(credential);
});

test("the same request again is granted again, so that a lost reply costs nobody the invitation; another is refused", async () => {
  const code = await newCode();
  const { blinded } = await blindCredential(anonymous.credentialKey, "anonymous", randomUUID());
  const request = { participationCode: code, blinded };
  const [one, again] = [await post("credentials", request), await post("credentials", request)];
  expect(one.status).toBe(200);
  expect(again).toEqual(one);
  const other = await blindCredential(anonymous.credentialKey, "anonymous", randomUUID());
  const refused = await post("credentials", { participationCode: code, blinded: other.blinded });
  expect(refused).toMatchObject({ status: 403, body: { type: "/problems/not-admitted" } });
});

test("looking at a code uses nothing up, however often; a wrong code and a used one answer alike", async () => {
  const code = await newCode();
  const check = (participationCode: string) => post("participation-checks", { participationCode });
  for (let look = 0; look < 5; look += 1)
    expect((await check(code)).body).toEqual({ isFree: true });
  await credentialFor(randomUUID(), code);
  const wrong = codeOf(randomBytes(15));
  expect(await check(code)).toEqual(await check(wrong));
  const { blinded } = await blindCredential(anonymous.credentialKey, "anonymous", randomUUID());
  const [used, unknown] = await Promise.all(
    [code, wrong].map((participationCode) => post("credentials", { participationCode, blinded })),
  );
  expect(used).toEqual(unknown);
});

test("what cannot be signed costs nobody the invitation", async () => {
  const code = await newCode();
  const length = fromBase64url(
    (await blindCredential(anonymous.credentialKey, "anonymous", randomUUID())).blinded,
  )?.length;
  for (const bytes of [new Uint8Array(length ?? 0).fill(255), new Uint8Array(256).fill(1)]) {
    const request = { participationCode: code, blinded: toBase64url(bytes) };
    expect((await post("credentials", request)).status).toBe(403);
  }
  expect((await post("participation-checks", { participationCode: code })).body).toEqual({
    isFree: true,
  });
});

test("a study that ends lets nobody begin; the code stays unused", async () => {
  const { credentialKey, privateKey } = await newCredentialKeys();
  const study = await exampleStudy({ slug: "ending", mode: "anonymous", credentialKey });
  await store.createStudy(study, undefined, privateKey);
  const [made] = await store.invite({ study: "ending", recipients: [undefined], codeOf });
  await store.finishStudy("ending", "2026-12-24");
  const { blinded } = await blindCredential(credentialKey, "ending", randomUUID());
  const request = { participationCode: made?.code ?? "", blinded };
  expect(await post("credentials", request, "ending")).toMatchObject({
    status: 403,
    body: { type: "/problems/closed" },
  });
  expect((await store.invitations({ study: "ending", codeOf }))[0]?.hasBegun).toBe(false);
});

test("signing many credentials at once does not hold up other requests", async () => {
  const codes = await store.invite({
    study: "anonymous",
    recipients: Array.from({ length: 24 }, () => undefined),
    codeOf,
  });
  const blinded = randomBytes(384);
  blinded[0] = 0;
  const signing = Promise.all(
    codes.map(({ code }, at) =>
      post("credentials", {
        participationCode: code,
        blinded: toBase64url(blinded.with(5, at)),
      }),
    ),
  );
  let signed = 0;
  void signing.then((all) => {
    signed = all.length;
  });
  for (let request = 0; request < 20; request += 1) await api.app.request("/health");
  expect(signed).toBe(0);
  expect((await signing).map(({ status }) => status)).toEqual(codes.map(() => 200));
});

test("a confidential study keeps whose response it is, one in each wave, and asks for the code at every door", async () => {
  const study = await exampleStudy({ slug: "panel", mode: "confidential" });
  await store.createStudy(study);
  const [panelist] = await store.addPanelists({ study: "panel", recipients: ["a"], codeOf });
  const participationCode = panelist?.code ?? "";
  const check = await post("participation-checks", { participationCode }, "panel");
  expect(check.body).toEqual({ isFree: true });
  const response = exampleResponse(study, 1);
  const save = { id: response.id, revision: 1, writer: randomUUID(), basedOn: 0, sealed: "AAAA" };
  for (const code of [undefined, codeOf(randomBytes(15))]) {
    const refused = { status: 403, body: { type: "/problems/not-admitted" } };
    const more = code === undefined ? {} : { participationCode: code };
    expect(await post("responses", { ...response, ...more }, "panel")).toMatchObject(refused);
    expect(await post("draft-saves", { ...save, ...more }, "panel")).toMatchObject(refused);
  }
  const sent = await post("responses", { ...response, participationCode }, "panel");
  expect(sent).toMatchObject({ status: 201, body: { result: "stored" } });
  const again = await post("responses", { ...response, participationCode }, "panel");
  expect(again).toMatchObject({ status: 200, body: { result: "already-stored" } });
  const second = { ...exampleResponse(study, 2), participationCode };
  expect(await post("responses", second, "panel")).toMatchObject({
    status: 409,
    body: { type: "/problems/conflict" },
  });
  const whose = await store.panelParticipants("panel");
  expect([...whose]).toEqual([[response.id, panelist?.participant]]);
});

test("neither code nor signature nor id reaches the log", async () => {
  const code = await newCode();
  const id = randomUUID();
  const credential = await credentialFor(id, code);
  const told = api.logLines.join("");
  for (const secret of [code, id, credential ?? ""]) expect(told).not.toContain(secret);
});
