import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { seededRandom } from "@mehrwert/analysis";
import { participationLink, secretCode } from "@mehrwert/privacy";
import { demoResponses, type Study } from "@mehrwert/study";
import { afterAll, beforeAll, expect, test } from "vitest";
import { giveCookie, makeAccount, signedIn } from "../setup/account.ts";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { startServer, type TestServer } from "../setup/server.ts";
import { withBrowser } from "../setup/with-browser.ts";
import { confirms } from "./confirms.ts";
import { Participant } from "./participant.ts";
import { Researcher } from "./researcher.ts";

const journey = withBrowser();
let here: TestServer;
let there: TestServer;
beforeAll(async () => {
  here = await startServer();
  there = await startServer();
});
afterAll(() => Promise.all([here?.stop(), there?.stop()]));

const slug = "netzwerke-2027";
const day = (fromToday: number) =>
  new Date(Date.now() + fromToday * 86_400_000).toISOString().slice(0, 10);
const given = { "network-experience": "member", "value-drivers": ["vd-5", "vd-2"] };

async function researcher(server: TestServer, path: string, view: View = {}) {
  const page = await journey.newPage(server.url, view);
  await server.signsIn(page);
  return new Researcher(page, server).opens(path);
}

test("a researcher sets up an anonymous study and works down the checklist", async () => {
  const { page } = await researcher(here, "");
  await page.getByRole("link", { name: "Neue Studie" }).click();
  await page.getByLabel("Name auf Deutsch").fill("Netzwerke 2027");
  expect(await page.getByLabel("Kürzel").inputValue()).toBe(slug);
  await page.getByRole("button", { name: "Studie anlegen" }).click();
  // What is missing stands at its field, and nothing is lost.
  const english = page.getByLabel("Name auf Englisch");
  await page.locator("[aria-invalid=true]").first().waitFor();
  expect(await english.getAttribute("aria-invalid")).toBe("true");
  await english.fill("Networks 2027");
  expect(await page.getByRole("radio", { name: "Anonym" }).isChecked()).toBe(true);
  await page.getByRole("button", { name: "Studie anlegen" }).click();

  await page.getByRole("heading", { name: "Checkliste" }).waitFor();
  const open = page.getByRole("button", { name: "Welle 1 eröffnen" });
  expect(await open.getAttribute("aria-disabled")).toBe("true");
  await page.getByText("Von 15 Texten fehlen 15.").waitFor();
  await page.getByRole("button", { name: "Vorschläge in leere Felder" }).click();
  for (const empty of await page.locator("textarea").all())
    if ((await empty.inputValue()) === "") await empty.fill("Steht in der Dienstvereinbarung.");
  await page.getByLabel("Antworten bleiben bis").fill(day(400));
  await page.getByLabel("Letzter Tag").fill(day(30));
  await page.getByLabel("Erwartete Teilnehmende").fill("120");
  await page.getByText("Noch nicht gespeichert.").waitFor();
  await page.getByRole("button", { name: "Planung speichern" }).click();
  await page.getByText("Gespeichert.", { exact: true }).waitFor();
  await page.getByText("Es fehlt nichts.").waitFor();
  await page.reload();
  await page.getByText("Es fehlt nichts.").waitFor();
  expect(await page.getByLabel("Letzter Tag").inputValue()).toBe(day(30));
  expect((await here.store.study(slug)).status).toBe("planned");
});

