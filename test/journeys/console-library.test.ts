import { definitionHash, demoStudy, parseInstrument } from "@mehrwert/study";
import { expect, test } from "vitest";
import type { View } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Researcher, withItem } from "./researcher.ts";

const journey = withServerAndBrowser();

async function researcher(path: string, view: View = {}): Promise<Researcher> {
  const page = await journey.newConsolePage(view);
  return new Researcher(page, journey.server).opens(path);
}

async function copied(slug: string): Promise<void> {
  const reply = await journey.server.ask(`/api/library/value-drivers/copy`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as: slug }),
  });
  expect(reply.status).toBe(201);
}

test("from the list to a published instrument of one's own, and its next version into the field", async () => {
  const person = await researcher("");
  const { page } = person;
  await person.follows("Bibliothek");
  await page.getByLabel("In der Bibliothek suchen").fill("fuhrungskraft vorbild");
  await person.sees("1 Fragebogen");
  await person.follows("Ansehen");
  await person.sees("mit Mehrwert geliefert");

  await page.getByLabel("Erwartete Zahl der Antworten").fill("120");
  await person.presses("Prüfen");
  await person.sees("Bei 120 Antworten haben etwa");
  expect(new URL(page.url()).searchParams.get("respondents")).toBe("120");

  await person.follows("Vorschau öffnen");
  expect(await person.previewsIn("de", "desktop")).toBe(1280);
  expect(await person.previewsIn("en", "phone")).toBe(360);
  expect(await person.previewsIn("en", "desktop")).toBe(1280);
  await page.reload();
  await person.preview.locator("html[lang=en] h1").waitFor();
  await person.follows("Zum Fragebogen");

  await page.getByLabel("Kurzname").fill("Mein Netzwerk");
  await person.presses("Kopieren und bearbeiten");
  await person.sees("Der Name muss mit einem Kleinbuchstaben");
  await page.getByLabel("Kurzname").fill("value-drivers");
  await person.presses("Kopieren und bearbeiten");
  await person.sees("Name vergeben");
  await page.getByLabel("Kurzname").fill("mein-netzwerk");
  await person.presses("Kopieren und bearbeiten");
  await person.editor.waitFor();

  await person.editor.click();
  await page.keyboard.press("Control+Home");
  await page.keyboard.type("x");
  await person.sees("Die Datei ist kein gültiges JSON");
  await person.sees("Die Vorschau zeigt den letzten Stand ohne Fehler.");
  await page.locator(".cm-lint-marker-error").waitFor();
  await person.presses("Zur Stelle");
  await page.keyboard.press("Control+Home");
  await page.keyboard.press("Delete");
  await person.sees("Nichts ist falsch oder fraglich.");

  const own = parseInstrument(JSON.parse((await person.draft("mein-netzwerk")).json));
  if (!own.ok) throw new Error("the copy is no instrument");
  await person.writes(withItem(own.value, "own-1", { de: "Es gibt Kaffee." }));
  await page.locator(".issue-error code", { hasText: "/text/en" }).first().waitFor();
  await person.sees("Solange der Entwurf Fehler hat");
  const first = withItem(own.value, "own-1", { de: "Es gibt Kaffee.", en: "There is coffee." });
  await person.writes(first);
  await person.sees("Nichts ist falsch oder fraglich.");
  await person.presses("Veröffentlichen");
  await person.sees("mein-netzwerk 1.0.0 ist veröffentlicht");

  const published = await journey.server.ask(`/api/instruments/mein-netzwerk/1.0.0`);
  const result = parseInstrument(await published.json());
  if (!result.ok) throw new Error("what was published is no instrument");
  const instrument = result.value;
  const { store } = journey.server;
  const study = { ...demoStudy(instrument, await definitionHash(instrument)), slug: "own-study" };
  await store.createStudy(study, instrument);
  await journey.server.owns(study.slug);

  await person.presses("Nächste Fassung beginnen");
  await person.editor.waitFor();
  await person.sees("Änderungen seit 1.0.0");
  await person.writes(withItem(instrument, "own-2", { de: "Es gibt Tee.", en: "There is tea." }));
  await person.sees("Nach diesen Änderungen ist 1.1.0 die kleinste mögliche Nummer");
  await person.sees("Es gibt Tee.");
  await page.getByLabel("Versionsnummer").fill("1.0.1");
  await person.presses("Veröffentlichen");
  await person.sees("Nach 1.0.0 ist 1.1.0 die kleinste mögliche Version.");
  await page.getByLabel("Versionsnummer").fill("1.1.0");
  await person.presses("Veröffentlichen");
  await person.sees("mein-netzwerk 1.1.0 ist veröffentlicht");

  await person.presses("Ab jetzt 1.1.0 ins Feld");
  await person.sees("Wer mit 1.0.0 begonnen hat, beendet 1.0.0.");
  const fielded = await store.study("own-study");
  expect(fielded.instrumentVersion).toBe("1.1.0");
  expect(fielded.earlierVersions?.map(({ instrumentVersion }) => instrumentVersion)).toEqual([
    "1.0.0",
  ]);
});

