import { randomBytes } from "node:crypto";
import { openStore, type Store } from "@mehrwert/store";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { connection, testDatabase } from "../../../../test/setup/database.ts";
import { createAccounts } from "../accounts/accounts.ts";
import { exampleApi } from "../example/example-api.ts";

vi.setConfig({ testTimeout: 60_000, hookTimeout: 120_000 });

let database: Awaited<ReturnType<typeof testDatabase>>;
let store: Store;
let sql: ReturnType<typeof connection>;
let api: ReturnType<typeof exampleApi>;
/** The clock of links and delays; sessions go by the real one. */
let now = new Date();

beforeAll(async () => {
  database = await testDatabase();
  store = await openStore({ databaseUrl: database.url });
  sql = connection(database.url);
  api = serverAt("http://127.0.0.1");
});
afterAll(async () => {
  await sql.end();
  await store.close();
  await database.drop();
});

function serverAt(origin: string) {
  const accounts = createAccounts({
    store: store.accounts,
    secret: "a secret for tests, of at least 32 characters",
    origin,
    now: () => now,
  });
  return exampleApi(store, { accounts, now: () => now, publicHosts: ["survey.example.org"] });
}

const password = "vier lose worte am see";

type Sent = {
  cookie?: string;
  method?: string;
  headers?: Record<string, string>;
  via?: typeof api;
};

