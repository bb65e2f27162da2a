import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeAccount, setupToken, signedIn, testPassword } from "../setup/account.ts";
import { connection, temporaryFolder } from "../setup/database.ts";
import { freePort, startMehrwert } from "../setup/process.ts";
import { startServer, type TestServer } from "../setup/server.ts";

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server?.stop());

const json = { "content-type": "application/json" };

function signIn(email: string, password: string): Promise<Response> {
  return fetch(`${server.url}/api/sign-in/password`, {
    method: "POST",
    headers: json,
    body: JSON.stringify({ email, password }),
  });
}

/** What a refusal shows to whoever guesses: everything but the date. */
async function shown(reply: Response): Promise<string> {
  const headers = [...reply.headers].filter(([name]) => name !== "date");
  return JSON.stringify([reply.status, headers, await reply.text()]);
}

const median = (times: number[]) => times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;

describe("guessing passwords", () => {
  test("1,000 attempts at one account: all but a few are refused unseen, the delay grows, the log says so", async () => {
    const victim = await makeAccount(server, { name: "Opfer" });
    const outcomes = new Map<number, number>();
    for (let round = 0; round < 50; round++) {
      const replies = await Promise.all(
        Array.from({ length: 20 }, (_, at) => signIn(victim.email, `guess number ${round} ${at}`)),
      );
      for (const { status } of replies) outcomes.set(status, (outcomes.get(status) ?? 0) + 1);
    }
    const looked = outcomes.get(401) ?? 0;
    process.stdout.write(
      `guessing: 1000 attempts, ${looked} passwords looked at, ${outcomes.get(429)} refused unseen\n`,
    );
    expect([...outcomes.keys()].sort()).toEqual([401, 429]);
    expect(looked).toBeGreaterThanOrEqual(4);
    expect(looked).toBeLessThan(20);
    expect((await signIn(victim.email, testPassword)).status).toBe(429);
    const sql = connection(server.database);
    const later = async () => {
      await sql`update accounts.sign_in_delay set last_failure = last_failure - interval '16 minutes'`;
    };
    for (let failures = looked; failures < 11; failures++) {
      await later();
      expect((await signIn(victim.email, "wrong again, and again")).status).toBe(401);
    }
    const log = await (await server.ask("/api/audit")).json();
    expect(log).toContainEqual(
      expect.objectContaining({
        action: "sign-in.failed-repeatedly",
        person: { id: victim.id, name: "Opfer" },
      }),
    );
    await later();
    expect((await signIn(victim.email, testPassword)).status).toBe(200);
    expect((await signIn(victim.email, "one slip of the hand")).status).toBe(401);
    expect((await signIn(victim.email, testPassword)).status).toBe(200);
    await sql.end();
  });

  test("an address with an account and one without get the same answers, to the byte, and as late", async () => {
    const people = [];
    for (let at = 0; at < 9; at++) people.push(await makeAccount(server, { name: `Konto ${at}` }));
    const known: number[] = [];
    const unknown: number[] = [];
    const timed = async (email: string, times: number[]) => {
      const began = performance.now();
      const answer = await shown(await signIn(email, "a wrong password of some length"));
      times.push(performance.now() - began);
      return answer;
    };
    for (const [at, { email }] of people.entries()) {
      const stranger = `nobody-${at}@office.example`;
      expect(await timed(stranger, unknown)).toBe(await timed(email, known));
    }
    const [one] = people;
    const both = async () => [
      await shown(await signIn("nobody-0@office.example", "wrong wrong wrong")),
      await shown(await signIn(one?.email ?? "", "wrong wrong wrong")),
    ];
    for (let attempt = 2; attempt <= 4; attempt++) {
      const [stranger, insider] = await both();
      expect(stranger).toBe(insider);
    }
    const sql = connection(server.database);
    await sql`update accounts.sign_in_delay set failures = 9, last_failure = now()`;
    await sql.end();
    const [stranger, insider] = await both();
    expect(stranger).toContain("too-many-attempts");
    expect(stranger).toBe(insider);
    const ratio = median(known) / median(unknown);
    process.stdout.write(
      `sign-in: median ${median(known).toFixed(0)} ms with an account, ${median(unknown).toFixed(0)} ms without\n`,
    );
    expect(ratio).toBeGreaterThan(0.5);
    expect(ratio).toBeLessThan(2);
  });

  test("a one-time link that never was, one that was used and one whose time is over look alike", async () => {
    const use = (token: string) =>
      fetch(`${server.url}/api/one-time-links/reads`, {
        method: "POST",
        headers: json,
        body: JSON.stringify({ token }),
      });
    const never = await shown(await use("n".repeat(43)));
    const keep = (token: string, ms: number) =>
      server.store.accounts.keepOneTimeLink({
        token,
        link: {
          kind: "invitation",
          email: `${token.slice(0, 3)}@office.example`,
          isAdministrator: false,
        },
        expiresAt: new Date(Date.now() + ms),
      });
    await keep("o".repeat(43), -1);
    expect(await shown(await use("o".repeat(43)))).toBe(never);
    expect(never).toContain("/problems/link-invalid");
  });

  test("no name takes a character that steers, and no id in an address breaks anything", async () => {
    for (const name of ["a\u0000b", "a\r\nb", "\u001b[2J", ""]) {
      const body = JSON.stringify({ name, rights: ["library:read"], days: 1 });
      const reply = await server.ask("/api/me/access-tokens", {
        method: "POST",
        headers: json,
        body,
      });
      expect(reply.status, JSON.stringify(name)).toBe(422);
    }
    for (const id of ["%00", "a%00b", "..%2f", "%F0%9F%92%A9", "x".repeat(300)])
      for (const place of ["sessions", "access-tokens", "passkeys"]) {
        const reply = await server.ask(`/api/me/${place}/${id}`, { method: "DELETE" });
        expect(reply.status, `${place} ${id}`).toBe(404);
      }
  });

  test("no address takes a line break, a second recipient or a template", async () => {
    const hostile = [
      "a@office.example\r\nBcc: all@office.example",
      "a@office.example\nSubject: x",
      "a@office.example%0d%0aBcc:b@office.example",
      "a@office.example,b@office.example",
      "a@office.example;b@office.example",
      "Ada <a@office.example>",
      "{{7*7}}@office.example\n",
      "a@office.example\u2028b",
      "a@office.example\u0000",
    ];
    for (const email of hostile) {
      const body = JSON.stringify({ email, isAdministrator: false });
      const reply = await server.ask("/api/people/invitations", {
        method: "POST",
        headers: json,
        body,
      });
      expect(reply.status, email).toBe(422);
    }
    expect((await server.store.accounts.people()).length).toBeGreaterThan(5);
  });
});

