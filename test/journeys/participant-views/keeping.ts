import type { Page } from "playwright-core";
import { everyType } from "../../fixtures/question-types.ts";
import { everyAnswer } from "../every-answer.ts";
import { Participant } from "../participant.ts";
import { codeIsMade } from "./questions.ts";
import { holdLongWaits, problem } from "./sending.ts";
import type { Visit, Walk } from "./visit.ts";

const line = ".keeping p:first-child";
const pause = ".endings > .mw-button >> nth=0";
const saves = "**/draft-saves";
const reads = "**/draft-reads";

/** Where the newest answers are: what the line below the questionnaire says, and the views in its place. */
export const keepingWalk: Walk = {
  name: "keeping answers",
  walk: async (visit) => {
    const { page, participant, look } = visit;
    await participant.opens("demo").consents().done();
    await look("keeping: nothing yet");
    await toChoices(participant);
    await says(page, saved, () => changes(page));
    await look("keeping: saved");
    await saving(visit);
    await troubles(visit);
    await pausing(visit);
    await forGood(visit);
    await elsewhere(visit);
    await deleting(visit);
    await sayingNo(visit);
    await onSharedDevice(visit);
  },
};

const saved = /^(Gespeichert|Saved)$/;

/** From the first section to the next one, where there is something to choose. */
export async function toChoices(participant: Participant): Promise<void> {
  const { "own-code": code = {} } = everyAnswer(everyType, {});
  await participant.answers({ "own-code": code }).done();
  await participant.page.locator(codeIsMade).waitFor();
  await participant.goesOn().done();
}

async function begins({ participant }: Pick<Visit, "participant">): Promise<void> {
  await participant.opens("demo").consents().done();
  await toChoices(participant);
}

/** Chooses what is not chosen. */
async function changes(page: Page): Promise<void> {
  await page.locator(".question input:not(:checked)").first().click();
}

async function says(page: Page, text: RegExp, during: () => Promise<unknown>): Promise<void> {
  await during();
  await page.locator(line).filter({ hasText: text }).waitFor();
}

async function saving({ page, look }: Visit): Promise<void> {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  await page.route(saves, async (route) => {
    await held;
    await route.continue();
  });
  await says(page, /…$/, () => changes(page));
  await look("keeping: on its way");
  letThrough();
  await says(page, saved, async () => {});
  await page.unrouteAll({ behavior: "wait" });
}

async function troubles({ page, look }: Visit): Promise<void> {
  await says(page, /Verbindung|connection/, async () => {
    await page.context().setOffline(true);
    await changes(page);
  });
  await look("keeping: no connection");
  await page.locator(pause).click();
  await page.locator(".secret-code-shown").waitFor();
  await look("paused, not all saved");
  await page.context().setOffline(false);
  await page.locator(".navigation .mw-button-primary").click();
  await page.locator("progress").waitFor();
  await page.route(saves, (route) => route.fulfill({ status: 503 }));
  await says(page, /antwortet nicht|does not answer/, () => changes(page));
  await look("keeping: no answer");
  await page.unrouteAll();
}

async function pausing({ page, look }: Visit): Promise<void> {
  await page.locator(pause).click();
  await page
    .locator("#pause-state")
    .filter({ hasText: /Alles|Everything/ })
    .waitFor();
  await look("paused");
  await page.locator(".secret-code-actions button").first().click();
  await page.locator(".secret-code-said:not(:empty)").waitFor();
  await look("paused, code copied or not");
  await page.locator(".navigation .mw-button:not(.mw-button-primary)").click();
  await page.locator("#said .mw-notice").waitFor();
  await look("first page, removed from the device");
}

/** What ends saving while the answers stay in sight. */
const ends = {
  closed: problem("closed"),
  withdrawn: problem("withdrawn"),
  "not admitted": problem("not-admitted"),
  "not accepted": problem("too-large"),
};