test("testers try it, comment on a page and enter no count; a simulation shows what the analysis will look like", async () => {
  const { page } = await researcher(here, `studies/${slug}/pilot`);
  await page.getByRole("button", { name: "Link für den Probelauf erzeugen" }).click();
  const link = page.getByRole("link", { name: "Link für den Probelauf" });
  await link.waitFor();
  const address = new URL((await link.getAttribute("href")) ?? "", here.url).href;

  const tester = await journey.newPage(here.url);
  await tester.goto(address);
  await tester.getByText("Ihre Antworten sind Testantworten").first().waitFor();
  await tester.locator("input[name=consent][value=yes]").check();
  await tester.locator("form.consent button[type=submit]").click();
  await tester.locator("progress").waitFor();
  await tester
    .getByRole("textbox", { name: "Anmerkung zu dieser Seite" })
    .fill("Was ist hier ein Netzwerk?");
  await tester.getByRole("button", { name: "Anmerkung abschicken" }).click();
  await tester.getByText("Danke, die Anmerkung ist gespeichert.").waitFor();
  await new Participant(tester, here.url).answers(given).submits();
  await tester.getByText("Danke fürs Ausprobieren").first().waitFor();

  await page.reload();
  await page.getByText("Was ist hier ein Netzwerk?").first().waitFor();
  await page.getByText("Bis zum Ende ausprobiert: 1-mal.").waitFor();
  await page.getByRole("button", { name: "Abhaken" }).click();
  await page.getByText("Abgehakt", { exact: true }).waitFor();
  await page.getByRole("button", { name: "Rückgängig machen" }).click();
  await page.getByRole("button", { name: "Abhaken" }).click();
  expect(await here.store.countResponses(slug)).toBe(0);

  await page.getByRole("button", { name: "Simulieren" }).click();
  await page.getByText("beruht auf 120 erfundenen Befragten").waitFor({ timeout: 60_000 });
  await page.getByText("Um Platz 4 von Platz 5 zu unterscheiden").first().waitFor();
  await page.locator(".simulated .figure svg").first().waitFor();
  expect(await here.store.countResponses(slug)).toBe(0);
});

test("it is opened, answered once by everybody invited, closed, frozen, archived and handed over", async () => {
  const { page } = await researcher(here, `studies/${slug}/plan`);
  await page.getByRole("button", { name: "Welle 1 eröffnen" }).click();
  await confirms(page, "Welle 1 eröffnen");
  await page.getByText("Die Befragung ist eröffnet.").waitFor();
  expect(await page.getByLabel("Name auf Deutsch").isDisabled()).toBe(true);

  const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);
  const recipients = ["ada@example.org", "ben@example.org"];
  const study = await here.store.study(slug);
  const invited = await here.store.invite({ study: slug, recipients, codeOf });
  for (const { code } of invited) {
    const person = new Participant(await journey.newPage(here.url), here.url);
    const { fingerprint } = study.credentialKey ?? {};
    await person
      .follows(participationLink({ origin: here.url, study: slug, code, fingerprint }))
      .done();
    await person.consents().answers(given).submits();
    expect(await person.heading()).toBe("Vielen Dank!");
  }
  expect(await here.store.countResponses(slug)).toBe(2);

  await page.getByRole("link", { name: "Archiv" }).click();
  for (const step of ["Sofort schließen", "Datensatz einfrieren"]) {
    await page.getByRole("button", { name: step }).click();
    await confirms(page, step);
  }
  const [frozen] = await here.store.frozenDatasets(slug);
  await page.getByText(frozen?.sha256 ?? "no hash").waitFor();
  await page.getByRole("button", { name: "Archivieren" }).click();
  await confirms(page, "Archivieren");
  await page.getByText("Archiviert").first().waitFor();
  expect(await here.store.invitations({ study: slug, codeOf })).toEqual([]);

  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Studie als Datei herunterladen" }).click();
  const file = await (await download).path();
  const other = await researcher(there, "new-study");
  await other.page.getByLabel("Datei der Studie").setInputFiles({
    ...{ name: "study.zip", mimeType: "application/zip", buffer: readFileSync(file) },
  });
  await other.page.getByRole("button", { name: "Studie aufnehmen" }).click();
  await other.page.getByText(frozen?.sha256 ?? "no hash").waitFor();
  const hashes = await Promise.all(
    [here, there].map(async ({ ask }) => {
      const reply = await ask(`/api/studies/${slug}/frozen-datasets/1`);
      return createHash("sha256")
        .update(new Uint8Array(await reply.arrayBuffer()))
        .digest("hex");
    }),
  );
  expect(hashes).toEqual([frozen?.sha256, frozen?.sha256]);

  // A second time it is refused in words, and nothing changes.
  await other.opens("new-study");
  await other.page.getByLabel("Datei der Studie").setInputFiles({
    ...{ name: "study.zip", mimeType: "application/zip", buffer: readFileSync(file) },
  });
  await other.page.getByRole("button", { name: "Studie aufnehmen" }).click();
  await other.page.getByText(`Hier gibt es schon eine Studie ${slug}.`).waitFor();
});

