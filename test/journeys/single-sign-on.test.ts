import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpByLink, testPassword } from "../setup/account.ts";
import { launchBrowser } from "../setup/browser.ts";
import { temporaryFolder } from "../setup/database.ts";
import { startIdentityProvider } from "../setup/identity-provider.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";

const { folder, remove } = temporaryFolder();
let server: MehrwertProcess;
let provider: Awaited<ReturnType<typeof startIdentityProvider>>;
let ask: Awaited<ReturnType<typeof setUpByLink>>;
let browser: Awaited<ReturnType<typeof launchBrowser>>;

beforeAll(async () => {
  const port = await freePort();
  provider = await startIdentityProvider(`http://127.0.0.1:${port}/api/sign-in/callback/oidc`);
  const secretFile = `${folder}/oidc-secret`;
  writeFileSync(secretFile, `${provider.clientSecret}\n`);
  server = await startMehrwert(
    {
      MEHRWERT_DATA: `${folder}/data`,
      MEHRWERT_OIDC_URL: provider.discoveryUrl,
      MEHRWERT_OIDC_CLIENT: "mehrwert",
      MEHRWERT_OIDC_SECRET_FILE: secretFile,
      MEHRWERT_OIDC_NAME: "Landesamt",
    },
    port,
  );
  ask = await setUpByLink(server);
  const json = { "content-type": "application/json" };
  const invited = await ask("/api/people/invitations", {
    method: "POST",
    headers: json,
    body: JSON.stringify({ email: "bo@office.example", isAdministrator: false }),
  });
  const { path } = await invited.json();
  const use = { token: path.split("#")[1], name: "Bo", password: testPassword };
  await ask("/api/one-time-links/uses", {
    method: "POST",
    headers: json,
    body: JSON.stringify(use),
  });
  browser = await launchBrowser();
});
afterAll(async () => {
  await browser?.close();
  await server?.stop();
  provider?.stop();
  remove();
});

async function goesThere() {
  const context = await browser.newContext({ locale: "de-DE" });
  const page = await context.newPage();
  await page.goto(`${server.url}/console/sign-in`);
  await page.getByRole("button", { name: "Anmelden über Landesamt" }).click();
  return page;
}

test("somebody whose address is confirmed there and has an account here is signed in, across the two sites", async () => {
  provider.become({ sub: "bo-1", email: "bo@office.example", emailVerified: true });
  for (const time of ["first", "second"]) {
    const page = await goesThere();
    await page.getByRole("link", { name: "Mein Konto" }).waitFor();
    expect(new URL(page.url()).origin, time).toBe(server.url);
    const cookies = await page.context().cookies(server.url);
    expect(cookies).toMatchObject([{ name: "mehrwert.session_token", sameSite: "Strict" }]);
    await page.context().close();
  }
  const log = await (await ask("/api/audit")).json();
  expect(log[0]).toMatchObject({
    action: "session.begun",
    person: { name: "Bo" },
    details: { way: "single-sign-on" },
  });
});

test.each([
  [
    "somebody without an account here",
    { sub: "eve-1", email: "eve@office.example", emailVerified: true },
  ],
  [
    "an address that is not confirmed there",
    { sub: "eve-2", email: "ada@office.example", emailVerified: false },
  ],
])("%s is not let in, and no account is made", async (_, identity) => {
  const before = await (await ask("/api/people")).json();
  provider.become(identity);
  const page = await goesThere();
  await page.getByText("Die Anmeldung über das Single Sign-on ist nicht gelungen").waitFor();
  expect(await page.context().cookies(server.url)).toEqual([]);
  expect(await (await ask("/api/people")).json()).toEqual(before);
  await page.context().close();
});

test("a reply of the single sign-on that nobody here asked for signs nobody in", async () => {
  const context = await browser.newContext();
  const page = await context.newPage();
  await page.goto(`${server.url}/api/sign-in/callback/oidc?code=stolen&state=forged`);
  await page.waitForURL(/sign-in\?.*failed=single-sign-on/);
  expect(await context.cookies(server.url)).toEqual([]);
  await context.close();
});
