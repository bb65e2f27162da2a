import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { projectFolder } from "@mehrwert/api";
import { unzipSync } from "fflate";
import type { Page } from "playwright-core";
import { expect, test } from "vitest";
import { giveCookie, makeAccount, signedIn } from "../setup/account.ts";
import { checkAccessibility, type View, type WatchedPage } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";

const journey = withServerAndBrowser();

const transcript = [
  "I: Was bringt Ihnen die Arbeit in der Community?",
  "E1: Vor allem lerne ich von den anderen. 🙂 Wir vertrauen einander inzwischen sehr. Früher war das anders.",
  "I: Gibt es etwas, das Sie stört?",
  "E1: Die Zeit fehlt. Meine Leitung sieht den Nutzen nicht immer. Trotzdem gehe ich hin, weil wir gemeinsam etwas schaffen.",
  "I: Und was wünschen Sie sich?",
  "E1: Mehr Anerkennung. Und dass neue Leute leichter hineinfinden.",
].join("\n");

/** Somebody who codes, in a browser context of their own. */
class CoderAtWork {
  readonly page: WatchedPage;
  constructor(page: WatchedPage) {
    this.page = page;
  }

  async opens(path = "/console/studies/demo/coding/s1?language=de"): Promise<this> {
    await this.page.goto(`${journey.server.url}${path}`);
    await this.page.locator("h1").waitFor();
    return this;
  }

  get text() {
    return this.page.getByRole("listbox");
  }

  get margin() {
    return this.page.locator(".coding-margin");
  }

  get said() {
    return this.page.locator(".coding-said");
  }

  /** Goes to the first sentence with these words, by the keyboard alone. */
  async goesTo(words: string): Promise<void> {
    await this.text.focus();
    await this.page.keyboard.press("Home");
    for (let steps = 0; steps < 40; steps += 1) {
      if ((await this.activeText()).includes(words)) return;
      await this.page.keyboard.press("ArrowDown");
    }
    throw new Error(`no sentence with “${words}”`);
  }

  /** What a screen reader would speak as the active option. */
  async activeText(): Promise<string> {
    const id = await this.text.getAttribute("aria-activedescendant");
    return (await this.page.locator(`[id="${id}"]`).textContent()) ?? "";
  }

  async presses(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  async isTold(words: string): Promise<void> {
    await this.said.getByText(words).first().waitFor();
  }

  /** Gives a code found by the search, as one does who does not know its key. */
  async codesBySearch(words: string): Promise<void> {
    await this.presses("Enter");
    await this.page.keyboard.type(words);
    await this.presses("Enter");
  }

  codings(): Promise<string[]> {
    return this.margin.locator(".coding-entry-title b").allTextContents();
  }
}

async function person(name: string, role: "analyst" | "editor") {
  const account = await makeAccount(
    { url: journey.server.url, store: journey.server.store },
    { name },
  );
  await journey.server.store.accounts.setStudyRole({ study: "demo", person: account.id, role });
  return signedIn(journey.server.url, account);
}

async function coderWith(cookie: string, view?: View): Promise<CoderAtWork> {
  const page = await journey.newPage(view);
  await giveCookie(page, journey.server.url, cookie);
  return new CoderAtWork(page);
}

async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env.MEHRWERT_PICTURES;
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true });
}

/** What `mehrwert code` prints of a project's folder, downloaded as a file. */
function inTerminal(zip: Uint8Array, command: string, project: string, ...more: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "mehrwert-coding-"));
  for (const [name, bytes] of Object.entries(unzipSync(zip))) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), bytes);
  }
  const cli = join(projectFolder, "analysis/src/cli/main.ts");
  const typed = ["code", command, join(folder, project), "--lang", "de", ...more];
  const printed = execFileSync(process.execPath, ["--import", "tsx", cli, ...typed], {
    ...{ cwd: projectFolder, encoding: "utf8" },
  });
  rmSync(folder, { recursive: true });
  return printed;
}

