import { createHash } from "node:crypto";
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { simulatedParticipant } from "../faults/relinking/simulated-participation.ts";
import { setupToken, testPassword } from "../setup/account.ts";
import { checkAccessibility, type View, type WatchedPage } from "../setup/browser.ts";
import { type Office, startOffice } from "../setup/office.ts";
import { valueDrivers } from "../setup/server.ts";
import { reply, startSmtp, type TestSmtp } from "../setup/smtp.ts";
import { until } from "../setup/until.ts";
import { withBrowser } from "../setup/with-browser.ts";
import { confirms } from "./confirms.ts";
import { Participant } from "./participant.ts";

const crowd = 120;
const slug = "netzwerke-2027";
const pictures = process.env.MEHRWERT_TEST_PICTURES;
const journey = withBrowser();
let smtp: TestSmtp;
let here: Office;
let there: Office;

beforeAll(async () => {
  smtp = await startSmtp();
  [here, there] = await Promise.all([startOffice(smtp, 1), startOffice(smtp, 1)]);
}, 300_000);
afterAll(async () => {
  await Promise.all([here?.stop(), there?.stop()]);
  await smtp?.stop();
});

const looks: (View & { name: string })[] = [
  { name: "de-1280", locale: "de-DE", width: 1280, colorScheme: "light" },
  { name: "en-390-dark", locale: "en-GB", width: 390, colorScheme: "dark" },
  { name: "en-1280-dark", locale: "en-GB", width: 1280, colorScheme: "dark" },
  { name: "de-390", locale: "de-DE", width: 390, colorScheme: "light" },
];

/** The page that somebody looks at, in every look; nothing may be wider than its window. */
async function lookedAt(page: WatchedPage, name: string, ready?: string): Promise<void> {
  if (!pictures) return;
  mkdirSync(pictures, { recursive: true });
  const cookies = await page.context().cookies();
  for (const look of looks) {
    const other = await journey.newPage(new URL(page.url()).origin, look);
    await other.context().addCookies(cookies);
    await other.goto(page.url(), { waitUntil: "networkidle" });
    if (ready) await other.locator(ready).first().waitFor({ timeout: 60_000 });
    await other.screenshot({ path: join(pictures, `${name}-${look.name}.png`), fullPage: true });
    expect(
      await other.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
      `${name} ${look.name}`,
    ).toBe(true);
    await other.context().close();
  }
}

/** Follows the printed link and becomes the first administrator. */
async function setsUp({ url, servers: [server] }: Office): Promise<WatchedPage> {
  const page = await journey.newPage(url);
  await page.goto(`${url}/console/setup#${setupToken(server?.output() ?? "")}`);
  await page.getByLabel("Name").fill("Ada Verwalterin");
  await page.getByLabel("E-Mail-Adresse").fill("ada@office.example");
  await page.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await page.getByRole("button", { name: "Konto anlegen" }).click();
  await page.getByRole("heading", { level: 1, name: "Studien" }).waitFor();
  return page;
}

const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);

async function plans(page: WatchedPage): Promise<void> {
  await page.getByRole("link", { name: "Neue Studie" }).click();
  await page.getByLabel("Name auf Deutsch").fill("Netzwerke 2027");
  await page.getByLabel("Name auf Englisch").fill("Networks 2027");
  await page.getByLabel("Fragebogen").selectOption("value-drivers/1.0.0");
  await lookedAt(page, "1-new-study");
  await page.getByRole("button", { name: "Studie anlegen" }).click();
  await page.getByRole("heading", { name: "Checkliste" }).waitFor();
  await page.getByRole("button", { name: "Vorschläge in leere Felder" }).click();
  for (const empty of await page.locator("textarea").all())
    if ((await empty.inputValue()) === "") await empty.fill("Steht in der Dienstvereinbarung.");
  await page.getByLabel("Antworten bleiben bis").fill(day(400));
  await page.getByLabel("Letzter Tag").fill(day(30));
  await page.getByLabel("Erwartete Teilnehmende").fill(String(crowd));
  await page.getByRole("button", { name: "Planung speichern" }).click();
  await page.getByText("Es fehlt nichts.").waitFor();
  await lookedAt(page, "2-plan", ".checklist-item");
}