describe("sessions", () => {
  test("ended ones are dead within a second, everywhere at once, and cannot be played back", async () => {
    const person = await makeAccount(server, { name: "Sitzung" });
    const cookies = await Promise.all([1, 2, 3].map(() => signedIn(server.url, person)));
    const me = (cookie: string) => fetch(`${server.url}/api/me`, { headers: { cookie } });
    for (const cookie of cookies) expect((await me(cookie)).status).toBe(200);
    const [mine = "", ...others] = cookies;
    const began = performance.now();
    const revoke = () =>
      fetch(`${server.url}/api/me/sessions/others`, {
        method: "DELETE",
        headers: { cookie: mine },
      });
    const both = await Promise.all([revoke(), revoke()]);
    expect(both.map(({ status }) => status)).toEqual([204, 204]);
    for (const cookie of others) expect((await me(cookie)).status).toBe(401);
    await fetch(`${server.url}/api/sign-out`, { method: "POST", headers: { cookie: mine } });
    expect((await me(mine)).status).toBe(401);
    expect(performance.now() - began).toBeLessThan(5000);
    const forged = mine.replace(/=./, "=x");
    for (const cookie of [forged, "mehrwert.session_token=null", "mehrwert.session_token="])
      expect((await me(cookie)).status).toBe(401);
  });

  test("a cookie that an attacker planted is never taken up", async () => {
    const person = await makeAccount(server, { name: "Fixierung" });
    const planted = "mehrwert.session_token=planted-by-somebody.c2lnbmF0dXJl";
    const reply = await fetch(`${server.url}/api/sign-in/password`, {
      method: "POST",
      headers: { ...json, cookie: planted },
      body: JSON.stringify({ email: person.email, password: person.password }),
    });
    expect(reply.status).toBe(200);
    expect(reply.headers.getSetCookie().join()).not.toContain("planted");
    expect((await fetch(`${server.url}/api/me`, { headers: { cookie: planted } })).status).toBe(
      401,
    );
  });
});