test("deleting asks for the study's short name first", async () => {
  const { page } = await researcher(there, `studies/${slug}/archive`);
  await page.getByRole("button", { name: "Studie löschen" }).click();
  const dialog = page.getByRole("dialog");
  const confirm = dialog.getByRole("button", { name: "Studie löschen" });
  expect(await confirm.getAttribute("aria-disabled")).toBe("true");
  await dialog.getByRole("textbox").fill(slug);
  await confirm.click();
  await page.getByRole("heading", { level: 1, name: "Studien" }).waitFor();
  expect((await there.store.studies()).map((study) => study.slug)).toEqual(["demo"]);
});

/** Made-up answers of so many people in one wave of a study. */
async function answered(server: TestServer, of: Study, people: number): Promise<void> {
  const random = seededRandom(of.wave);
  const made = demoResponses(server.instrument, of.definitionHash, random).slice(0, people);
  const responses = made.map((response) => ({ ...response, wave: of.wave }));
  await server.store.saveSurveyResponses(of.slug, responses);
}

test("each wave has results of its own, which its address names; nobody reads two together", async () => {
  const { page } = await researcher(here, "");
  const second: Study = { ...here.study, slug: "two-waves", wave: 2, isSimulated: false };
  await here.store.createStudy(second, here.instrument);
  await here.owns(second.slug);
  await answered(here, { ...second, wave: 1 }, 60);
  await answered(here, second, 40);
  const count = page.locator(".fact-number");
  await page.goto(`${here.url}/console/studies/two-waves/results`);
  await page.locator(".figure svg").first().waitFor({ timeout: 60_000 });
  expect(await count.textContent()).toBe("40");
  await page.getByLabel("Welle", { exact: true }).selectOption("Welle 1");
  await count.getByText("60", { exact: true }).waitFor({ timeout: 60_000 });
  await page.locator(".figure svg").first().waitFor();
  expect(new URL(page.url()).searchParams.get("wave")).toBe("1");
  await page.getByText("Erhebung abgeschlossen").waitFor();
  const dataset = page.getByRole("link", { name: "Datensatz herunterladen" });
  expect(await dataset.getAttribute("href")).toBe("/api/studies/two-waves/dataset.zip?wave=1");
  await page.reload();
  await count.getByText("60", { exact: true }).waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
  await page.getByLabel("Welle", { exact: true }).selectOption({ label: "Welle 2 (die letzte)" });
  await count.getByText("40", { exact: true }).waitFor();
  expect(new URL(page.url()).searchParams.get("wave")).toBeNull();
});

test("who only reads along is told so where others plan and end a study", async () => {
  const reader = await makeAccount(here, { name: "Vera Leserin" });
  const of = { study: slug, person: reader.id, role: "viewer" } as const;
  await here.store.accounts.setStudyRole(of);
  const page = await journey.newPage(here.url);
  await giveCookie(page, here.url, await signedIn(here.url, reader));
  for (const stage of ["plan", "pilot"]) {
    await page.goto(`${here.url}/console/studies/${slug}/${stage}`);
    await page.getByText("Dieser Abschnitt ist für die, die die Studie leiten").waitFor();
  }
  await page.goto(`${here.url}/console/studies/${slug}/archive`);
  await page.getByRole("heading", { name: "Datensätze" }).waitFor();
  await page.getByText("aufbewahrt").waitFor();
  expect(await page.getByRole("link", { name: /herunterladen/i }).count()).toBe(0);
  expect(await page.getByRole("heading", { name: "Beenden" }).count()).toBe(0);
});

const views: View[] = [
  { width: 1280, colorScheme: "light", locale: "de-DE" },
  { width: 390, colorScheme: "dark", locale: "en-GB", touch: true },
];

test.each(views)(
  "every page of a study's life can be read by everyone: $width px, $colorScheme",
  async (view) => {
    const title = { de: "Noch zu planen", en: "Still to plan" };
    const instrument = { slug: "value-drivers", version: "1.0.0" };
    const name = `plan-${view.width}`;
    await here.ask("/api/studies", {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ slug: name, title, instrument, mode: "anonymous" }),
    });
    for (const path of [
      "new-study",
      `studies/${name}/plan`,
      "studies/two-waves/plan",
      `studies/${name}/pilot`,
      `studies/${slug}/archive`,
    ]) {
      const { page } = await researcher(here, path, view);
      await page.locator("main h2").first().waitFor();
      if (path.endsWith("/plan")) await page.locator(".checklist-item").first().waitFor();
      expect(await checkAccessibility(page), path).toEqual([]);
      expect(
        await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth),
        path,
      ).toBe(true);
      await page.context().close();
    }
  },
);
