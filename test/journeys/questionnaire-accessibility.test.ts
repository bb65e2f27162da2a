import { expect, test } from "vitest";
import { checkAccessibility, type WatchedPage } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const journey = withServerAndBrowser();

async function widerThanTheWindow(page: WatchedPage): Promise<boolean> {
  return await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
}

test("a new page takes the focus to its heading and says which section it is", async () => {
  const page = await journey.newPage();
  await new Participant(page, journey.server.url).opens("demo").consents().goesOn().done();
  const heading = page.locator("h1:focus");
  expect(await heading.count()).toBe(1);
  expect(await heading.getAttribute("aria-describedby")).toBe("progress-text");
  expect(await page.locator("#progress-text").textContent()).toBe("Abschnitt 2 von 11");
  expect(await page.title()).toContain((await heading.textContent()) ?? "?");
});

test("the ranking by keys says each new place in the page's language and never loses the focus", async () => {
  const page = await journey.newPage();
  const participant = new Participant(page, journey.server.url, "keyboard");
  await participant
    .opens("demo")
    .consents()
    .answers({ "value-drivers": ["vd-1", "vd-4", "vd-6"] })
    .done();
  const said = () => page.locator(".ranking-status [role=status]").textContent();
  const focus = () => page.evaluate(() => document.activeElement?.getAttribute("data-focus"));
  const label = (id: string) =>
    page.locator(`[data-focus="${id}"]`).evaluate((element) => element.focus());
  expect(await said()).toBe("Motivation und Rückhalt: Platz 3 von 8");
  expect(await focus()).toMatch(/^option-/);

  await label("placed-vd-6");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  expect(await said()).toBe("Motivation und Rückhalt: Platz 1 von 8");
  expect(await focus()).toBe("placed-vd-6");

  await page.keyboard.press("Space");
  await label("placed-vd-4");
  await page.keyboard.press("Enter");
  expect(await said()).toBe(
    "Getauscht. Motivation und Rückhalt: Platz 3. Gegenseitige Beratung: Platz 1",
  );
  await page.keyboard.press("Delete");
  expect(await said()).toBe("Gegenseitige Beratung: zurückgenommen");
  expect(await focus()).toBe("option-vd-4");

  await participant.switchesTo("en").done();
  await label("placed-vd-1");
  await page.keyboard.press("ArrowDown");
  expect(await said()).toBe("Knowledge transfer: place 2 of 8");
  for (const name of ["Motivation and backing, Place 1", "Knowledge transfer, Place 2"]) {
    const placed = page.getByRole("button", { name, exact: true });
    expect(await placed.count(), name).toBe(1);
  }
});

test.each([
  [360, 740],
  [320, 225],
])(
  "what the keyboard works on is in sight and never under the status line: %i × %i",
  async (width, height) => {
    const page = await journey.newPage({ width });
    await page.setViewportSize({ width, height });
    const participant = new Participant(page, journey.server.url);
    const ranked = ["vd-1", "vd-4", "vd-6", "vd-2", "vd-3"];
    await participant.opens("demo").consents().answers({ "value-drivers": ranked }).done();
    await page.locator("[data-focus=placed-vd-1]").focus();
    const outOfSight: string[] = [];
    for (const key of ["Space", ...Array(4).fill("ArrowDown"), ...Array(4).fill("ArrowUp")]) {
      await page.keyboard.press(key);
      const isSeen = await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect() ?? new DOMRect();
        const middle = [box.left + box.width / 2, box.top + box.height / 2] as const;
        return document.activeElement?.contains(document.elementFromPoint(...middle)) ?? false;
      });
      if (!isSeen) outOfSight.push(key);
    }
    expect(outOfSight).toEqual([]);
  },
);

test("every target of the ranking is at least 44 pixels high and wide at 320 px", async () => {
  const page = await journey.newPage({ width: 320, touch: true });
  const participant = new Participant(page, journey.server.url, "finger");
  await participant
    .opens("demo")
    .consents()
    .answers({ "value-drivers": ["vd-1", "vd-4"] })
    .done();
  const sizes = await page.locator(".ranking button").evaluateAll((buttons) =>
    buttons.map((button) => {
      const { width, height } = button.getBoundingClientRect();
      return Math.min(width, height);
    }),
  );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
});

test("an instrument that asks for grids gets tables on wide screens, named by row and column, and rows on phones", async () => {
  for (const [width, tables] of [
    [1280, 2],
    [360, 0],
  ] as const) {
    const page = await journey.newPage({ width });
    await page.route("**/api/instruments/**", async (route) => {
      const text = JSON.stringify(journey.server.instrument).replaceAll(
        '"type":"matrix"',
        '"type":"matrix","mehrwertLayout":"grid"',
      );
      await route.fulfill({ contentType: "application/json", body: text });
    });
    const participant = new Participant(page, journey.server.url);
    await participant
      .opens("demo")
      .consents()
      .answers({ "network-experience": "member", "joint-result-experience": "yes" })
      .done();
    expect(await page.locator("table.grid").count()).toBe(tables);
    await participant.answers({ "results-conditions": { "rc-1": 4, "rc-2": "dk" } }).done();
    expect(await checkAccessibility(page)).toEqual([]);
    expect(await widerThanTheWindow(page)).toBe(false);
    if (tables === 0) continue;
    const row = journey.server.instrument.pages
      .flatMap(({ elements }) => elements)
      .flatMap((question) => (question.type === "matrix" ? question.rows : []))
      .find(({ value }) => value === "rc-1");
    const cell = page.getByRole("radio", { name: `${row?.text.de} überwiegend`, exact: true });
    expect(await cell.isChecked()).toBe(true);
    await page.locator("#q-results-conditions-rc-1 .clear").click();
    expect(await cell.isChecked()).toBe(false);
    expect(await page.evaluate(() => document.activeElement?.tagName)).toBe("INPUT");
  }
});

test("nothing runs out: after a working day the page is as it was left, and its answers are taken", async () => {
  const page = await journey.newPage();
  await page.clock.install();
  const participant = new Participant(page, journey.server.url);
  const ranked = { "value-drivers": ["vd-3", "vd-1"] };
  await participant.opens("demo").consents().answers(ranked).done();
  await page.locator(".keeping p", { hasText: "Gespeichert" }).first().waitFor();
  const before = await page.locator("body").allInnerTexts();
  await page.clock.fastForward("09:00:00");
  expect(await page.locator("body").allInnerTexts()).toEqual(before);
  await participant.submits();
  expect((await participant.stored(journey.server))?.answers).toMatchObject(ranked);
});