async function send(path: string, body?: unknown, sent: Sent = {}): Promise<Response> {
  const { cookie, method = body === undefined ? "GET" : "POST", headers, via = api } = sent;
  return via.app.request(`/api/${path}`, {
    method,
    headers: {
      ...(body !== undefined && { "content-type": "application/json" }),
      ...(cookie && { cookie }),
      ...headers,
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function kind(reply: Response): Promise<string> {
  return reply.ok ? String(reply.status) : (await reply.json()).type.replace("/problems/", "");
}

const cookiesIn = (reply: Response) =>
  reply.headers
    .getSetCookie()
    .filter((line) => !/max-age=0/i.test(line))
    .map((line) => line.split(";")[0])
    .join("; ");

async function newPerson(email: string, isAdministrator = false): Promise<void> {
  const token = randomBytes(32).toString("base64url");
  const link = { kind: "invitation", email, isAdministrator } as const;
  await store.accounts.keepOneTimeLink({
    token,
    link,
    expiresAt: new Date(now.getTime() + 60_000),
  });
  expect(await kind(await send("one-time-links/uses", { token, password, name: email }))).toBe(
    "204",
  );
}

async function signIn(email: string, sent: Sent = {}) {
  return send("sign-in/password", { email, password }, sent);
}

describe("the set-up link", () => {
  test("makes one administrator, once; later links make none", async () => {
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + 30 * 60_000);
    await store.accounts.keepOneTimeLink({ token, link: { kind: "setup" }, expiresAt });
    expect(await (await send("one-time-links/reads", { token })).json()).toEqual({ kind: "setup" });
    const use = { token, name: "Ada", email: "Ada@Office.example", password };
    expect(
      await kind(await send("one-time-links/uses", { ...use, password: "passwort1234" })),
    ).toBe("invalid");
    expect(await kind(await send("one-time-links/uses", use))).toBe("204");
    expect(await kind(await send("one-time-links/uses", use))).toBe("link-invalid");
    const again = randomBytes(32).toString("base64url");
    await store.accounts.keepOneTimeLink({ token: again, link: { kind: "setup" }, expiresAt });
    const second = { ...use, token: again, email: "eve@office.example" };
    expect(await kind(await send("one-time-links/uses", second))).toBe("link-invalid");
    expect(await store.accounts.people()).toMatchObject([
      { name: "Ada", email: "ada@office.example", isAdministrator: true },
    ]);
    const [row] =
      await sql`select count(*)::int as kept from accounts.one_time_link where token_hash = ${token}`;
    expect(row?.kept).toBe(0);
  });

  test("is over after its time", async () => {
    const token = randomBytes(32).toString("base64url");
    const expiresAt = new Date(now.getTime() + 1000);
    const link = {
      kind: "invitation",
      email: "late@office.example",
      isAdministrator: false,
    } as const;
    await store.accounts.keepOneTimeLink({ token, link, expiresAt });
    const before = now;
    now = new Date(now.getTime() + 1001);
    expect(await kind(await send("one-time-links/reads", { token }))).toBe("link-invalid");
    expect(await kind(await send("one-time-links/uses", { token, password, name: "Late" }))).toBe(
      "link-invalid",
    );
    now = before;
  });
});

describe("a session", () => {
  test("keeps neither network address nor program, and only a hash of what the cookie holds", async () => {
    const headers = {
      "user-agent": "TellTale/1.0",
      "x-forwarded-for": "203.0.113.77",
      "x-real-ip": "203.0.113.77",
    };
    const reply = await signIn("ada@office.example", { headers });
    expect(await reply.json()).toEqual({ needsSecondFactor: false });
    const cookie = cookiesIn(reply);
    expect((await send("me", undefined, { cookie, headers })).status).toBe(200);
    const tables = await sql<{ name: string }[]>`
      select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
      from information_schema.tables where table_schema in ('public', 'accounts')`;
    expect(tables.length).toBeGreaterThan(20);
    const rows = await Promise.all(
      tables.map(({ name }) => sql.unsafe(`select to_jsonb(t)::text as row from ${name} t`)),
    );
    const everything = JSON.stringify(rows.flat());
    const token = decodeURIComponent(cookie.split("=")[1] ?? "").split(".")[0] ?? "";
    expect(token.length).toBeGreaterThanOrEqual(22);
    expect(everything).toContain("ada@office.example");
    for (const secret of ["TellTale", "203.0.113.77", token])
      expect(everything).not.toContain(secret);
    expect(api.logLines.join("")).not.toMatch(/TellTale|203\.0\.113|ada@office/);
  });

  test.each([
    [
      "http://127.0.0.1",
      /^mehrwert\.session_token=[^;]+(?=.*HttpOnly)(?=.*SameSite=Strict)(?!.*; Secure)/i,
    ],
    [
      "https://survey.example.org",
      /^__Host-mehrwert\.session_token=[^;]+(?=.*; Secure)(?=.*HttpOnly)(?=.*SameSite=Strict)(?=.*Path=\/)(?!.*Domain)/i,
    ],
  ])("at %s is a cookie as it should be there", async (origin, expected) => {
    const reply = await signIn("ada@office.example", { via: serverAt(origin) });
    expect(reply.headers.getSetCookie()).toEqual([expect.stringMatching(expected)]);
  });

  test("ends after 30 idle minutes, which asking unattended does not put off, and after 12 hours", async () => {
    const cookie = cookiesIn(await signIn("ada@office.example"));
    const shift = (minutes: number) => sql`
      update accounts.session set expires_at = expires_at - make_interval(mins => ${minutes}),
        updated_at = updated_at - make_interval(mins => ${minutes})`;
    const isIn = async (headers: Record<string, string> = {}) =>
      (await send("me", undefined, { cookie, headers })).status === 200;
    await shift(29);
    expect(await isIn({ "mehrwert-unattended": "yes" })).toBe(true);
    await shift(2);
    expect(await isIn()).toBe(false);

    const other = cookiesIn(await signIn("ada@office.example"));
    await shift(20);
    expect((await send("me", undefined, { cookie: other })).status).toBe(200);
    await shift(20);
    expect((await send("me", undefined, { cookie: other })).status).toBe(200);
    await sql`update accounts.session set created_at = created_at - interval '12 hours 1 minute'`;
    expect(await kind(await send("me", undefined, { cookie: other }))).toBe("signed-out");
  });

  test("is listed, and dies the moment it is revoked or signed out", async () => {
    const mine = cookiesIn(await signIn("ada@office.example"));
    const other = cookiesIn(await signIn("ada@office.example"));
    const listed = await (await send("me/sessions", undefined, { cookie: mine })).json();
    expect(listed.filter(({ isThisOne }: { isThisOne: boolean }) => isThisOne)).toHaveLength(1);
    expect(
      await kind(await send("me/sessions/others", undefined, { cookie: mine, method: "DELETE" })),
    ).toBe("204");
    expect((await send("me", undefined, { cookie: other })).status).toBe(401);
    expect((await send("me", undefined, { cookie: mine })).status).toBe(200);
    expect(await kind(await send("sign-out", {}, { cookie: mine }))).toBe("204");
    expect((await send("me", undefined, { cookie: mine })).status).toBe(401);
  });

  test("is a new one at every sign-in, whatever cookie came along", async () => {
    const planted = cookiesIn(await signIn("ada@office.example"));
    const reply = await signIn("ada@office.example", { cookie: planted });
    expect(cookiesIn(reply)).not.toBe(planted);
    expect(cookiesIn(reply)).toContain("mehrwert.session_token=");
  });
});

describe("people", () => {
  test("are invited and disabled; who is disabled is out at once and cannot tell why", async () => {
    const cookie = cookiesIn(await signIn("ada@office.example"));
    const invited = await send(
      "people/invitations",
      { email: "bo@office.example", isAdministrator: false },
      { cookie },
    );
    const { path } = await invited.json();
    const token = path.replace("/console/setup#", "");
    expect(await kind(await send("one-time-links/uses", { token, password, name: "Bo" }))).toBe(
      "204",
    );
    const his = cookiesIn(await signIn("bo@office.example"));
    expect(await kind(await send("people", undefined, { cookie: his }))).toBe("forbidden");
    const bo = await store.accounts.personByEmail("bo@office.example");
    const change = (changes: object, id = bo?.id) =>
      send(`people/${id}`, changes, { cookie, method: "PATCH" });
    expect(await kind(await change({ isDisabled: true }))).toBe("204");
    expect(await kind(await send("me", undefined, { cookie: his }))).toBe("signed-out");
    expect(await kind(await signIn("bo@office.example"))).toBe("sign-in-refused");
    expect(await kind(await change({ isDisabled: false }))).toBe("204");
    now = new Date(now.getTime() + 3_600_000);
    expect((await signIn("bo@office.example")).status).toBe(200);
    const ada = await store.accounts.personByEmail("ada@office.example");
    expect(await kind(await change({ isAdministrator: false }, ada?.id))).toBe("last-of-its-kind");
    const reset = await (await send(`people/${bo?.id}/resets`, {}, { cookie })).json();
    const fresh = "ein anderes gutes passwort";
    const use = { token: reset.path.replace("/console/setup#", ""), password: fresh };
    expect(await kind(await send("one-time-links/uses", use))).toBe("204");
    expect(await kind(await signIn("bo@office.example"))).toBe("sign-in-refused");
    expect(
      (await send("sign-in/password", { email: "bo@office.example", password: fresh })).status,
    ).toBe(200);
  });
});

describe("an access token", () => {
  test("lets do what it says, in its study, until it ends or is revoked", async () => {
    await newPerson("cy@office.example");
    const cookie = cookiesIn(await signIn("cy@office.example"));
    const issue = async (body: object) =>
      send("me/access-tokens", { name: "script", days: 2, ...body }, { cookie });
    expect(await kind(await issue({ rights: ["account:manage"] }))).toBe("invalid");
    expect(await kind(await issue({ rights: ["study:read"], study: "nowhere" }))).toBe("not-found");
    const { id, token } = await (await issue({ rights: ["library:read"] })).json();
    const as = { headers: { authorization: `Bearer ${token}` } };
    expect((await send("library", undefined, as)).status).toBe(200);
    expect((await send("me", undefined, as)).status).toBe(200);
    expect(await kind(await send("me/access-tokens", undefined, as))).toBe("forbidden");
    expect(await kind(await send("library/value-drivers/copy", { as: "stolen" }, as))).toBe(
      "forbidden",
    );
    const [row] = await sql`select token_hash from accounts.access_token where id = ${id}`;
    expect(row?.token_hash).not.toContain(token);
    const before = now;
    now = new Date(now.getTime() + 2 * 86_400_000);
    expect(await kind(await send("library", undefined, as))).toBe("signed-out");
    now = before;
    expect(
      await kind(await send(`me/access-tokens/${id}`, undefined, { cookie, method: "DELETE" })),
    ).toBe("204");
    expect(await kind(await send("library", undefined, as))).toBe("signed-out");
  });
});
