import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { startServer, type TestServer } from "../setup/server.ts";
import { withBrowser } from "../setup/with-browser.ts";

const journey = withBrowser();
let server: TestServer;
beforeAll(async () => {
  server = await startServer({ demo: true });
});
afterAll(() => server?.stop());

async function open(path: string, view: View = {}) {
  const page = await journey.newPage(server.url, view);
  await server.signsIn(page);
  await page.goto(`${server.url}${path}`);
  await page.locator("h1").waitFor();
  return page;
}

const stages = [
  ["Planung", "plan"],
  ["Probelauf", "pilot"],
  ["Erhebung", "field"],
  ["Ergebnisse", "results"],
  ["Archiv", "archive"],
] as const;

test("a study's stages follow each other without loading anew; heading, title and focus go along", async () => {
  const page = await open("/console/");
  let documents = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) documents += 1;
  });
  await page.getByRole("heading", { level: 2 }).getByRole("link").click();
  await page.locator(".figure svg").first().waitFor();
  expect(new URL(page.url()).pathname).toBe("/console/studies/demo/results");
  for (const [name, stage] of stages) {
    await page.getByRole("navigation", { name: "Abschnitte" }).getByRole("link", { name }).click();
    await page.locator("h1", { hasText: name }).waitFor();
    expect(new URL(page.url()).pathname).toBe(`/console/studies/demo/${stage}`);
    expect(await page.title()).toMatch(new RegExp(`^${name}: .+ – Mehrwert$`));
    await page.locator("h1:focus").waitFor();
    const current = page.locator(".stages [aria-current=page]");
    expect(await current.allTextContents()).toEqual([name]);
  }
  await page.goBack();
  await page.locator("h1:focus", { hasText: "Ergebnisse" }).waitFor();
  expect(documents).toBe(0);
});

test("the language goes along with every link, and choosing it leaves the focus where it is", async () => {
  const page = await open("/console/studies/demo/plan");
  await page.getByRole("button", { name: "English" }).click();
  await page.locator("html[lang=en]").waitFor();
  expect(await page.locator("button:focus").textContent()).toBe("English");
  await page.getByRole("link", { name: "Pilot" }).click();
  await page.locator("h1", { hasText: "Pilot" }).waitFor();
  expect(page.url()).toContain("/studies/demo/pilot?language=en");
  await page.getByRole("link", { name: "Library" }).click();
  await page.locator("h1", { hasText: "Library" }).waitFor();
  expect(page.url()).toContain("/console/library?language=en");
});

test("an unsaved draft is left only by choice, in the console's own words", async () => {
  await server.ask("/api/library/value-drivers/copy", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ as: "left" }),
  });
  const page = await open("/console/library/left/edit");
  await page.locator(".cm-content").click();
  await page.route("**/draft?*", (route) => route.abort());
  await page.keyboard.type("x");
  await page.getByText("Noch nicht gespeichert").first().waitFor();
  await page.getByRole("link", { name: "Studien", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "Diese Seite verlassen?" });
  await dialog.waitFor();
  expect(await dialog.textContent()).toContain("noch nicht gespeichert und geht verloren");
  expect(await page.locator("button:focus").textContent()).toBe("Abbrechen");
  expect(await checkAccessibility(page)).toEqual([]);
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "hidden" });
  expect(new URL(page.url()).pathname).toBe("/console/library/left/edit");
  await page.getByRole("link", { name: "Studien", exact: true }).click();
  await page.getByRole("button", { name: "Ohne Speichern verlassen" }).click();
  await page.locator("h1", { hasText: "Studien" }).waitFor();
});

const views: View[] = [
  { width: 1280, colorScheme: "light", locale: "de-DE" },
  { width: 390, colorScheme: "dark", locale: "en-GB", touch: true },
];

test.each(views)("every stage can be read by everyone: $width px, $colorScheme", async (view) => {
  for (const [, stage] of stages) {
    const page = await open(`/console/studies/demo/${stage}`, view);
    await page.locator("main dl, main .links, main p a").first().waitFor();
    expect(await checkAccessibility(page), stage).toEqual([]);
    expect(await page.locator("h1").count()).toBe(1);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
      true,
    );
    await page.context().close();
  }
});
