import { createHash, randomBytes } from "node:crypto";
import type { Store } from "@mehrwert/store";
import type { Page } from "playwright-core";

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
