import { expect, test } from "vitest";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";

const journey = withServerAndBrowser();

/** Each width, colour scheme and language meets each of the others once. */
const views: [string, View][] = [
  ["1280 px, light, German", { width: 1280 }],
  ["1280 px, dark, English", { width: 1280, colorScheme: "dark", locale: "en-GB" }],
  ["390 px, dark, German", { width: 390, colorScheme: "dark", touch: true }],
  ["320 px, light, English", { width: 320, locale: "en-GB", touch: true }],
];

async function draft(slug: string, json?: string): Promise<void> {
  const [path, method, body] =
    json === undefined
      ? ["value-drivers/copy", "POST", { as: slug }]
      : [`${slug}/draft`, "PUT", { json, revision: 0 }];
  await journey.server.ask(`/api/library/${path}`, {
    method,
    headers: { "content-type": "application/json" },
    body: JSON.stringify(body),
  });
}

const pages = [
  { name: "library", path: "library", shows: ".study" },
  { name: "nothing found", path: "library?search=xyzzy", shows: "search" },
  {
    name: "instrument",
    path: "library/value-drivers/1.0.0?respondents=80",
    shows: "#durations",
  },
  { name: "preview", path: "library/value-drivers/1.0.0/preview?width=desktop", shows: "iframe" },
  { name: "editor", path: "library/sound/edit", shows: ".cm-content" },
  { name: "editor with errors", path: "library/faulty/edit", shows: ".issue-error" },
  { name: "no draft", path: "library/value-drivers/edit", shows: ".edit > p" },
  { name: "no instrument", path: "library/none/1.0.0", shows: ".mw-notice" },
];

test.each(views)(
  "no page of the library has an accessibility fault or scrolls sideways: %s",
  async (_, view) => {
    await draft("sound");
    await draft("faulty", '{ "title": 1, "pages": [] }');
    const wrong: string[] = [];
    for (const { name, path, shows } of pages) {
      const page = await journey.newConsolePage(view);
      await page.goto(`${journey.server.url}/console/${path}`);
      await page.locator(shows).first().waitFor();
      await page.evaluate(() => {
        for (const details of document.querySelectorAll("details")) details.open = true;
      });
      wrong.push(...(await checkAccessibility(page)).map((line) => `${name}: ${line}`));
      if (await page.evaluate(() => document.documentElement.scrollWidth > innerWidth))
        wrong.push(`${name}: scrolls sideways`);
      if ((await page.locator("h1").count()) !== 1) wrong.push(`${name}: not one heading`);
      await page.context().close();
    }
    expect(wrong).toEqual([]);
  },
);

test("the accessibility tree names the editor, how to leave it, and the preview", async () => {
  await draft("named");
  const page = await journey.newConsolePage({ locale: "en-GB" });
  await page.goto(`${journey.server.url}/console/library/named/edit`);
  const editor = page.getByRole("textbox", { name: "Text of the instrument (JSON)" });
  await editor.waitFor();
  const hint = await editor.getAttribute("aria-describedby");
  expect(await page.locator(`[id="${hint}"]`).textContent()).toContain(
    "Escape and then Tab leaves",
  );
  expect(await page.locator("iframe").getAttribute("title")).toBe("Preview of named in English");
  await page.getByRole("heading", { name: "What is left to do" }).waitFor();
});