test("two code blindly, neither sees the other; then they settle where they differ", async () => {
  const owner = new CoderAtWork(await journey.newConsolePage());
  await owner.opens("/console/studies/demo/coding?language=de");
  await owner.page.getByLabel("Titel").fill("Gespräche über Wert");
  await owner.page.getByLabel("Kurzname").fill("s1");
  const choice = owner.page.getByLabel("Codebuch");
  await choice.selectOption("cop-value/1.0.0");
  await owner.page.getByRole("button", { name: "Ein Kodierprojekt beginnen" }).click();
  await owner.page.getByRole("link", { name: "Gespräche über Wert" }).click();
  await owner.page.getByText("Noch kein Transkript").waitFor();
  await owner.page.getByRole("button", { name: "Verwalten" }).click();
  await owner.page.getByLabel("Dateien").setInputFiles({
    ...{ name: "E1.txt", mimeType: "text/plain", buffer: Buffer.from(transcript) },
  });
  await owner.page.getByRole("button", { name: "Einlesen" }).click();
  await owner.page.getByText("E1, Fassung 1. ").waitFor();

  const [annasCookie, bensCookie] = [
    await person("Anna", "analyst"),
    await person("Ben", "analyst"),
  ];
  const anna = await (await coderWith(annasCookie)).opens();
  const ben = await (await coderWith(bensCookie)).opens();

  // Anna works by keyboard alone.
  await anna.goesTo("lerne ich von den anderen");
  const key = await anna.page.locator(".coding-code kbd").first().textContent();
  await anna.presses((key ?? "").trim().slice(-1));
  await anna.isTold("Kodiert als");
  await expect.poll(() => anna.codings()).toHaveLength(1);
  expect(await anna.activeText()).toContain("kodiert:");
  await anna.goesTo("Die Zeit fehlt");
  await anna.presses("Shift+ArrowDown");
  await anna.isTold("Ausgewählt: E1: Die Zeit fehlt. Meine Leitung sieht den Nutzen nicht immer.");
  await anna.codesBySearch("Wissen");
  await anna.isTold("Kodiert als");
  await expect.poll(() => anna.codings()).toHaveLength(2);
  // A second code on a part of the same passage, without its last word.
  await anna.goesTo("Die Zeit fehlt");
  await anna.presses("Control+Shift+ArrowLeft");
  await anna.isTold("Ausgewählt: E1: Die Zeit");
  await anna.presses("2");
  await expect.poll(() => anna.codings()).toHaveLength(3);
  await anna.presses("Control+z", "Control+z");
  await anna.isTold("Rückgängig gemacht.");
  await expect.poll(() => anna.codings()).toHaveLength(1);
  await anna.presses("Control+y");
  await expect.poll(() => anna.codings()).toHaveLength(2);
  await anna.goesTo("Früher war das anders");
  await anna.presses("m");
  await anna.page.getByLabel("Text der Notiz").fill("Annas Gedanke dazu");
  await anna.page.getByRole("button", { name: "Speichern" }).click();
  await anna.margin.getByText("Annas Gedanke dazu").waitFor();

  // Ben works by mouse: he marks words and taps sentences.
  const learning = ben.text.getByText("Vor allem lerne ich von den anderen.");
  await learning.click();
  await ben.page.locator(".coding-give").first().click();
  await ben.isTold("Kodiert als");
  const box = await ben.text.getByText("Trotzdem gehe ich hin").boundingBox();
  if (box === null) throw new Error("the sentence is not shown");
  await ben.page.mouse.move(box.x + 2, box.y + box.height / 4);
  await ben.page.mouse.down();
  await ben.page.mouse.move(box.x + 160, box.y + box.height / 4, { steps: 5 });
  await ben.page.mouse.up();
  await ben.isTold("Ausgewählt: ");
  await ben.page.locator(".coding-give").nth(2).click();
  await ben.isTold("Kodiert als");
  await expect.poll(() => ben.codings()).toHaveLength(2);

  for (const each of [anna, ben]) await each.page.waitForTimeout(4500);
  await expect.poll(() => anna.codings()).toHaveLength(2);
  await expect.poll(() => ben.codings()).toHaveLength(2);
  expect(await ben.page.content()).not.toContain("Annas Gedanke");
  await expect(ben.page.getByRole("button", { name: "Unterschiede" }).count()).resolves.toBe(0);
  await picture(anna.page, "blind-1280-light-de");

  await owner.opens("/console/studies/demo/coding/s1?language=de&shown=planning");
  await owner.page.getByRole("button", { name: "Blinde Phase beenden" }).click();
  await owner.page
    .getByRole("dialog")
    .getByRole("button", { name: "Blinde Phase beenden" })
    .click();
  await owner.page.getByText("Die blinde Phase ist beendet.").waitFor();

  // The open page learns of the release by itself; the disagreements come first.
  await anna.page.getByText("Unterschiede: 2, davon offen: 2").waitFor();
  await picture(anna.page, "differences-1280-light-de");
  const first = anna.page.locator(".coding-differences > li").first();
  await first
    .getByRole("button", { name: /Diese Stelle in den Konsens/ })
    .first()
    .click();
  await anna.page.getByText("Unterschiede: 2, davon offen: 1").waitFor();
  const second = anna.page.locator(".coding-differences > li").nth(1);
  await second.getByLabel("Begründung").fill("Gehört zum Satz davor");
  await second.getByRole("button", { name: /Hier nicht kodieren/ }).click();
  await anna.page.getByText("Unterschiede: 2, davon offen: 0").waitFor();
  await anna.page.getByText("Gehört zum Satz davor").waitFor();
  await anna.page.getByRole("button", { name: "Rückgängig" }).click();
  await anna.page.getByText("Unterschiede: 2, davon offen: 1").waitFor();

  const events = await journey.server.store.coding.allEvents({ study: "demo", project: "s1" });
  const codersOf = events.flatMap(({ change }) =>
    change.kind === "coding-added" ? [change.coding.coder] : [],
  );
  expect(codersOf.filter((coder) => coder === "consensus")).toHaveLength(1);

  await ben.page.getByText(/davon offen: 1/).waitFor();
  await ben.page.getByRole("button", { name: "Übereinstimmung" }).click();
  await ben.page.getByRole("heading", { name: "Je Beitrag" }).waitFor();
  const agreement = ((await ben.page.locator("main").textContent()) ?? "").replaceAll(/\s+/g, " ");
  expect(agreement).toMatch(/Krippendorff/);
  expect(agreement).toMatch(/AC1/);
  expect(agreement).toMatch(/%/);
  await picture(ben.page, "agreement-1280-light-de");

  // The terminal says the same of the downloaded folder.
  const zip = await anna.page.request.get(
    `${journey.server.url}/api/studies/demo/coding/s1/project.zip`,
  );
  const compared = ["--by", "turns", "--format", "json"];
  const { percentAgreement, krippendorffsAlpha } = JSON.parse(
    inTerminal(new Uint8Array(await zip.body()), "agree", "s1", ...compared),
  );
  expect(agreement).toContain(`${Math.round(100 * percentAgreement)} %`);
  expect(agreement).toContain(krippendorffsAlpha.toFixed(3).replace(".", ","));

  const parts = [
    ["text", ".coding-entry"],
    ["differences", "article"],
    ["agreement", ".captioned-table"],
  ] as const;
  const views: View[] = [
    { width: 1280, colorScheme: "dark", locale: "en-GB" },
    { width: 390, colorScheme: "light", locale: "de-DE", touch: true },
    { width: 320, colorScheme: "dark", locale: "en-GB", touch: true },
  ];
  for (const view of views) {
    const language = view.locale === "en-GB" ? "en" : "de";
    const reader = await coderWith(annasCookie, view);
    for (const [shown, part] of parts) {
      await reader.opens(`/console/studies/demo/coding/s1?language=${language}&shown=${shown}`);
      await reader.page.locator(part).first().waitFor();
      expect(await checkAccessibility(reader.page), `${shown} ${view.width}`).toEqual([]);
      const overflowPx = await reader.page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth",
      );
      expect(overflowPx, `${shown} ${view.width}`).toBe(0);
      await picture(reader.page, `${shown}-${view.width}-${view.colorScheme}-${language}`);
    }
  }
});

