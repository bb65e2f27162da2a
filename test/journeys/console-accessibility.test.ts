import { afterAll, beforeAll, expect, test } from "vitest";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { unspokenFigures } from "../setup/page-checks/unspoken-figures.ts";
import { startServer, type TestServer } from "../setup/server.ts";
import { withBrowser } from "../setup/with-browser.ts";
import { rankedLabels } from "./ranked-labels.ts";

const journey = withBrowser();
let full: TestServer;
let empty: TestServer;
beforeAll(async () => {
  [full, empty] = await Promise.all([startServer({ demo: true }), startServer()]);
});
afterAll(async () => {
  await Promise.all([full?.stop(), empty?.stop()]);
});

/** Each width, colour scheme and language meets each of the others once. */
const views: View[] = [
  { width: 1280, colorScheme: "light", locale: "de-DE" },
  { width: 1280, colorScheme: "dark", locale: "en-GB" },
  { width: 360, colorScheme: "dark", locale: "de-DE", touch: true },
  { width: 360, colorScheme: "light", locale: "en-GB", touch: true },
];

const pages = [
  { name: "the list of studies", path: "/console/", shows: ".study" },
  { name: "the results", path: "/console/studies/demo/results", shows: ".figure svg" },
  { name: "an unknown study", path: "/console/studies/none/results", shows: ".mw-notice" },
  { name: "an unknown page", path: "/console/none", shows: ".mw-notice" },
];

/** Opens a page with everything unfolded; returns what is wrong with it. */
async function faults(
  server: TestServer,
  { path, shows }: { path: string; shows: string },
  view: View,
) {
  const page = await journey.newPage(server.url, view);
  await server.signsIn(page);
  await page.goto(server.url + path);
  await page.locator(shows).first().waitFor();
  for (const summary of await page.locator("summary").all()) await summary.click();
  const labels = rankedLabels(full.instrument);
  const found = [
    ...(await checkAccessibility(page)),
    ...(await page.evaluate(unspokenFigures, labels)),
  ];
  const overflowPx = await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  );
  const headings = await page.locator("h1").count();
  await page.context().close();
  return { found, overflowPx, headings };
}

for (const view of views) {
  const seen = `${view.width} px, ${view.colorScheme}, ${view.locale}`;
  test(`every console page can be read by everyone and needs no sideways scrolling (${seen})`, async () => {
    for (const page of pages)
      expect(await faults(full, page, view), page.name).toEqual({
        found: [],
        overflowPx: 0,
        headings: 1,
      });
    const small = { path: "/console/studies/demo/results", shows: ".facts" };
    expect(await faults(empty, small, view), "a small group").toEqual({
      found: [],
      overflowPx: 0,
      headings: 1,
    });
  });
}
