import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { seededRandom } from "@mehrwert/analysis";
import { simulateAnswers } from "@mehrwert/study";
import jsQR from "jsqr";
import type { Page } from "playwright-core";
import { PNG } from "pngjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { responseTo } from "../faults/load/writer.ts";
import { checkAccessibility } from "../setup/browser.ts";
import { startServer, type TestServer } from "../setup/server.ts";
import { startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { until } from "../setup/until.ts";
import { withBrowser } from "../setup/with-browser.ts";

const journey = withBrowser();
const day = { now: new Date("2026-11-28T10:00:00Z") };
const pictures = process.env.MEHRWERT_TEST_PICTURES;

let server: TestServer;
let smtp: TestSmtp;

beforeAll(async () => {
  smtp = await startSmtp();
  server = await startServer({
    mode: "anonymous",
    smtp,
    now: () => day.now,
    settings: { minimumGroupSize: 5 },
  });
});
afterAll(async () => {
  await server?.stop();
  await smtp?.stop();
});

const looks = [
  { name: "de-1280", locale: "de-DE", width: 1280, colorScheme: "light" },
  { name: "en-390-dark", locale: "en-GB", width: 390, colorScheme: "dark" },
  { name: "en-1280-dark", locale: "en-GB", width: 1280, colorScheme: "dark" },
  { name: "de-390", locale: "de-DE", width: 390, colorScheme: "light" },
] as const;

async function fieldPage(look: (typeof looks)[number] = looks[0]): Promise<Page> {
  const page = await journey.newPage(server.url, look);
  await server.signsIn(page);
  await page.goto(`${server.url}/console/studies/demo/field`);
  await page.getByRole("heading", { level: 2 }).first().waitFor();
  return page;
}

/** The page in every way it is looked at: nothing that axe finds, nothing wider than the window. */
async function looksRight(state: string, prepare: (page: Page) => Promise<void> = async () => {}) {
  for (const look of looks) {
    const page = await fieldPage(look);
    await page.waitForLoadState("networkidle");
    await prepare(page);
    expect(await checkAccessibility(page), look.name).toEqual([]);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, `${state} ${look.name} scrolls sideways`).toBeLessThanOrEqual(0);
    if (pictures) {
      mkdirSync(pictures, { recursive: true });
      await page.screenshot({
        path: join(pictures, `field-${state}-${look.name}.png`),
        fullPage: true,
      });
    }
    await page.context().close();
  }
}

const list = [
  "E-Mail;Name;Gruppe",
  ...Array.from(
    { length: 16 },
    (_, n) => `person-${n}@authority.example;Person ${n};${n < 8 ? "Nord" : "Süd"}`,
  ),
  "PERSON-3@authority.example;Doppelt;Nord",
  "ohne-at.example;Falsch;Nord",
].join("\n");

test("before anybody is invited the page says what will be here, in every look", () =>
  looksRight("empty"));

test("a page that is left open asks again by itself, which keeps nobody signed in", async () => {
  const page = await fieldPage();
  await page.waitForLoadState("networkidle");
  const asked = ["progress", "mails", "reminders?to=not-begun"].map((rest) =>
    page.waitForRequest((request) => request.url().endsWith(`/demo/${rest}`)),
  );
  for (const request of await Promise.all(asked))
    expect(request.headers()["mehrwert-unattended"], request.url()).toBe("yes");
  await page.context().close();
});