test("eight interviews are read in at once, coded blindly by two, settled, and counted in the terminal", async () => {
  const interviews = join(
    projectFolder,
    "analysis/example/community-manager-interviews/transcripts",
  );
  const owner = new CoderAtWork(await journey.newConsolePage());
  await owner.opens("/console/studies/demo/coding?language=de");
  await owner.page.getByLabel("Titel").fill("Communities betreuen");
  await owner.page.getByLabel("Kurzname").fill("s2");
  await owner.page.getByLabel("Codebuch").selectOption("community-manager/1.0.0");
  await owner.page.getByRole("button", { name: "Ein Kodierprojekt beginnen" }).click();
  await owner.opens("/console/studies/demo/coding/s2?language=de&shown=planning");
  const names = Array.from({ length: 8 }, (_, n) => `E${n + 1}`);
  await owner.page.getByLabel("Dateien").setInputFiles(
    names.map((name) => ({
      ...{ name: `${name}.txt`, mimeType: "text/plain" },
      buffer: readFileSync(join(interviews, `${name}.v1.txt`)),
    })),
  );
  await owner.page.getByRole("button", { name: "Einlesen" }).click();
  await owner.page.getByText("E8, Fassung 1. ").waitFor({ timeout: 90_000 });
  await picture(owner.page, "s2-read-in-1280-light-de");

  const at = "/console/studies/demo/coding/s2?language=de";
  const coders = [await person("Carla", "analyst"), await person("Dora", "analyst")];
  const [carla, dora] = await Promise.all(
    coders.map(async (cookie) => (await coderWith(cookie)).opens(at)),
  );
  if (carla === undefined || dora === undefined) throw new Error("two code");
  for (const coder of [carla, dora]) {
    await coder.goesTo("Mitmachen ist freiwillig, Punkt.");
    await coder.codesBySearch("Freiwilligkeit");
    await expect.poll(() => coder.codings()).toHaveLength(1);
  }
  await carla.goesTo("Dazu kommt der Datenschutz.");
  await carla.codesBySearch("Datenschutz");
  await expect.poll(() => carla.codings()).toHaveLength(2);
  await carla.page.getByRole("toolbar").getByRole("combobox").selectOption("E2");
  await expect.poll(() => carla.codings()).toHaveLength(0);
  await picture(carla.page, "s2-second-interview-1280-light-de");

  await owner.page.getByRole("button", { name: "Blinde Phase beenden" }).click();
  const dialog = owner.page.getByRole("dialog");
  await dialog.getByRole("button", { name: "Blinde Phase beenden" }).click();
  await owner.page.getByText("Die blinde Phase ist beendet.").waitFor();
  await dora.page.getByText("Unterschiede: 1, davon offen: 1").waitFor();
  await picture(dora.page, "s2-differences-1280-light-de");
  await dora.page
    .getByRole("button", { name: /Diese Stelle in den Konsens/ })
    .first()
    .click();
  await dora.page.getByText("Unterschiede: 1, davon offen: 0").waitFor();

  const zip = await dora.page.request.get(
    `${journey.server.url}/api/studies/demo/coding/s2/project.zip`,
  );
  const table = inTerminal(new Uint8Array(await zip.body()), "table", "s2", "--code", "F1");
  const said = table.replaceAll(/\s+/g, " ");
  expect(said).toContain("F1.1 Freiwilligkeit einzelne 1 von 8");
  expect(said).toContain("F1.3 Datenschutz und Compliance einzelne 1 von 8");
});

