import type { Route } from "playwright-core";
import { vi } from "vitest";
import { Participant } from "../participant.ts";
import type { Visit, Walk } from "./visit.ts";

const goOn = "form:not(.resume) button[type=submit]";

/** Everything before the first question: what the server writes, and what the script makes of it. */
export const firstPageWalk: Walk = {
  name: "the first page",
  walk: async (visit) => {
    const { page, participant, look } = visit;
    await participant.opens("demo").done();
    await look("first page");
    await page.locator("details:not(.resumption) summary").click();
    await look("first page, information sheet open");
    await page.locator(goOn).click();
    await page.locator(".has-error").waitFor();
    await look("first page, nothing decided");
    await participant.declines().done();
    await look("declined");
    await page.locator(".message button").click();
    await page.locator(goOn).waitFor();
    await look("first page after declining");
    await participant.consents().goesBack().done();
    await look("first page for those who come back");
    await withoutQuestionnaire(visit);
    await withoutStorage(visit);
  },
};

async function withoutQuestionnaire({ newPage, server, look }: Visit): Promise<void> {
  const page = await newPage();
  const participant = new Participant(page, server.url);
  const start = async () => {
    await page.locator("input[name=consent][value=yes]").check();
    await page.locator(goOn).click();
  };
  let arrive = () => {};
  const late = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  await page.route("**/assets/mount-app*", async (route) => {
    await late;
    await route.abort();
  });
  await participant.opens("demo").done();
  await start();
  await page.locator(".consent-status:not(:empty)").waitFor();
  await look("first page, waiting for the questionnaire", page);
  arrive();
  await page.locator(".message").waitFor();
  await look("questionnaire did not arrive", page);
  await page.unrouteAll({ behavior: "wait" });
  await page.route("**/api/studies/demo", (route: Route) => route.abort());
  await participant.opens("demo").done();
  await start();
  await page.locator(".message").waitFor();
  await look("study did not arrive", page);
  await page.context().close();
}

async function withoutStorage({ newPage, server, look }: Visit): Promise<void> {
  const page = await newPage();
  await page.addInitScript(() => {
    Object.defineProperty(window, "sessionStorage", {
      get: () => {
        throw new DOMException("The operation is insecure.", "SecurityError");
      },
    });
  });
  await page.goto(`${server.url}/s/demo`);
  await page.locator("h1 + .mw-notice").waitFor();
  await look("first page without storage", page);
  await page.context().close();
}

/** What a study says that cannot be answered. */
export const noStudyWalk: Walk = {
  name: "no study to answer",
  walk: async ({ page, server, look }) => {
    const goTo = (path: string) => page.goto(server.url + path);
    await goTo("/s/nowhere");
    await look("unknown study");
    await goTo("/s/nowhere/withdraw");
    await look("withdrawal from an unknown study");
    await server.store.setStudyStatus("demo", "closed");
    await goTo("/s/demo");
    await look("closed study");
    await server.store.setStudyStatus("demo", "fielding");
    const reading = vi.spyOn(server.store, "study").mockRejectedValue(new Error("no database"));
    await goTo("/s/demo");
    reading.mockRestore();
    await look("study that cannot be read");
    await goTo("/problems/closed");
    await look("what a problem means");
  },
};