async function pilots(page: WatchedPage): Promise<void> {
  await page.getByRole("link", { name: "Probelauf", exact: true }).click();
  await page.getByRole("button", { name: "Link für den Probelauf erzeugen" }).click();
  const link = page.getByRole("link", { name: "Link für den Probelauf" });
  const address = new URL((await link.getAttribute("href")) ?? "", here.url).href;
  const tester = await journey.newPage(here.url);
  await tester.goto(address);
  await tester.locator("input[name=consent][value=yes]").check();
  await tester.locator("form.consent button[type=submit]").click();
  await tester.locator("progress").waitFor();
  await tester
    .getByRole("textbox", { name: "Anmerkung zu dieser Seite" })
    .fill("Was ist hier ein Netzwerk?");
  await tester.getByRole("button", { name: "Anmerkung abschicken" }).click();
  await tester.getByText("Danke, die Anmerkung ist gespeichert.").waitFor();
  const answers = { "network-experience": "member", "value-drivers": ["vd-5", "vd-2"] };
  await new Participant(tester, here.url).answers(answers).submits();
  await page.reload();
  await page.getByText("Bis zum Ende ausprobiert: 1-mal.").waitFor();
  await page.getByRole("button", { name: "Abhaken" }).click();
  await page.getByRole("button", { name: "Simulieren" }).click();
  await page
    .getByText("Um Platz 4 von Platz 5 zu unterscheiden")
    .first()
    .waitFor({ timeout: 90_000 });
  await page.locator(".simulated .figure svg").first().waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, "3-simulated.png"), fullPage: true });
  await lookedAt(page, "3-pilot");
}

const list = [
  "E-Mail;Name;Gruppe",
  ...Array.from(
    { length: crowd },
    (_, n) => `person-${n}@authority.example;Person ${n};${["Nord", "Süd", "West"][n % 3]}`,
  ),
  "PERSON-3@authority.example;Doppelt;Nord",
  "ohne-at.example;Falsch;Nord",
].join("\n");

async function invites(page: WatchedPage): Promise<Map<string, string>> {
  const from = smtp.mails.length;
  smtp.behaviour = {
    recipient: (address) => {
      if (address.startsWith("person-119@")) throw reply(550, "5.1.1 User unknown");
    },
  };
  await page.getByRole("link", { name: "Erhebung", exact: true }).click();
  const texts = page.getByRole("region", { name: "Mailtexte" });
  await texts.getByLabel("Höchstens so viele Mails je Minute").fill("3000");
  await texts.getByRole("button", { name: "Speichern" }).click();
  await texts.getByText("Gespeichert.").waitFor();
  await texts.getByRole("button", { name: "Vorschau" }).click();
  await texts.getByText("Guten Tag Erika Muster,").first().waitFor();
  const invite = page.getByRole("region", { name: "Einladen" });
  await invite.getByLabel("Adressen").fill(list);
  await invite.getByRole("button", { name: "Liste prüfen" }).click();
  await invite.getByText("Diese Adresse steht schon in Zeile 5.").waitFor();
  await invite.getByText("Der Adresse fehlt das „@“.").waitFor();
  if (pictures) await page.screenshot({ path: join(pictures, "4-checked.png"), fullPage: true });
  await invite.getByRole("button", { name: `Einladen: ${crowd} Personen` }).click();
  await confirms(page, "Einladen");
  await invite.getByText(`${crowd} Personen eingeladen.`).waitFor();
  const theirs = () => smtp.mails.slice(from);
  await until(() => theirs().length === crowd - 1, "everybody but one has a mail");
  await page
    .getByRole("region", { name: "Mails", exact: true })
    .getByRole("row", { name: /person-119@authority.example/ })
    .waitFor({ timeout: 60_000 });
  return new Map(
    theirs().map(({ to, text }) => [
      to,
      /#((?:[0-9A-Z]{5}-){4}[0-9A-Z]{5})/.exec(text.replace(/=\r?\n/g, ""))?.[1] ?? "",
    ]),
  );
}