test("at 320 px one codes by tapping, without dragging", async () => {
  await journey.server.ask("/api/studies/demo/coding", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      ...{ project: "small", title: "Small", codebook: { slug: "cop-value", version: "1.0.0" } },
    }),
  });
  await journey.server.ask("/api/studies/demo/coding/small/transcripts/E1?fileName=E1.txt", {
    method: "POST",
    headers: { "content-type": "application/octet-stream" },
    body: transcript,
  });
  const page = await journey.newConsolePage({ width: 320, touch: true });
  const coder = await new CoderAtWork(page).opens("/console/studies/demo/coding/small?language=de");
  await coder.text.getByText("Die Zeit fehlt.").tap();
  await page.getByRole("button", { name: "Satz dazu" }).tap();
  await coder.isTold("Ausgewählt: E1: Die Zeit fehlt. Meine Leitung sieht den Nutzen nicht immer.");
  await page.locator(".coding-give").first().tap();
  await expect.poll(() => coder.codings()).toHaveLength(1);
  await page.getByRole("button", { name: "Entfernen" }).tap();
  await expect.poll(() => coder.codings()).toHaveLength(0);
  await page.getByRole("button", { name: "Rückgängig" }).tap();
  await expect.poll(() => coder.codings()).toHaveLength(1);
});
