import { expect, test } from "vitest";
import { setChoicesInstrument as instrument } from "../fixtures/set-choices-instrument.ts";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import type { HandKind } from "./hands.ts";
import { PreviewVisitor } from "./preview-visitor.ts";

const journey = withServerAndBrowser();

async function opened(view: View = {}, hand: HandKind = "mouse") {
  const page = await journey.newPage(view);
  return await new PreviewVisitor(page, journey.server.url, hand).opens(instrument);
}

const heading = (preview: PreviewVisitor) => preview.page.locator(".maxdiff h3").textContent();
const said = (preview: PreviewVisitor) => preview.page.locator(".maxdiff-said").textContent();
const next = (preview: PreviewVisitor) =>
  preview.hands.press(preview.page.locator(".maxdiff-actions .mw-button-primary"));

/** The options of the set in front of somebody, in the order shown. */
async function optionsShown({ page }: PreviewVisitor): Promise<string[]> {
  return await page
    .locator(".maxdiff-end-best input")
    .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("value") ?? ""));
}

test.each<[HandKind, View]>([
  ["mouse", { width: 1280 }],
  ["keyboard", { width: 1280, locale: "en-GB" }],
  ["finger", { width: 360, touch: true }],
])("all sets are answered by %s, and what is sent is what was chosen", async (hand, view) => {
  const preview = await opened(view, hand);
  await preview.goesTo("drivers");
  const chosen: Record<string, string> = {};
  for (let set = 1; set <= 8; set += 1) {
    const [first = "", , , last = ""] = await optionsShown(preview);
    await preview.hands.choose(`driver-choice/${set}.best`, first);
    await preview.hands.choose(`driver-choice/${set}.worst`, last);
    chosen[`driver-choice / ${set}.best`] = first;
    chosen[`driver-choice / ${set}.worst`] = last;
    expect(await heading(preview)).toMatch(new RegExp(`${set} (von|of) 8`));
    if (set === 8) break;
    await next(preview);
    await preview.page.locator(".maxdiff h3:focus").waitFor();
  }
  expect(await said(preview)).toMatch(/^(Alle 8 Auswahlen sind|All 8 sets are)/);
  await preview.goesOn();
  await preview.page.locator("#q-statements").waitFor();
  await preview.goesOn();
  expect(await preview.listed()).toMatchObject(chosen);
});

test("an option cannot be best and worst: the later choice moves it, which is said, and arrows may pass over it", async () => {
  const preview = await opened({ locale: "en-GB" }, "keyboard");
  await preview.goesTo("drivers");
  const { page, hands } = preview;
  const [first = "", second = "", third = ""] = await optionsShown(preview);
  const checked = (end: string) =>
    page
      .locator(`.maxdiff-end-${end} input:checked`)
      .evaluateAll((inputs) => inputs.map((input) => input.getAttribute("value")));
  await hands.choose("driver-choice/1.worst", second);
  await hands.choose("driver-choice/1.best", first);
  await page.keyboard.press("ArrowDown");
  expect([await checked("best"), await checked("worst")]).toEqual([[second], []]);
  expect(await said(preview)).toMatch(
    /^“.+” is now “most important”\. Please still choose what is “least important”\.$/,
  );
  await page.keyboard.press("ArrowDown");
  expect([await checked("best"), await checked("worst")]).toEqual([[third], [second]]);
  expect(await said(preview)).toBe("");
});

test("a set is left with both choices or skipped, and a skipped one can be answered later", async () => {
  const preview = await opened();
  await preview.goesTo("drivers");
  const { page, hands } = preview;
  const [first = "", second = ""] = await optionsShown(preview);
  await hands.choose("driver-choice/1.best", first);
  await next(preview);
  expect(await heading(preview)).toBe("Auswahl 1 von 8");
  expect(await said(preview)).toBe("Bitte wählen Sie beides, oder überspringen Sie diese Auswahl.");
  expect(await page.locator(".maxdiff-end-worst input[aria-invalid=true]").count()).toBe(4);

  await page.getByRole("button", { name: "Diese Auswahl überspringen" }).click();
  expect(await heading(preview)).toBe("Auswahl 2 von 8");
  await page.getByRole("button", { name: "Vorige Auswahl" }).click();
  expect(await page.locator(".maxdiff input:checked").count()).toBe(0);
  await hands.choose("driver-choice/1.best", first);
  await hands.choose("driver-choice/1.worst", second);
  await next(preview);
  expect(await heading(preview)).toBe("Auswahl 2 von 8");
});

test("the page's own button says once that sets are open, then turns the page; coming back finds them", async () => {
  const preview = await opened();
  await preview.goesTo("drivers");
  const { page, hands } = preview;
  const [first = "", second = ""] = await optionsShown(preview);
  await hands.choose("driver-choice/1.best", first);
  await hands.choose("driver-choice/1.worst", second);
  await preview.goesOn();
  expect(await heading(preview)).toBe("Auswahl 2 von 8");
  expect(await said(preview)).toContain("Noch nicht beantwortet: 7 von 8 Auswahlen.");
  await preview.goesOn();
  await page.locator("#q-statements").waitFor();

  await page.locator(".navigation button[type=button]").click();
  await page.locator(".maxdiff").waitFor();
  expect(await heading(preview)).toBe("Auswahl 2 von 8");
  await page.getByRole("button", { name: "Vorige Auswahl" }).click();
  const kept = page.locator(".maxdiff input:checked");
  expect(
    await kept.evaluateAll((inputs) => inputs.map((input) => input.getAttribute("value"))),
  ).toEqual(expect.arrayContaining([first, second]));
});