/** People answer over the real API, credentials and all. */
async function answer(
  invited: readonly (readonly [string, string])[],
  firstSeed: number,
): Promise<void> {
  const study = await here.store.study(slug);
  const { credentialKey } = study;
  if (credentialKey === undefined) throw new Error("the study has a key");
  const queue = [...invited.entries()];
  const oneAfterTheOther = async () => {
    for (let next = queue.shift(); next; next = queue.shift()) {
      const [seed, [recipient, code]] = next;
      const person = await simulatedParticipant({
        ...{ url: here.url, study: { ...study, credentialKey }, instrument: valueDrivers() },
        ...{ seed: firstSeed + seed, invited: { recipient, code } },
      });
      await person.begins();
      await person.submits();
    }
  };
  await Promise.all(Array.from({ length: 4 }, oneAfterTheOther));
}

/** As if what happened today had happened yesterday: rounds of mails and figures shown. */
async function aDayPasses(): Promise<void> {
  const sql = postgres(here.databaseUrl, { max: 1 });
  await sql`update mail_round set day = day - 1 where study = ${slug}`;
  // In two strides, so that no day is another's on the way.
  await sql`update progress set day = day - 1000 where study = ${slug}`;
  await sql`update progress set day = day + 999 where study = ${slug}`;
  await sql.end();
}

async function watchesAndReminds(page: WatchedPage, codes: Map<string, string>): Promise<void> {
  const people = [...codes];
  const response = page.getByRole("region", { name: "Rücklauf" });
  await answer(people.slice(0, 70), 1);
  await aDayPasses();
  await page.reload();
  await response.getByText("70", { exact: true }).first().waitFor();
  const from = smtp.mails.length;
  const reminding = page.getByRole("region", { name: "Erinnern" });
  await reminding.getByRole("button", { name: "Erinnerung senden" }).click();
  await confirms(page, "Erinnerung senden");
  await until(() => smtp.mails.length === from + 49, "who has not begun is reminded");
  const reminded = new Set(smtp.mails.slice(from).map(({ to }) => to));
  expect(people.slice(0, 70).filter(([to]) => reminded.has(to))).toEqual([]);
  await answer(people.slice(70, 100), 71);
  await aDayPasses();
  await page.reload();
  await response.getByText("100", { exact: true }).first().waitFor();
  await response.locator(".figure svg").waitFor();
  const print = page.getByRole("region", { name: "Drucken statt mailen" });
  await print.getByLabel("Wie viele Codes").fill("6");
  await print.getByRole("button", { name: "Codes machen" }).click();
  await print.getByRole("link", { name: "Bogen mit Codes öffnen (6)" }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await lookedAt(page, "5-field", ".figure svg");
}

async function reads(page: WatchedPage): Promise<void> {
  await page.getByRole("link", { name: "Ergebnisse", exact: true }).click();
  await page.locator(".figure svg").first().waitFor({ timeout: 90_000 });
  expect(await page.locator(".fact-number").textContent()).toBe("100");
  await page.getByText("Wissenstransfer").first().waitFor();
  const saving = page.waitForEvent("download");
  await page.getByRole("button", { name: "Abbildung als SVG speichern" }).first().click();
  const svg = readFileSync(await (await saving).path(), "utf8");
  expect(svg).toContain("<svg");
  await lookedAt(page, "6-results", ".figure svg");
}

async function worksTogether(page: WatchedPage): Promise<void> {
  const from = smtp.mails.length;
  smtp.behaviour = {};
  await page.goto(`${here.url}/console/studies/${slug}/people`);
  await page.getByLabel("E-Mail-Adresse").fill("bo@office.example");
  await page.getByLabel("Rolle").last().selectOption("analyst");
  await page.getByRole("button", { name: "Aufnehmen" }).click();
  await page.getByText("Dieser Link ist als Mail unterwegs").waitFor();
  await until(() => smtp.mails.length > from, "the colleague has a mail");
  const link = /http:\S+\/console\/setup#[A-Za-z0-9_-]{43}/.exec(
    smtp.mails.at(-1)?.text.replace(/=\r?\n/g, "") ?? "",
  )?.[0];
  const other = await journey.newPage(here.url);
  await other.goto(link ?? "");
  await other.getByLabel("Name").fill("Bo Auswerter");
  await other.getByLabel("Passwort", { exact: true }).fill(testPassword);
  await other.getByRole("button", { name: "Konto anlegen" }).click();
  await other.getByRole("link", { name: "Netzwerke 2027", exact: true }).click();
  await other.goto(`${here.url}/console/studies/${slug}/results`);
  await other.locator(".figure svg").first().waitFor({ timeout: 60_000 });
  await other.goto(`${here.url}/console/studies/${slug}/plan`);
  await other.getByText("Dieser Abschnitt ist für die, die die Studie leiten").waitFor();
  await lookedAt(page, "7-people");
  await page.goto(`${here.url}/console/audit`);
  await page.getByText("Einladung angenommen").first().waitFor();
  await lookedAt(page, "7-audit");
}

