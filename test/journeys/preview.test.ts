import { expect, test } from "vitest";
import { setChoicesInstrument } from "../fixtures/set-choices-instrument.ts";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { PreviewVisitor } from "./preview-visitor.ts";

const journey = withServerAndBrowser();

async function visitor(view: View = {}) {
  const page = await journey.newPage(view);
  return new PreviewVisitor(page, journey.server.url);
}

const opened = async (view: View = {}) => (await visitor(view)).opens(setChoicesInstrument);

test("from welcome to the end nothing is stored or sent, and the end shows what a study would get", async () => {
  const preview = await opened();
  const { page, hands } = preview;
  await hands.choose("consent", "yes");
  await preview.goesOn();
  await page.locator("select[name=method]").selectOption("by-text");
  await hands.type(page.locator("#q-driver-text-input"), "Austausch");
  await hands.choose("planning", "no");
  await preview.goesOn();
  await hands.choose("statements/st-1.relevance", 7);
  await preview.goesOn();
  expect(await preview.listed()).toEqual({
    consent: "yes",
    method: "by-text",
    "driver-text": "Austausch",
    planning: "no",
    "statements / st-1.relevance": "7",
  });
  expect(await preview.kept()).toEqual([0, 0, 0, 0, 0]);
  expect(preview.requests.filter((request) => !request.startsWith("GET "))).toEqual([]);
  const asked = preview.requests.filter((request) => request.includes("/api/"));
  expect(new Set(asked)).toEqual(new Set(["GET /api/instruments/set-choices/1.0.0"]));
  expect(await journey.server.store.responses("demo")).toEqual([]);
});

test("who ends early is told what would be sent, too", async () => {
  const preview = await opened({ locale: "en-GB" });
  await preview.goesTo("drivers");
  await preview.hands.choose("planning", "yes");
  await preview.page.locator(".endings > .mw-button:has(+ dialog)").first().click();
  await preview.page.locator("dialog[open] .mw-button-primary").click();
  expect(await preview.listed()).toMatchObject({ planning: "yes" });
  expect(await preview.page.getByText("Ended early on page: What counts").count()).toBe(1);
  expect(preview.requests.filter((request) => !request.startsWith("GET "))).toEqual([]);
});

test("another group changes what is asked at once", async () => {
  const preview = await opened();
  await preview.goesTo("drivers");
  expect(await preview.page.locator("#q-driver-choice").count()).toBe(1);
  await preview.page.locator("select[name=method]").selectOption("by-text");
  expect(await preview.page.locator("#q-driver-choice").count()).toBe(0);
  expect(await preview.page.locator("#q-driver-text").count()).toBe(1);
});

test("a page that is hidden is shown with the answers that lead there, and says which", async () => {
  const preview = await opened({ locale: "en-GB" });
  await preview.goesTo("form");
  expect(await preview.page.locator("h1").textContent()).toBe("Internal or external");
  expect(await preview.page.locator(".preview-said").textContent()).toBe(
    "For this part to appear, answers were filled in: “Are you planning a community at the moment?”: Yes",
  );
});

test("“why is this shown?” tells every condition in words, with the answers as they are", async () => {
  const preview = await opened({ locale: "en-GB" });
  await preview.goesTo("drivers");
  await preview.asksWhy();
  const why = preview.page.locator(".preview-reasons");
  const here = await why.locator("details[open]").textContent();
  expect(here).toContain("shown because: “Method” is “Sets (MaxDiff)”");
  expect(here).toContain("hidden because this does not hold: “Method” is “Open question”");
  expect(here).toContain("Answer now: “Method”: Sets (MaxDiff)");
  const form = why.locator("details", { hasText: "Internal or external" });
  await form.locator("summary").click();
  expect(await form.textContent()).toContain(
    "hidden because this does not hold: “Are you planning a community at the moment?” is “Yes”",
  );

  await why.locator("[data-show=driver-text]").click();
  await preview.page.locator("#q-driver-text").waitFor();
  expect(await preview.page.locator("select[name=method]").inputValue()).toBe("by-text");
});

