import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openStore, type Store } from "@mehrwert/store";
import { type Codebook, type StudyRole, textHash } from "@mehrwert/study";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { testDatabase } from "../../../../test/setup/database.ts";
import { createAccounts, newAccessToken } from "../accounts/accounts.ts";
import { passwordHash } from "../accounts/password-hashing.ts";
import { newCredentialKeys } from "../admission/new-credential-keys.ts";
import {
  exampleApi,
  exampleResponse,
  exampleStudy,
  exampleWebApps,
  valueDrivers,
} from "../example/example-api.ts";
import { codeOf } from "../mail/send-mails.ts";
import type { Right } from "./right.ts";

vi.setConfig({ testTimeout: 300_000, hookTimeout: 120_000 });

const askers = [
  "owner",
  "editor",
  "analyst",
  "viewer",
  "other study's owner",
  "signed in without role",
  "administrator",
  "nobody",
  "token of another study",
] as const;
type Asker = (typeof askers)[number];

/** Who gets past each right, by hand: `+` gets in, a number is the status of the refusal. In the order of `askers`. */
const outcomes: Record<Right, readonly ("+" | 401 | 403 | 404)[]> = {
  public: ["+", "+", "+", "+", "+", "+", "+", "+", "+"],
  "signed-in": ["+", "+", "+", "+", "+", "+", "+", 401, "+"],
  "account:manage": ["+", "+", "+", "+", "+", "+", "+", 401, 403],
  "studies:create": ["+", "+", "+", "+", "+", "+", "+", 401, 403],
  "library:read": ["+", "+", "+", "+", "+", "+", "+", 401, 403],
  "library:write": ["+", "+", "+", "+", "+", "+", "+", 401, 403],
  "study:read": ["+", "+", "+", "+", 404, 404, "+", 401, 404],
  "study:plan": ["+", "+", 404, 404, 404, 404, 404, 401, 404],
  "study:field": ["+", "+", 404, 404, 404, 404, 404, 401, 404],
  "study:results": ["+", "+", "+", "+", 404, 404, 404, 401, 404],
  "study:dataset": ["+", "+", "+", 404, 404, 404, 404, 401, 404],
  "study:people": ["+", 404, 404, 404, 404, 404, "+", 401, 404],
  "study:delete": ["+", 404, 404, 404, 404, 404, 404, 401, 404],
  "installation:manage": [403, 403, 403, 403, 403, 403, "+", 401, 403],
  "audit:read": [403, 403, 403, 403, 403, 403, "+", 401, 403],
  "feedback:read": [403, 403, 403, 403, 403, 403, "+", 401, 403],
};