async function ends(page: WatchedPage): Promise<{ file: string; sha256: string }> {
  await page.goto(`${here.url}/console/studies/${slug}/archive`);
  for (const step of ["Sofort schließen", "Datensatz einfrieren", "Archivieren"]) {
    await page.getByRole("button", { name: step }).click();
    await confirms(page, step);
  }
  const [frozen] = await here.store.frozenDatasets(slug);
  const sha256 = frozen?.sha256 ?? "";
  await page.getByText(sha256).waitFor();
  await lookedAt(page, "8-archive");
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Studie als Datei herunterladen" }).click();
  return { file: await (await download).path(), sha256 };
}

test("one researcher, from the printed link to the second installation: plans, tries out, invites 120, watches, reminds, reads, shares, ends", async () => {
  const page = await setsUp(here);
  await lookedAt(page, "1-studies");
  await plans(page);
  await pilots(page);
  await page.getByRole("link", { name: "Planung", exact: true }).click();
  await page.getByRole("button", { name: "Welle 1 eröffnen" }).click();
  await confirms(page, "Welle 1 eröffnen");
  const codes = await invites(page);
  expect(new Set(codes.values()).size).toBe(crowd - 1);
  await watchesAndReminds(page, codes);
  expect(await here.store.countResponses(slug)).toBe(100);
  await reads(page);
  await worksTogether(page);
  const { file, sha256 } = await ends(page);

  const elsewhere = await setsUp(there);
  await elsewhere.getByRole("link", { name: "Neue Studie" }).click();
  await elsewhere.getByLabel("Datei der Studie").setInputFiles({
    ...{ name: "study.zip", mimeType: "application/zip", buffer: readFileSync(file) },
  });
  await elsewhere.getByRole("button", { name: "Studie aufnehmen" }).click();
  await elsewhere.getByText(sha256).waitFor();
  await lookedAt(elsewhere, "8-taken-in");
  await elsewhere.getByRole("link", { name: "Ergebnisse", exact: true }).click();
  await elsewhere.locator(".figure svg").first().waitFor({ timeout: 90_000 });
  expect(await elsewhere.locator(".fact-number").textContent()).toBe("100");
  const saving = elsewhere.waitForEvent("download");
  await elsewhere.goto(`${there.url}/console/studies/${slug}/archive`);
  await elsewhere
    .getByRole("link", { name: /Datensatz.*herunterladen|herunterladen/ })
    .first()
    .click();
  const dataset = readFileSync(await (await saving).path());
  expect(createHash("sha256").update(dataset).digest("hex")).toBe(sha256);

  await page.getByRole("button", { name: "Studie löschen" }).click();
  await page.getByRole("dialog").getByRole("textbox").fill(slug);
  await page.getByRole("dialog").getByRole("button", { name: "Studie löschen" }).click();
  await page.getByRole("heading", { level: 1, name: "Studien" }).waitFor();
  expect((await here.store.studies()).map((study) => study.slug)).toEqual(["demo"]);
  expect(await there.store.countResponses(slug)).toBe(100);
}, 900_000);