test("beginning anew forgets everything", async () => {
  const preview = await opened();
  await preview.goesTo("drivers");
  await preview.hands.choose("planning", "yes");
  await preview.page.getByRole("button", { name: "Von vorn beginnen" }).click();
  await preview.page.locator("form.consent").waitFor();
  expect(await preview.page.locator("input:checked").count()).toBe(0);
  await preview.goesTo("drivers");
  expect(await preview.page.locator("input[name=planning]:checked").count()).toBe(0);
});

test("a reload comes back to the page, without the answers", async () => {
  const preview = await opened();
  await preview.goesTo("form");
  await preview.hands.choose("form-of-cop/co-1", 5);
  expect(new URL(preview.page.url()).hash).toBe("#form");
  await preview.page.reload();
  await preview.page.locator("h1", { hasText: "Intern oder extern" }).waitFor();
  expect(await preview.page.locator("#q-form-of-cop input:checked").count()).toBe(0);
  expect(await preview.kept()).toEqual([0, 0, 0, 0, 0]);
});

test("a draft that is no instrument yet is told with its errors, in the language chosen", async () => {
  const { page } = await visitor();
  const details: Record<string, string> = { de: "Der Titel fehlt.", en: "The title is missing." };
  await page.route("**/api/instruments/my-own/draft**", (route) => {
    const detail = details[new URL(route.request().url()).searchParams.get("lang") ?? ""] ?? "?";
    const errors = [{ pointer: "#/pages/0/title", detail, advice: "…" }];
    const problem = { type: "/problems/invalid", title: "Invalid", status: 422, errors };
    return route.fulfill({ status: 422, contentType: "application/problem+json", json: problem });
  });
  await page.goto(`${journey.server.url}/preview/my-own/draft`);
  await page.getByText("#/pages/0/title: Der Titel fehlt.").waitFor();
  await page.locator(".mw-language button[lang=en]").click();
  await page.getByText("#/pages/0/title: The title is missing.").waitFor();
  expect(await checkAccessibility(page)).toEqual([]);
});

test("pages of this server may embed it", async () => {
  const { page } = await visitor();
  await page.goto(`${journey.server.url}/console/`);
  await page.evaluate(() => {
    const frame = document.createElement("iframe");
    frame.src = "/preview/value-drivers/1.0.0?lang=en";
    frame.title = "preview";
    document.body.append(frame);
  });
  const banner = page.frameLocator("iframe").getByText("nothing is stored, nothing is sent");
  await banner.waitFor();
});

test("an instrument that does not exist and one that breaks are told, not a blank page", async () => {
  const unknown = await visitor({ locale: "en-GB" });
  await unknown.page.goto(`${journey.server.url}/preview/no-such/1.0.0`);
  await unknown.page.getByRole("heading", { name: "There is no such instrument" }).waitFor();
  const broken = await visitor({ locale: "en-GB" });
  const pages = setChoicesInstrument.pages.map((page) => ({
    ...page,
    visibleIf: "{planning} ===",
  }));
  await broken.page.route("**/api/instruments/**", (route) =>
    route.fulfill({ json: { ...setChoicesInstrument, pages } }),
  );
  await broken.page.goto(`${journey.server.url}/preview/set-choices/1.0.0`);
  await broken.page.getByRole("heading", { name: "This instrument cannot be shown" }).waitFor();
});

test.each<[string, View]>([
  ["German, wide, light", { width: 1280 }],
  ["English, phone, dark", { width: 360, locale: "en-GB", colorScheme: "dark" }],
  ["German, 320 px", { width: 320 }],
])("no view of the preview has an accessibility fault or scrolls sideways: %s", async (_, view) => {
  const preview = await opened(view);
  const wrong: string[] = [];
  const look = async (name: string) => {
    wrong.push(...(await checkAccessibility(preview.page)).map((line) => `${name}: ${line}`));
    const isWide = await preview.page.evaluate(
      () => document.documentElement.scrollWidth > innerWidth,
    );
    if (isWide) wrong.push(`${name}: scrolls sideways`);
  };
  await preview.asksWhy();
  await look("welcome");
  await preview.goesTo("drivers");
  await look("drivers");
  await preview.goesTo("delphi");
  await look("delphi");
  await preview.goesTo("form");
  await look("form");
  await preview.goesOn();
  await preview.listed();
  await look("end");
  expect(wrong).toEqual([]);
});
