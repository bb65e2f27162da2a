import { createHmac } from "node:crypto";
import { afterAll, beforeAll, expect, test } from "vitest";
import { testPassword } from "../setup/account.ts";
import { checkAccessibility, type WatchedPage } from "../setup/browser.ts";
import { temporaryFolder } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { withBrowser } from "../setup/with-browser.ts";

const { folder, remove } = temporaryFolder();
const journey = withBrowser();
let port: number;
let server: MehrwertProcess;
beforeAll(async () => {
  port = await freePort();
  server = await startMehrwert({ MEHRWERT_DATA: `${folder}/data`, MEHRWERT_LANG: "de" }, port);
});
afterAll(async () => {
  await server?.stop();
  remove();
});

const printed = (output: string) =>
  /http:\/\/127\.0\.0\.1:\d+\/console\/setup#[A-Za-z0-9_-]{43}/.exec(output)?.[0];

/** The code that an authenticator app shows now (RFC 6238: SHA-1, 30 seconds, six digits). */
function totp(secret: string): string {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  const bits = [...secret].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0"));
  const bytes =
    bits
      .join("")
      .match(/.{8}/g)
      ?.map((byte) => Number.parseInt(byte, 2)) ?? [];
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const mac = createHmac("sha1", Buffer.from(bytes)).update(counter).digest();
  const number = mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff;
  return String(number % 1_000_000).padStart(6, "0");
}

async function signsIn(page: WatchedPage, email: string): Promise<void> {
  await page.getByLabel("E-Mail-Adresse").fill(email);
  await page.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await page.getByRole("button", { name: "Anmelden", exact: true }).click();
}

/** Of Ada's second factor. */
let secret = "";

const noted: string[] = [];
const judged = async (page: WatchedPage, name: string) => {
  // A button that is busy or fading has colours of its own for a moment.
  await page.waitForFunction(() => document.querySelector("[aria-disabled=true]") === null);
  await page.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
  const folderOfPictures = process.env.MEHRWERT_TEST_PICTURES;
  if (folderOfPictures)
    await page.screenshot({ path: `${folderOfPictures}/${name}.png`, fullPage: true });
  noted.push(...(await checkAccessibility(page)).map((fault) => `${name}: ${fault}`));
};