test("typing goes on while the text is saved and the preview loads anew", async () => {
  await copied("typed");
  const person = await researcher("library/typed/edit");
  const { page } = person;
  await person.preview.locator("h1").waitFor();
  await person.editor.click();
  await page.keyboard.press("Control+End");
  for (let turn = 0; turn < 12; turn += 1) {
    await page.keyboard.type(" ");
    await page.waitForTimeout(turn % 4 === 3 ? 1500 : 100);
  }
  await person.isSaved();
  const { json, revision } = await person.draft("typed");
  expect(json.endsWith(`}\n${" ".repeat(12)}`)).toBe(true);
  expect(revision).toBeGreaterThan(2);
});

test("the editor offers what the schema allows, and Escape then Tab leaves it", async () => {
  await copied("keyed");
  const person = await researcher("library/keyed/edit");
  const { page } = person;
  await person.editor.click();
  await page.keyboard.press("Control+A");
  await page.keyboard.press("Delete");
  await page.keyboard.type("{");
  await page.keyboard.press("Control+Space");
  await page.locator(".cm-tooltip-autocomplete li", { hasText: "pages" }).waitFor();
  await page.keyboard.press("Escape");
  const isInEditor = () =>
    page.evaluate(() => document.activeElement?.classList.contains("cm-content"));
  await page.keyboard.press("Tab");
  expect(await isInEditor()).toBe(true);
  await page.keyboard.press("Escape");
  await page.keyboard.press("Tab");
  expect(await isInEditor()).toBe(false);
});

test("of two who edit at once nobody loses a text", async () => {
  await copied("shared-draft");
  const [ann, ben] = await Promise.all([
    researcher("library/shared-draft/edit"),
    researcher("library/shared-draft/edit"),
  ]);
  for (const person of [ann, ben]) {
    await person.editor.click();
    await person.page.keyboard.press("Control+End");
  }
  await ann.page.keyboard.type("// Ann");
  await ann.isSaved();
  await ben.page.keyboard.type("// Ben");
  await ben.sees("Jemand anderes hat diesen Entwurf inzwischen geändert");
  expect(await ben.page.getByLabel("Der andere Text").inputValue()).toContain("// Ann");
  await ben.page.locator(".cm-line", { hasText: "// Ben" }).waitFor();
  expect((await ben.draft("shared-draft")).json).toContain("// Ann");

  const handedOut = ben.page.waitForEvent("download");
  await ben.presses("Mit dem anderen Text weitermachen");
  expect((await handedOut).suggestedFilename()).toBe("shared-draft-draft.json");
  await ben.page.locator(".cm-line", { hasText: "// Ann" }).waitFor();
  await ben.page.keyboard.press("Control+End");
  await ben.editor.press("Control+End");
  await ben.page.keyboard.type(" // Ben again");
  await ben.isSaved();
  await ann.page.keyboard.type("!");
  await ann.sees("Jemand anderes hat diesen Entwurf inzwischen geändert");
  await ann.presses("Meinen Text darüber speichern");
  await ann.isSaved();
  expect((await ann.draft("shared-draft")).json).toContain("// Ann!");
});

test("a draft that is published elsewhere leaves the text where it is", async () => {
  await copied("gone");
  const person = await researcher("library/gone/edit");
  await person.editor.waitFor();
  await journey.server.ask(`/api/library/gone/draft`, { method: "DELETE" });
  await person.editor.click();
  await person.page.keyboard.press("Control+End");
  await person.page.keyboard.type(" ");
  await person.sees("Den Entwurf gibt es nicht mehr");
  await person.presses("Mit meinem Text einen neuen Entwurf beginnen");
  await person.isSaved();
  expect((await person.draft("gone")).json.endsWith("\n ")).toBe(true);
});

test("a file of another platform becomes a draft, with a report; one that is none is refused", async () => {
  const person = await researcher("library");
  const { page } = person;
  await person.presses("Einlesen");
  await person.sees("Wählen Sie zuerst eine Datei.");
  const survey = {
    title: "Canteen",
    pages: [
      {
        name: "p1",
        elements: [
          { type: "radiogroup", name: "taste", title: "Taste?", choices: ["good", "bad"] },
          { type: "signaturepad", name: "sign" },
        ],
      },
    ],
  };
  const upload = (text: string) =>
    page
      .getByLabel("Datei")
      .setInputFiles({ name: "canteen.json", mimeType: "", buffer: Buffer.from(text) });
  await upload("{");
  await person.presses("Einlesen");
  await page.locator(".mw-notice-error li").first().waitFor();
  await upload(JSON.stringify(survey));
  await page.getByLabel(/Kurzname/).fill("canteen");
  await person.presses("Einlesen");
  await person.sees("Eingelesen als Entwurf canteen");
  await page.locator(".report td, .report th", { hasText: "sign" }).first().waitFor();
  await person.follows("Entwurf bearbeiten");
  await person.editor.waitFor();
});
