import { expect, test } from "vitest";
import { questionTypes } from "../fixtures/question-types.ts";
import { checkAccessibility, type View } from "../setup/browser.ts";
import { withServerAndBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const settings = { assigned: { form: "baseline" }, codeSalt: "0123456789abcdef".repeat(2) };
const journey = withServerAndBrowser({ instrument: questionTypes, settings });

const answersByPage = [
  { "own-code": { "first-name": "ö", "birth-day": "99" } },
  { recommend: 0, "group-size": "few" },
  { skills: { "km-1.required": 5, "km-2.mastery": "dk" } },
  { situation: { share: 1 }, ties: { it: 1, "it.how-often": 2, staff: 1 } },
];

test.each<[string, View]>([
  ["German, wide, light", { width: 1280, locale: "de-DE", colorScheme: "light" }],
  ["English, wide, dark", { width: 1280, locale: "en-GB", colorScheme: "dark" }],
  ["English, phone, dark", { width: 360, locale: "en-GB", colorScheme: "dark" }],
  ["German, phone, light", { width: 360, locale: "de-DE", colorScheme: "light" }],
  ["German, 320 px, light", { width: 320, locale: "de-DE", colorScheme: "light" }],
  ["English, 320 px, light", { width: 320, locale: "en-GB", colorScheme: "light" }],
])("no type has an accessibility fault or scrolls sideways: %s", async (_, view) => {
  const page = await journey.newPage(view);
  const participant = new Participant(page, journey.server.url);
  const wrong: string[] = [];
  const look = async () => {
    const heading = await participant.heading();
    wrong.push(...(await checkAccessibility(page)).map((line) => `${heading}: ${line}`));
    const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    if (isWide) wrong.push(`${heading}: scrolls sideways`);
  };
  await participant.opens("demo").consents().done();
  const left = new Set(answersByPage);
  while (left.size > 0) {
    await look();
    const ids = await page
      .locator("form .question")
      .evaluateAll((boxes) => boxes.map(({ id }) => id));
    for (const answers of left) {
      if (!Object.keys(answers).every((name) => ids.includes(`q-${name}`))) continue;
      await participant.answers(answers).done();
      await page.keyboard.press("Tab");
      left.delete(answers);
    }
    await look();
    const fields = page.locator(".code-element input");
    if ((await fields.count()) > 0) {
      await page.locator("form:not(.resume) button[type=submit]").click();
      await page.locator(".mw-notice-error").waitFor();
      await look();
      for (const field of await fields.all()) await field.fill("");
    }
    await page.locator(".endings > .mw-button:has(+ dialog)").first().click();
    await look();
    await page.keyboard.press("Escape");
    await participant.goesOn().done();
  }
  expect(wrong).toEqual([]);
});

/** The accessible names along the way to an input, outermost first, as a screen reader says them. */
async function spokenPath(selector: string): Promise<string> {
  const page = await journey.newPage({ width: 360, locale: "de-DE" });
  const participant = new Participant(page, journey.server.url);
  await participant.opens("demo").consents().done();
  while ((await page.locator(selector).count()) === 0) await participant.goesOn().done();
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { node } = await session.send("DOM.describeNode", { nodeId });
  const byId = new Map(nodes.map((each) => [each.nodeId, each]));
  const path: string[] = [];
  let at = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === node.backendNodeId);
  while (at) {
    const role = String(at.role?.value ?? "");
    const name = String(at.name?.value ?? "");
    if (["radio", "checkbox", "group", "radiogroup"].includes(role) && name) path.unshift(name);
    at = byId.get(at.parentId ?? "");
  }
  return path.join(" > ");
}

test("both ends of the eleven points are in the names of their points", async () => {
  const title = "Wie wahrscheinlich ist es, dass Sie diese Community weiterempfehlen?";
  expect(await spokenPath("input[name=recommend][value='0']")).toBe(
    `${title} > 0 überhaupt nicht wahrscheinlich`,
  );
  expect(await spokenPath("input[name=recommend][value='10']")).toBe(
    `${title} > 10 äußerst wahrscheinlich`,
  );
});

test("a point of a double rating is named by question, item, scale and anchor", async () => {
  expect(await spokenPath("input[name='skills/km-2.mastery'][value='2']")).toBe(
    "Was braucht man, um eine Community zu begleiten, und was davon können Sie? > " +
      "Aus einem Gespräch ein gemeinsames Ergebnis machen > Wie gut können Sie das? > mit viel Hilfe",
  );
});
