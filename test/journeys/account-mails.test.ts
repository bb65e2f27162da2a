import { afterAll, beforeAll, expect, test } from "vitest";
import { setupToken, testPassword } from "../setup/account.ts";
import { checkAccessibility, type WatchedPage } from "../setup/browser.ts";
import { temporaryFolder } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { until } from "../setup/until.ts";
import { withBrowser } from "../setup/with-browser.ts";

const { folder, remove } = temporaryFolder();
const journey = withBrowser();
let smtp: TestSmtp;
let server: MehrwertProcess;
beforeAll(async () => {
  smtp = await startSmtp();
  server = await startMehrwert(
    {
      MEHRWERT_DATA: `${folder}/data`,
      MEHRWERT_LANG: "de",
      MEHRWERT_SMTP_URL: `smtp://127.0.0.1:${smtp.port}`,
      MEHRWERT_MAIL_FROM: "Mehrwert <mehrwert@amt.example>",
    },
    await freePort(),
  );
});
afterAll(async () => {
  await server?.stop();
  await smtp?.stop();
  remove();
});

/** The link in the newest mail to somebody, once so many have come. */
async function linkInMail(to: string, mails: number): Promise<string> {
  const theirs = () => smtp.mails.filter((mail) => mail.to === to);
  await until(() => theirs().length >= mails, `mail ${mails} to ${to} has arrived`);
  const text =
    theirs()
      .at(-1)
      ?.text.replace(/=\r?\n/g, "") ?? "";
  return /http:\/\/127\.0\.0\.1:\d+\/console\/setup#[A-Za-z0-9_-]{43}/.exec(text)?.[0] ?? "";
}

async function seen(page: WatchedPage, name: string): Promise<void> {
  const pictures = process.env.MEHRWERT_TEST_PICTURES;
  if (pictures) await page.screenshot({ path: `${pictures}/${name}.png`, fullPage: true });
  expect(await checkAccessibility(page)).toEqual([]);
}

const otherPassword = "acht lose worte am meer";

test("a colleague is invited by mail, forgets the password, and gets back in by mail; who has no account gets none", async () => {
  await until(() => setupToken(server.output()) !== undefined, "the setup link is printed");
  const page = await journey.newPage(server.url);
  await page.goto(`${server.url}/console/setup#${setupToken(server.output())}`);
  await page.getByLabel("Name").fill("Ada Verwalterin");
  await page.getByLabel("E-Mail-Adresse").fill("ada@office.example");
  await page.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.getByRole("link", { name: "Konten" }).click();
  await page.getByLabel("E-Mail-Adresse").fill("bo@office.example");
  await page.getByRole("button", { name: "Einladungslink erstellen" }).click();
  await page.getByText("Dieser Link ist als Mail unterwegs").waitFor();
  await seen(page, "invited-by-mail");
  const invitation = await linkInMail("bo@office.example", 1);
  expect(invitation).toBe(await page.locator(".pass-on").textContent());
  expect(smtp.mails.at(-1)?.text).toContain("Sie sind eingeladen");
  expect(smtp.mails.at(-1)?.text).toContain("You are invited");

  const other = await journey.newPage(server.url);
  await other.goto(invitation);
  await other.getByLabel("Name").fill("Bo Forscher");
  await other.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await other.getByRole("button", { name: "Konto anlegen" }).click();
  await other.getByRole("link", { name: "Mein Konto" }).click();
  await other.getByRole("button", { name: "Abmelden" }).click();
  await other.getByRole("heading", { name: "Anmelden" }).waitFor();

  const asksAs = async (email: string) => {
    await other.getByLabel("Adresse Ihres Kontos").fill(email);
    await other.getByRole("button", { name: "Link zuschicken" }).click();
    await other.getByText("ist die Mail unterwegs").waitFor();
  };
  await other.getByText("Passwort vergessen?").click();
  await other.getByLabel("Adresse Ihres Kontos").fill("nobody");
  await other.getByRole("button", { name: "Link zuschicken" }).click();
  await other.locator("details input[aria-invalid=true]").waitFor();
  await asksAs("nobody@office.example");
  await seen(other, "forgotten-password");
  await other.reload();
  await other.getByText("Passwort vergessen?").click();
  await asksAs("BO@office.example");
  const reset = await linkInMail("bo@office.example", 2);
  expect(smtp.mails.map(({ to }) => to)).toEqual(["bo@office.example", "bo@office.example"]);
  await other.goto("about:blank");
  await other.goto(reset);
  await other.getByLabel("Passwort", { exact: true }).fill(otherPassword);
  await other.getByRole("button", { name: "Passwort setzen" }).click();
  await other.getByRole("link", { name: "Mein Konto" }).waitFor();
  expect(server.output()).not.toContain("bo@office.example");
});
