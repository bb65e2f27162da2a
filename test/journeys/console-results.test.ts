import { randomUUID } from "node:crypto";
import { readFileSync } from "node:fs";
import { rankDrivers, seededRandom } from "@mehrwert/analysis";
import { buildDataset, type SurveyResponse, simulateAnswers } from "@mehrwert/study";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startServer, type TestServer } from "../setup/server.ts";
import { withBrowser } from "../setup/with-browser.ts";

const journey = withBrowser();

/** One more person's answers, straight to the API. */
async function postResponse({ url, study, instrument }: TestServer, seed: number): Promise<void> {
  const response: SurveyResponse = {
    id: randomUUID(),
    wave: study.wave,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: study.definitionHash,
    language: "de",
    ...simulateAnswers(instrument, seededRandom(seed)),
  };
  const reply = await fetch(`${url}/api/studies/${study.slug}/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify(response),
  });
  expect(reply.status, await reply.text()).toBe(201);
}

/** The server computes results on the cores that the other tests use. */
const patient = { timeout: 20_000 };

const responses = (page: Page) => page.locator(".fact-number");

describe("the results page of the demo study", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer({ demo: true });
  });
  afterAll(() => server?.stop());

  async function resultsPage(locale: "de-DE" | "en-GB" = "de-DE") {
    const page = await journey.newPage(server.url, { locale });
    await server.signsIn(page);
    const complaints: string[] = [];
    page.on("console", (message) => {
      if (message.type() === "error") complaints.push(message.text());
    });
    await page.clock.install();
    await page.goto(`${server.url}/console/studies/demo/results`);
    await page.locator(".figure svg").first().waitFor();
    return { page, complaints };
  }

  test("shows the ranking that an analyst computes from the same responses", async () => {
    const { study, instrument, store } = server;
    const dataset = buildDataset({
      study,
      instruments: [instrument],
      responses: await store.responses("demo"),
      createdOn: "2026-11-23",
      softwareVersion: "0.0.0-test",
    });
    const expected = rankDrivers(dataset);
    const { page, complaints } = await resultsPage();
    expect(await responses(page).textContent()).toBe("300");
    expect(await page.getByText("Simulierte Daten").count()).toBeGreaterThan(0);
    const table = page.locator(`table[aria-labelledby="table-${expected.question}"]`);
    const rows = await table.locator("tbody tr").all();
    const shown = await Promise.all(rows.map((row) => row.textContent()));
    expect(shown).toHaveLength(expected.rows.length);
    for (const [index, row] of expected.rows.entries()) {
      expect(shown[index]).toContain(row.label.de);
      expect(shown[index]).toContain(row.meanRank?.toFixed(2).replace(".", ","));
    }
    const figure = page.locator(`#ranking-figure-${expected.question}-description`);
    expect(await figure.textContent()).toContain(
      `1. ${expected.rows[0]?.label.de}: mittlerer Rang`,
    );
    expect(complaints).toEqual([]);
  });

  test("shows new responses by itself in batches and says so politely, unless it is held still", async () => {
    const { page } = await resultsPage();
    const before = Number(await responses(page).textContent());
    const batch = Math.ceil(before / 10);
    for (let seed = 1; seed < batch; seed += 1) await postResponse(server, seed);
    await page.waitForTimeout(1500);
    await page.clock.fastForward(5000);
    await page.waitForTimeout(3000);
    expect(await responses(page).textContent(), "fewer than a batch").toBe(`${before}`);
    await postResponse(server, batch);
    await page.waitForTimeout(1500);
    const after = before + batch;
    await expect
      .poll(async () => {
        await page.clock.fastForward(5000);
        return responses(page).textContent();
      }, patient)
      .toBe(`${after}`);
    expect(await page.locator("p[role=status]", { hasText: "Jetzt" }).textContent()).toContain(
      `Jetzt ${after} Antworten`,
    );
    await page.getByRole("button", { name: "Anhalten" }).click();
    const asked: string[] = [];
    page.on("request", (request) => asked.push(request.url()));
    await page.clock.fastForward(60_000);
    expect(asked).toEqual([]);
    await page.getByRole("button", { name: "Fortsetzen" }).click();
    await page.clock.fastForward(5000);
    await expect.poll(() => asked.length, patient).toBeGreaterThan(0);
  });

  test("every question has its figure, numbers and files; groups break them down, by the address too", async () => {
    const { page } = await resultsPage();
    const { pages, mehrwert } = server.instrument;
    const named = pages
      .flatMap(({ elements }) => elements)
      .filter(
        ({ type, name }) =>
          type === "matrix" && mehrwert.items.some((item) => item.question === name),
      );
    expect(named.length).toBeGreaterThan(2);
    for (const { name, title } of named.slice(0, 3)) {
      const section = page.locator(`section[aria-labelledby="question-${name}"]`);
      await section.scrollIntoViewIfNeeded();
      await section.locator("svg").waitFor();
      expect(await section.locator("h3").textContent()).toBe(title.de);
      const described = await section.locator("desc").textContent();
      for (const item of mehrwert.items.filter(({ question }) => question === name))
        expect(await page.locator(`#numbers-${name}`).count(), item.id).toBe(1);
      expect(described).toMatch(/\(n = \d/);
    }
    const [grouping = ""] = server.study.groupedBy ?? [];
    await page.getByLabel("Aufteilen nach").selectOption(grouping);
    await expect.poll(() => new URL(page.url()).searchParams.get("by")).toBe(grouping);
    const first = page.locator(".question").first();
    await first.scrollIntoViewIfNeeded();
    await first.locator("svg").first().waitFor();
    expect(await first.locator("desc").first().textContent()).toMatch(/\(n = .+\(n = /);
    await page.reload();
    await page.locator(".question").first().scrollIntoViewIfNeeded();
    await page.locator(".question svg").first().waitFor();
    expect(await page.getByLabel("Aufteilen nach").inputValue()).toBe(grouping);
  });

  test("distributions are saved as PNG and CSV, open answers stand apart", async () => {
    const { page } = await resultsPage();
    const saved = async (name: RegExp) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).first().click(),
      ]);
      return readFileSync(await download.path());
    };
    const picture = await saved(/^als PNG/);
    expect(picture.subarray(1, 4).toString()).toBe("PNG");
    expect(picture.readUInt32BE(16)).toBe(1520);
    const [heading, ...lines] = (await saved(/^Alle Verteilungen als CSV/))
      .toString()
      .split("\r\n");
    expect(heading).toMatch(/^study,is_simulated,.*,share,count,n,/);
    expect(lines.length).toBeGreaterThan(100);
    expect(lines[0]).toMatch(/^demo,true,/);
    expect(await page.locator(".open-answers li").count()).toBe(0);
    await page.getByRole("button", { name: "Freie Antworten zeigen" }).click();
    await page.locator(".open-answers li", { hasText: "(Simuliert)" }).first().waitFor();
  });

  test("on paper every question is drawn, however far below", async () => {
    const { page } = await resultsPage();
    const all = await page.locator(".question").count();
    expect(await page.locator(".question svg").count()).toBeLessThan(all);
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await page.locator(".question:has(svg)").count()).toBe(all);
  });

  test("switches language without asking again, and the address remembers it", async () => {
    const { page } = await resultsPage();
    await page.getByRole("button", { name: "English" }).click();
    expect(await page.locator("html").getAttribute("lang")).toBe("en");
    expect(await page.title()).toMatch(/^Results: /);
    expect(page.url()).toContain("language=en");
    await page.reload();
    await page.locator(".figure svg").first().waitFor();
    expect(await page.getByText("Simulated data").count()).toBeGreaterThan(0);
  });

  test("on paper nothing stays folded, and the day stands beside the time", async () => {
    const { page } = await resultsPage();
    const folded = page.locator("details:not([open])");
    const before = await folded.count();
    expect(before).toBeGreaterThan(0);
    const day = page.locator(".live .print-only");
    expect(await day.isVisible()).toBe(false);
    await page.emulateMedia({ media: "print" });
    await page.evaluate(() => dispatchEvent(new Event("beforeprint")));
    expect(await folded.count()).toBe(0);
    expect(await day.textContent()).toMatch(/\d{4}, ?$/);
    await page.evaluate(() => dispatchEvent(new Event("afterprint")));
    expect(await folded.count()).toBe(await page.locator("details").count());
  });

  test("saves figure and table as files that say the data are simulated", async () => {
    const { page } = await resultsPage("en-GB");
    const saved = async (name: string) => {
      const [download] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name }).first().click(),
      ]);
      return readFileSync(await download.path(), "utf8");
    };
    const figure = await saved("Save figure as SVG");
    expect(figure).toMatch(/^<svg [^>]*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(figure).toContain("Simulated data");
    expect(figure).not.toContain("var(--");
    const [heading, first] = (await saved("Save table as CSV")).split("\r\n");
    expect(heading).toMatch(/^position,item,name,label_de,label_en,.*is_simulated/);
    expect(first).toContain(",demo,true,");
  });

  test("keeps the last results when the server is gone, says since when, and recovers", async () => {
    const { page } = await resultsPage();
    const before = await responses(page).textContent();
    await page.context().setOffline(true);
    await page.clock.fastForward(5000);
    await expect
      .poll(() => page.getByRole("alert").textContent(), patient)
      .toMatch(/Der Server antwortet nicht\. Zahlen und Abbildungen sind von \d\d:\d\d:\d\d Uhr/);
    expect(await responses(page).textContent()).toBe(before);
    await page.context().setOffline(false);
    await page.clock.fastForward(5000);
    await expect.poll(() => page.getByRole("alert").textContent(), patient).toBe("");
  });

  test("is reached from the list of studies, by keyboard", async () => {
    const page = await journey.newPage(server.url);
    await server.signsIn(page);
    await page.goto(`${server.url}/`);
    await page.getByRole("link", { name: /^Ergebnisse/ }).focus();
    await page.keyboard.press("Enter");
    await page.locator(".figure svg").first().waitFor();
    expect(new URL(page.url()).pathname).toBe("/console/studies/demo/results");
  });
});

describe("the results page of a small group", () => {
  let server: TestServer;
  beforeAll(async () => {
    server = await startServer();
  });
  afterAll(() => server?.stop());

  test("shows nothing but the size class below the minimum, and results from it on", async () => {
    for (let seed = 1; seed <= 9; seed++) await postResponse(server, seed);
    const page = await journey.newPage(server.url);
    await server.signsIn(page);
    await page.clock.install();
    await page.goto(`${server.url}/console/studies/demo/results`);
    await page.getByText("Noch keine Auswertung").waitFor();
    expect(await page.locator("table, .figure").count()).toBe(0);
    const text = await page.locator("main").textContent();
    expect(text).not.toMatch(/\b9\b/);
    expect(text).toContain("erst ab 10 Antworten");
    await postResponse(server, 10);
    await expect
      .poll(async () => {
        await page.clock.fastForward(5000);
        return responses(page).textContent();
      }, patient)
      .toBe("etwa 10");
  });
});