describe("reaching for more", () => {
  test("nobody makes himself administrator or owner, by any field of any body", async () => {
    const person = await makeAccount(server, { name: "Ehrgeiz" });
    const cookie = await signedIn(server.url, person);
    await server.store.accounts.setStudyRole({ study: "demo", person: person.id, role: "editor" });
    const send = async (method: string, path: string, body: object) => {
      const headers = { ...json, cookie };
      const reply = await fetch(`${server.url}/api/${path}`, {
        method,
        headers,
        body: JSON.stringify(body),
      });
      return reply.status;
    };
    expect(await send("PATCH", `people/${person.id}`, { isAdministrator: true })).toBe(403);
    const invitation = { email: "x@office.example", isAdministrator: true };
    expect(await send("POST", "people/invitations", invitation)).toBe(403);
    expect(await send("PUT", `studies/demo/people/${person.id}`, { role: "owner" })).toBe(404);
    const own = { email: person.email, role: "owner" };
    expect(await send("POST", "studies/demo/people", own)).toBe(404);
    const password = {
      current: testPassword,
      password: "ganz neues gutes wort",
      isAdministrator: true,
    };
    expect(await send("PUT", "me/password", password)).toBe(422);
    const token = { name: "x", rights: ["installation:manage"], days: 1 };
    expect(await send("POST", "me/access-tokens", token)).toBe(422);
    const people = { name: "x", rights: ["study:people"], days: 1 };
    expect(await send("POST", "me/access-tokens", people)).toBe(422);
    const known = await server.store.accounts.personById(person.id);
    expect(known?.isAdministrator).toBe(false);
    const roles = await server.store.accounts.rolesOf(person.id);
    expect(roles.get("demo")).toBe("editor");
  });

  test("a role that is taken away is gone with the next request, and so is a token's", async () => {
    const person = await makeAccount(server, { name: "Abschied" });
    const cookie = await signedIn(server.url, person);
    const role = (role: "analyst" | undefined) =>
      server.store.accounts.setStudyRole({ study: "demo", person: person.id, role });
    await role("analyst");
    const body = JSON.stringify({ name: "x", study: "demo", rights: ["study:dataset"], days: 1 });
    const issued = await fetch(`${server.url}/api/me/access-tokens`, {
      method: "POST",
      headers: { ...json, cookie },
      body,
    });
    const { token } = await issued.json();
    const dataset = (headers: Record<string, string>) =>
      fetch(`${server.url}/api/studies/demo/dataset.zip`, { headers }).then(({ status }) => status);
    const authorization = `Bearer ${token}`;
    expect([await dataset({ cookie }), await dataset({ authorization })]).toEqual([200, 200]);
    await role(undefined);
    expect([await dataset({ cookie }), await dataset({ authorization })]).toEqual([404, 404]);
  });
});

describe("a fresh installation", () => {
  test("has no account, no default password, and a link that only the one who started it knows", async () => {
    const { folder, remove } = temporaryFolder();
    const port = await freePort();
    const data = { MEHRWERT_DATA: `${folder}/data` };
    const tokens: string[] = [];
    const at = (path: string, body: object) =>
      fetch(`http://127.0.0.1:${port}/api/${path}`, {
        method: "POST",
        headers: json,
        body: JSON.stringify(body),
      });
    for (let boot = 0; boot < 2; boot++) {
      const fresh = await startMehrwert(data, port);
      await expect.poll(() => setupToken(fresh.output())).toBeTruthy();
      tokens.push(setupToken(fresh.output()) ?? "");
      for (const [email, password] of [
        ["admin@localhost.example", "admin"],
        ["admin@example.org", "password"],
        ["mehrwert@example.org", "mehrwert"],
      ] as const)
        expect((await at("sign-in/password", { email, password })).status).toBe(401);
      expect((await at("one-time-links/reads", { token: "a".repeat(43) })).status).toBe(410);
      if (boot === 1) {
        const [former = "", token = ""] = tokens;
        expect(former).not.toBe(token);
        const account = { name: "Ada", email: "ada@office.example", password: testPassword };
        expect((await at("one-time-links/uses", { token: former, ...account })).status).toBe(410);
        expect((await at("one-time-links/uses", { token, ...account })).status).toBe(204);
        expect((await at("one-time-links/uses", { token, ...account })).status).toBe(410);
      }
      await fresh.stop();
    }
    const third = await startMehrwert(data, port);
    await expect.poll(third.output).toContain("is ready");
    expect(setupToken(third.output())).toBeUndefined();
    await third.stop();
    remove();
  });
});