/** Which right each route needs, by hand. A route without a row fails the test, and so does a row without a route. */
const rows: Record<string, Right> = {
  "GET /": "public",
  "GET /accessibility": "public",
  "GET /accessibility/feedback": "public",
  "GET /accessibility/feedback/thanks": "public",
  "POST /accessibility/feedback": "public",
  "GET /api/docs": "public",
  "GET /api/openapi.json": "public",
  "GET /console": "public",
  "GET /console/*": "public",
  "GET /health": "public",
  "GET /pilot/:study": "public",
  "GET /preview/:slug/:version": "public",
  "GET /privacy": "public",
  "GET /problems/:kind": "public",
  "GET /questionnaire/*": "public",
  "GET /s/:study": "public",
  "GET /s/:study/": "public",
  "GET /s/:study/withdraw": "public",
  "GET /api/instruments/schema.json": "public",
  "GET /api/instruments/:slug/:version": "public",
  "GET /api/sign-in": "public",
  "GET /api/sign-in/callback/oidc": "public",
  "GET /api/studies/:study": "public",
  "POST /api/one-time-links/reads": "public",
  "POST /api/one-time-links/uses": "public",
  "POST /api/password-resets": "public",
  "POST /api/sign-in/passkey": "public",
  "POST /api/sign-in/passkey-challenges": "public",
  "POST /api/sign-in/password": "public",
  "POST /api/sign-in/second-factor": "public",
  "POST /api/sign-in/single-sign-on": "public",
  "POST /api/studies/:study/credentials": "public",
  "POST /api/studies/:study/draft-deletions": "public",
  "POST /api/studies/:study/draft-reads": "public",
  "POST /api/studies/:study/draft-saves": "public",
  "POST /api/studies/:study/participation-checks": "public",
  "POST /api/studies/:study/pilot-comments": "public",
  "POST /api/studies/:study/pilot-openings": "public",
  "POST /api/studies/:study/pilot-responses": "public",
  "POST /api/studies/:study/responses": "public",
  "POST /api/studies/:study/withdrawals": "public",
  "GET /api/me": "signed-in",
  "GET /api/studies": "signed-in",
  "POST /api/hand-overs": "studies:create",
  "POST /api/studies": "studies:create",
  "DELETE /api/me/access-tokens/:token": "account:manage",
  "DELETE /api/me/passkeys/:passkey": "account:manage",
  "DELETE /api/me/sessions/:session": "account:manage",
  "GET /api/me/access-tokens": "account:manage",
  "GET /api/me/passkeys": "account:manage",
  "GET /api/me/sessions": "account:manage",
  "POST /api/me/access-tokens": "account:manage",
  "POST /api/me/passkeys": "account:manage",
  "POST /api/me/passkeys/challenges": "account:manage",
  "POST /api/me/second-factor": "account:manage",
  "POST /api/me/second-factor/removal": "account:manage",
  "PUT /api/me/password": "account:manage",
  "PUT /api/me/second-factor": "account:manage",
  "GET /api/instruments/:slug/draft": "library:read",
  "GET /api/interview-guides/:slug/:version/:file": "library:read",
  "GET /api/codebooks": "library:read",
  "GET /api/library": "library:read",
  "GET /api/library/:slug/:version/:file": "library:read",
  "GET /api/library/:slug/:version/checks": "library:read",
  "GET /api/library/:slug/difference": "library:read",
  "GET /api/library/:slug/draft": "library:read",
  "DELETE /api/library/:slug/draft": "library:write",
  "POST /api/library/:slug/copy": "library:write",
  "POST /api/library/:slug/publish": "library:write",
  "POST /api/library/import": "library:write",
  "PUT /api/library/:slug/draft": "library:write",
  "GET /api/studies/:study/mailing": "study:read",
  "GET /api/studies/:study/poster.html": "study:read",
  "GET /api/studies/:study/progress": "study:read",
  "GET /api/studies/:study/code-sheet.html": "study:field",
  "GET /api/studies/:study/mails": "study:field",
  "GET /api/studies/:study/reminders": "study:field",
  "POST /api/studies/:study/instrument-version": "study:field",
  "POST /api/studies/:study/invitation-checks": "study:field",
  "POST /api/studies/:study/invitations": "study:field",
  "POST /api/studies/:study/mail-previews": "study:field",
  "POST /api/studies/:study/printed-codes": "study:field",
  "POST /api/studies/:study/reminders": "study:field",
  "POST /api/studies/:study/returned-mails": "study:field",
  "POST /api/studies/:study/uncertain-mails": "study:field",
  "PUT /api/studies/:study/mailing": "study:field",
  "GET /api/studies/:study/frozen-datasets": "study:read",
  "DELETE /api/studies/:study/pilot": "study:plan",
  "GET /api/studies/:study/checklist": "study:plan",
  "GET /api/studies/:study/pilot": "study:plan",
  "GET /api/studies/:study/plan": "study:plan",
  "PATCH /api/studies/:study/pilot/comments/:comment": "study:plan",
  "PATCH /api/studies/:study/plan": "study:plan",
  "POST /api/studies/:study/pilot/key": "study:plan",
  "POST /api/studies/:study/pilot/simulation": "study:plan",
  "POST /api/studies/:study/close": "study:field",
  "POST /api/studies/:study/finish": "study:field",
  "POST /api/studies/:study/freeze": "study:field",
  "POST /api/studies/:study/open": "study:field",
  "GET /api/studies/:study/results": "study:results",
  "GET /api/studies/:study/results/by/:grouping": "study:results",
  "GET /api/studies/:study/results/open-answers": "study:results",
  "GET /api/studies/:study/dataset.zip": "study:dataset",
  "GET /api/studies/:study/coding": "study:dataset",
  "GET /api/studies/:study/coding/:project": "study:dataset",
  "GET /api/studies/:study/coding/:project/events": "study:dataset",
  "GET /api/studies/:study/coding/:project/project.zip": "study:dataset",
  "GET /api/studies/:study/coding/:project/transcripts/:document/:version": "study:dataset",
  "POST /api/studies/:study/coding/:project/events": "study:dataset",
  "POST /api/studies/:study/coding": "study:plan",
  "POST /api/studies/:study/coding/:project/release": "study:plan",
  "POST /api/studies/:study/coding/:project/transcripts/:document": "study:plan",
  "GET /api/studies/:study/frozen-datasets/:wave": "study:dataset",
  "DELETE /api/studies/:study/people/:person": "study:people",
  "GET /api/studies/:study/people": "study:people",
  "POST /api/studies/:study/people": "study:people",
  "PUT /api/studies/:study/people/:person": "study:people",
  "GET /api/studies/:study/hand-over.zip": "study:delete",
  "POST /api/studies/:study/archive": "study:delete",
  "DELETE /api/studies/:study": "study:delete",
  "DELETE /api/people/:person/factors": "installation:manage",
  "GET /api/people": "installation:manage",
  "PATCH /api/people/:person": "installation:manage",
  "POST /api/people/:person/resets": "installation:manage",
  "POST /api/people/invitations": "installation:manage",
  "GET /api/audit": "audit:read",
  "GET /api/audit/log.jsonl": "audit:read",
  "GET /api/accessibility-feedback": "feedback:read",
  // Ends the session it is asked with, so it comes last.
  "POST /api/sign-out": "account:manage",
};