test("half a set is refused by the page, which shows the set and marks it", async () => {
  const preview = await opened();
  await preview.goesTo("drivers");
  const [first = ""] = await optionsShown(preview);
  await preview.hands.choose("driver-choice/1.best", first);
  await preview.goesOn();
  await preview.page.locator("#q-driver-choice.has-error").waitFor();
  expect(await heading(preview)).toBe("Auswahl 1 von 8");
  expect(await checkAccessibility(preview.page)).toEqual([]);
});

test("every choice of a set is named by its end and its option, and is at least 44 pixels high and wide", async () => {
  const preview = await opened({ width: 320, touch: true, locale: "en-GB" }, "finger");
  await preview.goesTo("drivers");
  for (const name of ["most important", "least important"]) {
    const radios = preview.page.getByRole("radio", { name: new RegExp(`^${name} \\w+`) });
    expect(await radios.count(), name).toBe(4);
  }
  const sizes = await preview.page
    .locator(".maxdiff-end, .maxdiff-actions button")
    .evaluateAll((targets) =>
      targets.map((target) => {
        const { width, height } = target.getBoundingClientRect();
        return Math.min(width, height);
      }),
    );
  expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
});

test("a panelist sees the group's answers as figure and text, and is asked for a reason outside the middle half", async () => {
  const preview = await opened({ locale: "en-GB" }, "keyboard");
  await preview.goesTo("delphi");
  const { page, hands } = preview;
  const figure = page.getByRole("img", { name: /^Distribution of answers: / });
  expect(await figure.getAttribute("aria-label")).toBe(
    "Distribution of answers: 1 × “3”, 2 × “5”, 3 × “6”, 4 × “7”, 3 × “8”, 1 × “9 – very relevant”.",
  );
  const feedback = page.locator(".feedback");
  expect(await feedback.count()).toBe(1);
  expect(await feedback.textContent()).toContain(
    "Answers: 14. The middle (median) is 7, the middle half lies between 6 and 8.",
  );
  const hint = page.locator("#q-statements-st-1 .statement-hint");
  await hands.choose("statements/st-1.relevance", 6);
  expect(await hint.textContent()).toBe("");
  await hands.choose("statements/st-1.relevance", 3);
  expect(await hint.textContent()).toContain("outside the middle half");
  await hands.type(page.locator('[name="statements/st-1.reason"]'), "It depends.");
  await preview.goesOn();
  expect(await preview.listed()).toMatchObject({
    "statements / st-1.relevance": "3",
    "statements / st-1.reason": "It depends.",
  });
});

test("the recommendation follows ratings and weights, says its reasons, and says aloud only when it changes", async () => {
  const preview = await opened();
  await preview.goesTo("form");
  const { page, hands } = preview;
  const result = page.locator(".decision-result");
  const aloud = () => result.locator("[role=status]").textContent();
  await hands.choose("form-of-cop/co-1", 5);
  await hands.choose("form-of-cop/co-2", 4);
  expect(await result.textContent()).toContain("Es fehlen noch: 1.");
  expect(await aloud()).toBe("");
  await hands.choose("form-of-cop/co-4", 2);
  expect(await result.locator(".decision-outcome").textContent()).toBe("Interne Community");
  expect(await aloud()).toBe("Empfehlung: Interne Community");
  expect(await result.getByRole("img").getAttribute("aria-label")).toBe(
    "Wert −0,67 auf einer Skala von −1 (Interne Community) bis 1 (Externe Community)",
  );
  expect(await result.locator("li").allTextContents()).toEqual([
    "Genug eigene Fachleute sprechen für intern.",
    "Vertraulichkeit spricht für intern.",
    "Wenig Bedarf an Neuem spricht für intern.",
  ]);
  await hands.choose("form-of-cop/co-4", 4);
  expect(await aloud()).toBe("Empfehlung: Mischform");
  expect(await result.textContent()).toContain("Trennen Sie einen geschützten inneren Kreis");
  await hands.choose("form-of-cop/co-2", 1);
  await hands.choose("form-of-cop/co-1.weight", 1);
  expect(await aloud()).toBe("Empfehlung: Externe Community");
  await page.locator("[id='q-form-of-cop-co-1'] .clear").click();
  await preview.goesOn();
  const listed = await preview.listed();
  expect(Object.keys(listed).filter((variable) => variable.startsWith("form"))).toEqual([
    "form-of-cop / co-2",
    "form-of-cop / co-4",
  ]);
});

test("on paper stands the recommendation with every rating and weight, without buttons", async () => {
  const preview = await opened({ locale: "en-GB" });
  await preview.goesTo("form");
  const { page, hands } = preview;
  for (const criterion of ["co-1", "co-2", "co-4"]) {
    await hands.choose(`form-of-cop/${criterion}`, 5);
  }
  await hands.choose("form-of-cop/co-4.weight", 3);
  await page.emulateMedia({ media: "print" });
  const visible = (selector: string) => page.locator(selector).first().isVisible();
  expect(await visible(".decision-on-paper")).toBe(true);
  expect(await visible(".decision-criteria")).toBe(false);
  expect(await visible(".navigation")).toBe(false);
  const rows = await page
    .locator(".decision-on-paper tbody tr")
    .evaluateAll((lines) =>
      lines.map((line) => [...line.querySelectorAll("td")].map(({ textContent }) => textContent)),
    );
  expect(rows).toEqual([
    ["strongly agree", "medium"],
    ["strongly agree", "medium"],
    ["strongly agree", "high"],
    ["–", "–"],
  ]);
});