test("from the printed link to a colleague with a role, with a second factor on the way", async () => {
  await expect.poll(() => printed(server.output())).toBeTruthy();
  const former = printed(server.output()) ?? "";
  await server.stop();
  server = await startMehrwert({ MEHRWERT_DATA: `${folder}/data`, MEHRWERT_LANG: "de" }, port);
  await expect.poll(() => printed(server.output())).toBeTruthy();
  const link = printed(server.output()) ?? "";
  expect(link).not.toBe(former);

  const page = await journey.newPage(server.url);
  await page.goto(`${server.url}/console/studies/demo/results`);
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  await page.getByText("Hier gibt es noch kein Konto").waitFor();
  await judged(page, "sign-in");
  await page.goto(former);
  await page.getByText("Link nicht mehr gültig").waitFor();
  await page.goto("about:blank");
  await page.goto(link);
  await page.getByLabel("Name").fill("Ada Verwalterin");
  expect(page.url()).not.toContain("#");
  await page.getByLabel("E-Mail-Adresse").fill("ada@office.example");
  await page.getByLabel("Passwort", { exact: true }).fill("passwort1234");
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.getByText("Dieses Passwort gehört zu denen").first().waitFor();
  await judged(page, "setup");
  await page.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.getByRole("link", { name: "Konten" }).waitFor();

  await page.getByRole("link", { name: "Mein Konto" }).click();
  const section = page.getByRole("region", { name: "Zweiter Faktor" });
  await section.getByLabel("Passwort zur Bestätigung").fill(testPassword);
  await section.getByRole("button", { name: "Zweiten Faktor einrichten" }).click();
  secret = (await section.locator("p code").textContent())?.replaceAll(" ", "") ?? "";
  await section.getByRole("img", { name: "QR-Code für die App" }).waitFor();
  await judged(page, "account");
  await section.getByLabel("Code aus der App").fill(totp(secret));
  await section.getByRole("button", { name: "Einschalten" }).click();
  await page.getByText("Der zweite Faktor ist eingeschaltet.").waitFor();
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  await signsIn(page, "ada@office.example");
  await page.getByLabel("Code").fill("000000");
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await page.getByText("Anmeldung nicht möglich").waitFor();
  await page.getByLabel("Code").fill(totp(secret));
  await page.getByRole("button", { name: "Bestätigen" }).click();

  await page.getByRole("link", { name: "Konten" }).click();
  await page.getByLabel("E-Mail-Adresse").fill("bo@office.example");
  await page.getByRole("button", { name: "Einladungslink erstellen" }).click();
  const invitation = (await page.locator(".pass-on").textContent()) ?? "";
  await judged(page, "people");

  const other = await journey.newPage(server.url);
  await other.goto(invitation);
  await other.getByLabel("Name").fill("Bo Forscher");
  await other.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await other.getByRole("button", { name: "Konto anlegen" }).click();
  await other.getByRole("link", { name: "Mein Konto" }).waitFor();
  expect(await other.getByRole("link", { name: "Konten" }).count()).toBe(0);
  await other.goto(`${server.url}/console/studies/demo/results`);
  await other.locator(".figure svg").first().waitFor();

  await page.goto(`${server.url}/console/studies/demo/people`);
  await page.getByLabel("E-Mail-Adresse").fill("bo@office.example");
  await page.getByLabel("Rolle").last().selectOption("editor");
  await page.getByRole("button", { name: "Aufnehmen" }).click();
  await page.getByRole("heading", { name: "Bo Forscher" }).waitFor();
  await judged(page, "study-people");
  await page.getByRole("link", { name: "Protokoll" }).click();
  for (const action of [
    "Installation eingerichtet",
    "Zweiten Faktor eingeschaltet",
    "Einladung angenommen",
    "Rolle vergeben",
  ])
    await page.getByRole("cell", { name: action }).first().waitFor();
  await judged(page, "audit");
  expect(noted).toEqual([]);

  await page.goto(`${server.url}/console/people`);
  await page.getByRole("button", { name: /Sperren.*Bo Forscher/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Sperren", exact: true }).click();
  await page.getByRole("button", { name: /Freigeben.*Bo Forscher/ }).waitFor();
  await other.goto(`${server.url}/console/`);
  await other.getByRole("heading", { name: "Anmelden" }).waitFor();
});

test("a passkey signs in without a password, and only at a name", async () => {
  const page = await journey.newPage(`http://localhost:${port}`);
  const session = await page.context().newCDPSession(page);
  await session.send("WebAuthn.enable");
  await session.send("WebAuthn.addVirtualAuthenticator", {
    options: {
      protocol: "ctap2",
      transport: "internal",
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
  await page.goto(`http://localhost:${port}/console/people`);
  await page.getByRole("heading", { name: "Anmelden" }).waitFor();
  await signsIn(page, "ada@office.example");
  await page.getByLabel("Code").fill(totp(secret));
  await page.getByRole("button", { name: "Bestätigen" }).click();
  await page.getByRole("heading", { name: "Konten" }).waitFor();
  await page.getByRole("link", { name: "Mein Konto" }).click();
  const section = page.getByRole("region", { name: "Passkeys" });
  await section.getByLabel("Name des neuen Passkeys").fill("Dienstrechner");
  await section.getByRole("button", { name: "Passkey hinzufügen" }).click();
  await section.getByText("Dienstrechner (seit").waitFor();
  await page.getByRole("button", { name: "Abmelden" }).click();
  await page.getByRole("button", { name: "Mit Passkey anmelden" }).click();
  await page.getByRole("link", { name: "Konten" }).waitFor();
});