let store: Store;
let end: () => Promise<void>;
let api: ReturnType<typeof exampleApi>;
const headersOf = new Map<Asker, Record<string, string>>();
const idOf = new Map<string, string>();

async function person(name: string, kept: string, isAdministrator: boolean): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const email = `${name.replaceAll(/[^a-z]/g, "")}@office.example`;
  const link = { kind: "invitation", email, isAdministrator } as const;
  const expiresAt = new Date(Date.now() + 60_000);
  await store.accounts.keepOneTimeLink({ token, link, expiresAt });
  const use = { token, name, email, passwordHash: kept, now: new Date() };
  const used = await store.accounts.useOneTimeLink(use);
  idOf.set(name, used?.person.id ?? "");
  return email;
}

beforeAll(async () => {
  const database = await testDatabase();
  const participationFolder = mkdtempSync(join(tmpdir(), "mehrwert-matrix-"));
  store = await openStore({ databaseUrl: database.url, participationFolder });
  const { webApps, remove } = exampleWebApps();
  const accounts = createAccounts({
    store: store.accounts,
    secret: "a secret for tests, of at least 32 characters",
    origin: "http://127.0.0.1",
    now: () => new Date(),
  });
  api = exampleApi(store, { accounts, webApps, now: () => new Date() });
  const { credentialKey, privateKey } = await newCredentialKeys();
  for (const slug of ["matrix", "other"]) {
    const study = await exampleStudy({
      ...{ slug, credentialKey, groupedBy: ["d-lead"] },
      mode: "anonymous",
    });
    await store.createStudy(study, valueDrivers(), privateKey);
    await store.invite({ study: slug, recipients: [undefined], codeOf });
  }
  await beginCoding("matrix");
  const password = "vier lose worte am see";
  const kept = await passwordHash(password);
  for (const asker of askers.slice(0, 7)) {
    const email = await person(asker, kept, asker === "administrator");
    const reply = await accounts.signIn.signInEmail({
      body: { email, password },
      headers: new Headers(),
      asResponse: true,
    });
    const cookie = reply.headers.getSetCookie().map((line) => line.split(";")[0]);
    headersOf.set(asker, { cookie: cookie.join("; ") });
  }
  await person("spare", kept, false);
  const give = (study: string, name: string, role: StudyRole) =>
    store.accounts.setStudyRole({ study, person: idOf.get(name) ?? "", role });
  for (const role of ["owner", "editor", "analyst", "viewer"] as const)
    await give("matrix", role, role);
  await give("other", "other study's owner", "owner");
  headersOf.set("nobody", {});
  const token = newAccessToken();
  await store.accounts.keepAccessToken({
    token,
    person: idOf.get("owner") ?? "",
    name: "of the other study",
    study: "other",
    rights: [
      "study:read",
      "study:plan",
      "study:field",
      "study:results",
      "study:dataset",
      "study:delete",
    ],
    expiresAt: new Date(Date.now() + 3_600_000),
  });
  headersOf.set("token of another study", { authorization: `Bearer ${token}` });
  await releaseResults();
  end = async () => {
    await store.close();
    await database.drop();
    rmSync(participationFolder, { recursive: true });
    remove();
  };
});
afterAll(() => end());

/** A coding project with a transcript, so that what coding routes name is there. */
async function beginCoding(study: string): Promise<void> {
  const place = { study, project: "interviews" };
  const [at, id] = [new Date(), "3d594650-9dd1-4c8b-9b9f-27d3fbe4a0d1"];
  const codebook: Codebook = {
    ...{ slug: "small", version: "1.0.0", languages: ["de", "en"], codes: [] },
    title: { de: "Klein", en: "Small" },
  };
  await store.coding.createProject({
    ...{ ...place, id, title: "Interviews", isSynthetic: true, codebook, createdAt: at },
  });
  await store.coding.addTranscript(place, {
    ...{ person: { id: "nobody", name: "Nobody" }, at, id, text: "So." },
    change: {
      kind: "document-added",
      transcript: {
        ...{ document: "E1", version: 1, hash: await textHash("So."), length: 3, speakers: [] },
        source: { format: "txt", encoding: "UTF-8" },
      },
    },
  });
}

