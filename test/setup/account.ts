import { createHash, randomBytes } from "node:crypto";
import { createAccounts } from "@mehrwert/api";
import type { Store } from "@mehrwert/store";
import type { Page } from "playwright-core";

/** What signs cookies in tests. */
const testSecret = "a secret for tests, of at least 32 characters";

/** The accounts of a server in this process. */
export function testAccounts(store: Store): ReturnType<typeof createAccounts> {
  const origin = "http://127.0.0.1";
  return createAccounts({
    store: store.accounts,
    secret: testSecret,
    origin,
    now: () => new Date(),
  });
}

/** An account for tests, and how it signs in. */
export type TestAccount = { id: string; name: string; email: string; password: string };

/** A password nobody guesses; the same for every test account. */
export const testPassword = "vier lose worte am see";

/**
 * Makes an account the way a person does: through a one-time link that the server takes. Without `invited` it is the first
 * administrator's.
 */
export async function makeAccount(
  { url, store }: { url: string; store: Store },
  invited?: { name: string; isAdministrator?: boolean },
): Promise<TestAccount> {
  const name = invited?.name ?? "Ada Verwalterin";
  const email = `${createHash("sha256").update(name).digest("hex").slice(0, 12)}@office.example`;
  const token = randomBytes(32).toString("base64url");
  const link = invited
    ? ({ kind: "invitation", email, isAdministrator: invited.isAdministrator === true } as const)
    : ({ kind: "setup" } as const);
  await store.accounts.keepOneTimeLink({ token, link, expiresAt: new Date(Date.now() + 60_000) });
  const reply = await fetch(`${url}/api/one-time-links/uses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ token, name, password: testPassword, ...(!invited && { email }) }),
  });
  if (reply.status !== 204) throw new Error(`no account: ${reply.status} ${await reply.text()}`);
  const person = await store.accounts.personByEmail(email);
  if (person === undefined) throw new Error("the account was not kept");
  return { id: person.id, name, email, password: testPassword };
}

/** Signs in and gives what a browser would send from then on in the header `Cookie`. */
export async function signedIn(url: string, { email, password }: TestAccount): Promise<string> {
  const reply = await fetch(`${url}/api/sign-in/password`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  if (reply.status !== 200) throw new Error(`not signed in: ${reply.status} ${await reply.text()}`);
  return reply.headers
    .getSetCookie()
    .map((cookie) => cookie.split(";")[0])
    .join("; ");
}

/** Puts a session's cookies into a page's browser, before it opens anything. */
export async function giveCookie(page: Page, url: string, cookie: string): Promise<void> {
  const cookies = cookie.split("; ").map((pair) => {
    const at = pair.indexOf("=");
    return {
      name: pair.slice(0, at),
      value: pair.slice(at + 1),
      url,
      httpOnly: true,
      sameSite: "Strict" as const,
    };
  });
  await page.context().addCookies(cookies);
}

/**
 * Sets up a server that was just started as its own process, by the link it printed, and gives a function that asks it as its
 * administrator does.
 */
export async function setUpByLink(server: {
  url: string;
  output: () => string;
}): Promise<SignedInAsker> {
  for (let attempt = 0; attempt < 200 && !setupToken(server.output()); attempt++)
    await new Promise((resolve) => setTimeout(resolve, 50));
  const token = setupToken(server.output());
  const account = { id: "", name: "Ada Verwalterin", email: "ada@office.example" };
  const reply = await fetch(`${server.url}/api/one-time-links/uses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      token,
      name: account.name,
      email: account.email,
      password: testPassword,
    }),
  });
  if (reply.status !== 204) throw new Error(`not set up: ${reply.status} ${await reply.text()}`);
  return asSignedIn(server.url, await signedIn(server.url, { ...account, password: testPassword }));
}

/** Asks a server as somebody who is signed in; `cookie` is what their browser sends. */
export type SignedInAsker = ((path: string, init?: RequestInit) => Promise<Response>) & {
  cookie: string;
};

/** Asks a server with a session's cookies. */
export function asSignedIn(url: string, cookie: string): SignedInAsker {
  const ask = (path: string, init: RequestInit = {}) =>
    fetch(`${url}${path}`, { ...init, headers: { ...init.headers, cookie } });
  return Object.assign(ask, { cookie });
}

/** The token of the setup link that a server printed last. */
export function setupToken(output: string): string | undefined {
  return [...output.matchAll(/\/console\/setup#([A-Za-z0-9_-]{43})/g)].at(-1)?.[1];
}

/** The first administrator of a test server, who owns its study, and what they do. */
export type Administrating = {
  administrator: TestAccount;
  /** What the administrator's browser sends as `Cookie`. */
  cookie: string;
  /** Asks the server as the administrator does. */
  ask: (path: string, init?: RequestInit) => Promise<Response>;
  /** The administrator becomes the owner of a study. */
  owns: (study: string) => Promise<void>;
  /** A token of the administrator's with these rights, for one study or all. */
  newToken: (rights: string[], study?: string) => Promise<string>;
  /** From now on this page is the administrator's. */
  signsIn: (page: Page) => Promise<void>;
};

/** Makes the first administrator of a server and signs them in. */
export async function administrating(of: { url: string; store: Store }): Promise<Administrating> {
  const administrator = await makeAccount(of);
  const cookie = await signedIn(of.url, administrator);
  const ask = asSignedIn(of.url, cookie);
  return {
    administrator,
    cookie,
    ask,
    owns: async (study) => {
      await of.store.accounts.setStudyRole({ study, person: administrator.id, role: "owner" });
    },
    newToken: async (rights, study) => {
      const reply = await ask("/api/me/access-tokens", {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ name: "test", rights, days: 1, ...(study && { study }) }),
      });
      return String((await reply.json()).token);
    },
    signsIn: (page) => giveCookie(page, of.url, cookie),
  };
}