async function forGood({ page, participant, look }: Visit): Promise<void> {
  for (const [why, reply] of Object.entries(ends)) {
    await begins({ participant });
    await page.route(saves, (route) => route.fulfill(reply));
    await changes(page);
    await page.locator(".stopped .mw-notice").waitFor();
    await look(`keeping stopped: ${why}`);
    await page.unrouteAll();
    await forgets(page);
  }
}

/** What puts a question in the place of the answers. */
const interruptions = {
  "continued elsewhere": problem("continued-elsewhere"),
  "sent elsewhere": problem("sent-already"),
};

async function elsewhere({ page, participant, look }: Visit): Promise<void> {
  for (const [why, reply] of Object.entries(interruptions)) {
    await begins({ participant });
    await page.route(saves, (route) => route.fulfill(reply));
    await changes(page);
    await page.locator(".message").waitFor();
    await look(why);
    await page.unrouteAll();
    if (reply === interruptions["continued elsewhere"]) {
      await page.route(reads, (route) => route.abort());
      await page.locator(".choices-to-go-on button").first().click();
      await page.locator(".message [role=alert]:not(:empty)").waitFor();
      await look(`${why}, not to be read`);
      await page.unrouteAll();
    }
    await forgets(page);
  }
  await participant.opens("demo").consents().done();
  await page.evaluate(async () => {
    const { held = [] } = await navigator.locks.query();
    for (const { name = "" } of held)
      void navigator.locks.request(name, { steal: true }, () => new Promise(() => {}));
  });
  await page.locator(".choices-to-go-on").waitFor();
  await look("open in another window");
  await forgets(page);
}

async function deleting({ page, participant, look }: Visit): Promise<void> {
  for (const isOnline of [true, false]) {
    await begins({ participant });
    await says(page, saved, () => changes(page));
    let letGo = () => {};
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    await page.route("**/draft-deletions", async (route) => {
      await held;
      await (isOnline ? route.continue() : route.abort());
    });
    await page.locator(".endings > .mw-button:has(+ dialog)").nth(1).click();
    await page.locator("dialog[open] .mw-button-danger").click();
    await page.locator("#said .mw-notice").waitFor();
    if (isOnline) await look("first page, deleting");
    const before = await page.locator("#said").textContent();
    letGo();
    await page
      .locator("#said")
      .filter({ hasNotText: before ?? "" })
      .waitFor();
    await look(isOnline ? "first page, deleted" : "first page, deleted on this device only");
    await page.unrouteAll({ behavior: "wait" });
    await forgets(page);
  }
}

async function sayingNo({ page, participant, look }: Visit): Promise<void> {
  await begins({ participant });
  await says(page, saved, () => changes(page));
  await participant.goesBack().goesBack().declines().done();
  await look("asked back on saying no");
  await forgets(page);
}

async function onSharedDevice({ newPage, server, look }: Visit): Promise<void> {
  const page = await newPage();
  await page.addInitScript(holdLongWaits);
  const participant = new Participant(page, server.url);
  await participant.opens("demo").done();
  await page.locator("#shared-device").check();
  await participant.consents().done();
  await toChoices(participant);
  await says(page, /Fenster offen|window open/, async () => {
    await page.context().setOffline(true);
    await changes(page);
  });
  await look("shared device, no connection", page);
  await page.context().setOffline(false);
  await page.route(saves, (route) => route.fulfill({ status: 503 }));
  await says(page, /antwortet nicht|does not answer/, () => changes(page));
  await look("shared device, no answer", page);
  await page.route(saves, (route) => route.fulfill(problem("closed")));
  await changes(page);
  await page.locator(".stopped .mw-notice").waitFor();
  await look("shared device, stopped", page);
  await page.locator(pause).click();
  await page.locator(".secret-code-shown").waitFor();
  await look("shared device, paused", page);
  await page.context().close();
}

/** As after closing the tab. */
async function forgets(page: Page): Promise<void> {
  await page.evaluate(() => sessionStorage.clear());
}