/** So many responses that there are results by group, and waits until they are released. */
async function releaseResults(): Promise<void> {
  const study = await store.study("matrix");
  const responses = Array.from({ length: 60 }, (_, seed) => exampleResponse(study, seed));
  await store.saveSurveyResponses("matrix", responses);
  const released = async () => {
    const reply = await ask("GET /api/studies/:study/results/by/:grouping", "owner");
    return reply.status === 200;
  };
  await ask("GET /api/studies/:study/results", "owner");
  await vi.waitUntil(released, { timeout: 60_000, interval: 500 });
}

/**
 * A real address for a pattern: what it names is there. Steps of a study stand in the order of the rows, so that each finds
 * what it needs.
 */
function address(pattern: string, study = "matrix"): string {
  const whom = pattern.startsWith("/api/studies/") ? "owner" : "spare";
  const file = pattern.includes("guides") ? "guide.html" : "dictionary.json";
  return pattern
    .replace(":study", study)
    .replace(":project", "interviews")
    .replace(":document/:version", "E1/1")
    .replace(":document", "E1")
    .replace(":person", idOf.get(whom) ?? "")
    .replace(":slug", "value-drivers")
    .replace(":version", "1.0.0")
    .replace(":file", file)
    .replace(":grouping", "d-lead")
    .replace(":kind", "not-found")
    .replace(":wave", "1")
    .replace(/:(session|token|passkey|comment)/, "00000000-0000-4000-8000-000000000000")
    .replace("*", "");
}

/** Asks with a body that no route takes: whoever is let in is told so, and nothing happens. */
async function ask(route: string, asker: Asker, study?: string): Promise<Response> {
  const [method = "", pattern = ""] = route.split(" ");
  const hasBody = ["POST", "PUT", "PATCH"].includes(method);
  return api.app.request(address(pattern, study), {
    method,
    headers: { ...headersOf.get(asker), ...(hasBody && { "content-type": "text/plain" }) },
    ...(hasBody && { body: "nothing" }),
  });
}

/** `+` if the authorisation let the request pass. What belongs to a study exists here, so 404 is always a refusal. */
async function outcome(reply: Response, right: Right): Promise<string | number> {
  if (reply.status === 401) return 401;
  if (reply.status === 404 && right.startsWith("study:")) return 404;
  if (reply.status !== 403) return "+";
  const { type } = await reply.json();
  return type === "/problems/forbidden" ? 403 : `403 ${type}`;
}

function registeredRoutes(): string[] {
  const routes = api.app.routes.filter(({ method }) => method !== "ALL");
  return [...new Set(routes.map(({ method, path }) => `${method} ${path}`))];
}

test("every route has a row, and every row a route", () => {
  expect(registeredRoutes().sort()).toEqual(Object.keys(rows).sort());
});

test("a route that nobody has thought about does not exist, even for an administrator", async () => {
  const { app } = exampleApi(store);
  app.get("/api/unthought-of", (c) => c.text("secret"));
  const reply = await app.request("/api/unthought-of");
  expect(reply.status).toBe(404);
  expect(await reply.text()).not.toContain("secret");
});

test("a study that is none of one's own looks like one that does not exist", async () => {
  const ofStudies = Object.entries(rows).filter(([, right]) => right.startsWith("study:"));
  expect(ofStudies.length).toBeGreaterThan(5);
  for (const [route] of ofStudies)
    for (const study of ["matrix", "none"]) {
      const reply = await ask(route, "other study's owner", study);
      const missing = await ask(route, "other study's owner", "nowhere");
      expect([reply.status, await reply.text(), [...reply.headers]], route).toEqual([
        404,
        await missing.text(),
        [...missing.headers],
      ]);
    }
});

describe("who may do what", () => {
  test("is as the matrix says, for every route and everybody", async () => {
    const wrong: string[] = [];
    let asked = 0;
    for (const [route, right] of Object.entries(rows))
      for (const [at, asker] of askers.entries()) {
        const found = await outcome(await ask(route, asker), right);
        const expected = outcomes[right][at];
        if (found !== expected) wrong.push(`${route}, ${asker}: ${found} instead of ${expected}`);
        asked += 1;
      }
    process.stdout.write(
      `authorisation matrix: ${Object.keys(rows).length} routes × ${askers.length} = ${asked} questions, ${wrong.length} wrong\n`,
    );
    expect(wrong).toEqual([]);
    expect(asked).toBe(Object.keys(rows).length * askers.length);
  });
});