test("a researcher pastes a list, sees what is wrong with it, confirms, and everybody gets one mail", async () => {
  const page = await fieldPage();
  const invite = page.getByRole("region", { name: "Einladen" });
  await invite.getByRole("button", { name: "Liste prüfen" }).click();
  await invite.getByText("Fügen Sie zuerst Adressen ein").waitFor();
  await invite.getByLabel("Adressen").fill("a@authority.example\nb@authority.example");
  await invite.getByRole("button", { name: "Liste prüfen" }).click();
  await invite.getByRole("button", { name: "Einladen: 2 Personen" }).waitFor();
  // What was checked counts no more once the list is another one.
  await invite.getByLabel("Adressen").fill(list);
  expect(await invite.getByRole("button", { name: "Einladen: 2 Personen" }).count()).toBe(0);
  await invite.getByRole("button", { name: "Liste prüfen" }).click();
  await invite.getByText("Diese Adresse steht schon in Zeile 5.").waitFor();
  await invite.getByText("Der Adresse fehlt das „@“.").waitFor();
  await looksRight("checked", async (one) => {
    const [german, english] = ["Adressen", "Addresses"];
    const field = one.getByLabel(german).or(one.getByLabel(english)).first();
    await field.fill(list);
    await one.getByRole("button", { name: /Liste prüfen|Check the list/ }).click();
    await one.getByRole("button", { name: /: 16/ }).waitFor();
  });
  await invite.getByRole("button", { name: "Einladen: 16 Personen" }).click();
  const dialog = page.getByRole("dialog");
  await dialog.getByText("Eine abgesendete Mail lässt sich nicht zurückholen.").waitFor();
  await dialog.getByRole("button", { name: "Einladen" }).click();
  await invite.getByText("16 Personen eingeladen.").waitFor();
  await until(() => smtp.mails.length === 16, "sixteen mails");
  expect(new Set(smtp.mails.map(({ to }) => to)).size).toBe(16);
  // The same list again: nobody gets a second mail.
  await invite.getByLabel("Adressen").fill(list);
  await invite.getByRole("button", { name: "Liste prüfen" }).click();
  await invite.getByRole("button", { name: "Einladen: 16 Personen" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Einladen" }).click();
  await invite.getByText("0 Personen eingeladen. 16 Personen waren es schon.").waitFor();
  expect(smtp.mails).toHaveLength(16);
  await page.context().close();
});

test("a wrong placeholder is refused at its field, and the preview shows both mails with an invented name", async () => {
  const page = await fieldPage();
  const texts = page.getByRole("region", { name: "Mailtexte" });
  const body = texts.getByRole("group", { name: "Einladung" }).getByLabel("Text");
  const before = await body.inputValue();
  await body.fill(`${before}\n{nmae}`);
  await texts.getByRole("button", { name: "Speichern" }).click();
  await texts.getByText("„{nmae}“ ist kein Platzhalter.").first().waitFor();
  await body.fill(`${before}\nMit Grüßen`);
  await texts.getByRole("button", { name: "Speichern" }).click();
  await texts.getByText("Gespeichert.").waitFor();
  await texts.getByRole("button", { name: "Vorschau" }).click();
  await texts.getByText("Guten Tag Erika Muster,").first().waitFor();
  await page.context().close();
});

test("after enough have begun and answered, the figures move, and those who have not begun are reminded once", async () => {
  const codes = smtp.mails.map(
    ({ text }) => /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(text.replace(/=\r?\n/g, ""))?.[1] ?? "",
  );
  for (const [at, code] of codes.slice(0, 7).entries())
    await server.store.useInvitation({ study: "demo", code, mark: Buffer.alloc(32, at + 1) });
  day.now = new Date("2026-11-29T10:00:00Z");
  const page = await fieldPage();
  const reminding = page.getByRole("region", { name: "Erinnern" });
  await reminding.getByRole("button", { name: "Erinnerung senden" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Erinnerung senden" }).click();
  await reminding.getByText("Mails der Erinnerung stehen zum Versand bereit: 9").waitFor();
  await until(() => smtp.mails.length === 25, "nine reminders");
  const reminded = smtp.mails.slice(16);
  const begun = new Set(smtp.mails.slice(0, 7).map(({ to }) => to));
  expect(reminded.filter(({ to }) => begun.has(to))).toEqual([]);
  await page.getByText("Heute ist schon eine Runde hinausgegangen").waitFor();
  const response = page.getByRole("region", { name: "Rücklauf" });
  await response
    .getByRole("row", { name: /begonnen, nicht abgesendet/ })
    .getByText("7")
    .waitFor();
  await page.context().close();
  await looksRight("running");
});

test("how long answering took, and with what, is shown once enough have answered", async () => {
  const random = seededRandom(1);
  for (let n = 0; n < 12; n += 1)
    await server.store.saveSurveyResponse("demo", {
      ...responseTo(server.study, crypto.randomUUID()),
      ...simulateAnswers(server.instrument, random),
      visit: { minutes: n < 7 ? 9 : 14, device: n < 6 ? "phone" : "computer" },
    });
  day.now = new Date("2026-11-30T10:00:00Z");
  const page = await fieldPage();
  const response = page.getByRole("region", { name: "Rücklauf" });
  await response.getByText("Bearbeitungsdauer (Median): 9 Minuten").waitFor();
  const devices = response.getByRole("table", { name: "Womit geantwortet wurde (n = 12)" });
  await devices.getByRole("row", { name: "Telefon oder Tablet 6" }).waitFor();
  await devices.getByRole("row", { name: "Computer 6" }).waitFor();
  await response.getByText("Dauer und Gerät werden nur gezählt.").waitFor();
  await page.context().close();
  await looksRight("answered");
});

/** What a phone reads from the n-th QR code of a page, looked at closely. */
async function readQr(page: Page, n: number): Promise<string | undefined> {
  const qr = page.locator("svg.qr").nth(n);
  await qr.evaluate((svg) =>
    svg.setAttribute("style", "position:fixed;inset:0;width:600px;z-index:9"),
  );
  const picture = PNG.sync.read(await qr.screenshot());
  await qr.evaluate((svg) => svg.removeAttribute("style"));
  const { data, width, height } = picture;
  return jsQR(new Uint8ClampedArray(data), width, height)?.data;
}

/** What a mail server writes when it cannot deliver (RFC 3464). */
const bounce = (address: string) =>
  [
    "From: MAILER-DAEMON@relay.example",
    "To: befragung@amt.example",
    "Subject: Undelivered Mail Returned to Sender",
    "MIME-Version: 1.0",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="b"',
    "",
    "--b",
    "Content-Type: text/plain",
    "",
    "Sorry.",
    "--b",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; relay.example",
    "",
    `Final-Recipient: rfc822; ${address}`,
    "Action: failed",
    "Status: 5.1.1",
    "Diagnostic-Code: smtp; 550 5.1.1 User unknown",
    "",
    "--b--",
    "",
  ].join("\r\n");

test("a returned mail is read, its address shown as not deliverable; codes and poster are printed", async () => {
  const page = await fieldPage();
  const mails = page.getByRole("region", { name: "Mails", exact: true });
  const file = (text: string) => ({
    name: "r.eml",
    mimeType: "message/rfc822",
    buffer: Buffer.from(text),
  });
  await mails
    .getByLabel("Rückläufer einlesen")
    .setInputFiles(file("Subject: hello\r\n\r\nNo report."));
  await mails.getByText("Die Datei ist keine Meldung über eine unzustellbare Mail.").waitFor();
  await mails
    .getByLabel("Rückläufer einlesen")
    .setInputFiles(file(bounce("person-15@authority.example")));
  await mails
    .getByRole("row", { name: /person-15@authority.example/ })
    .getByText("550 5.1.1 User unknown")
    .waitFor();

  const print = page.getByRole("region", { name: "Drucken statt mailen" });
  await print.getByLabel("Wie viele Codes").fill("6");
  await print.getByRole("button", { name: "Codes machen" }).click();
  await print.getByRole("link", { name: "Bogen mit Codes öffnen (6)" }).click();
  await page.waitForURL(/code-sheet/);
  const codes = await page.locator("code").allTextContents();
  expect(new Set(codes).size).toBe(6);
  for (const code of codes)
    expect(await server.store.isInvitationFree({ study: "demo", code })).toBe(true);
  expect(await page.locator("svg.qr").count()).toBe(6);
  const links = [];
  for (const code of codes.keys()) links.push(await readQr(page, code));
  expect(links).toEqual(codes.map((code) => server.linkWith(code)));
  await page.context().close();
  for (const look of looks)
    for (const name of ["code-sheet", "poster"]) {
      const sheet = await journey.newPage(server.url, look);
      await server.signsIn(sheet);
      await sheet.goto(
        `${server.url}/api/studies/demo/${name}.html?lang=${look.locale.slice(0, 2)}`,
      );
      expect(await checkAccessibility(sheet), name).toEqual([]);
      const overflow = await sheet.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(overflow, `${name} ${look.name} scrolls sideways`).toBeLessThanOrEqual(0);
      if (pictures)
        await sheet.screenshot({
          path: join(pictures, `${name}-${look.name}.png`),
          fullPage: true,
        });
      await sheet.context().close();
    }
});
