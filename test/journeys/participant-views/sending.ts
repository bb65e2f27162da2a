import type { Visit } from "./visit.ts";

const submit = "form:not(.resume) button[type=submit]";
/** A refusal as the server would send it. */
export const problem = (type: string, more = {}) => ({
  status: 409,
  contentType: "application/problem+json",
  body: JSON.stringify({ type: `/problems/${type}`, title: "", status: 409, ...more }),
});
const errors = (pointer: string) => ({
  errors: [{ pointer, detail: "3", advice: "4" }],
});

/** What the server may say to a sent response, by what the page then says. */
const refusals = {
  closed: problem("closed"),
  "consent changed": problem("consent-changed"),
  changed: problem("invalid", errors("#/definitionHash")),
  withdrawn: problem("withdrawn"),
  "unknown study": problem("not-found"),
  "not accepted": problem("invalid", errors("#/answers/rhythm")),
  "some other refusal": { status: 403, contentType: "text/html", body: "<h1>Proxy</h1>" },
  "stored earlier": problem("conflict"),
};

/** From the last page on, with everything answered: sending, failing, being refused, and the thank-you page. */
export async function sendingViews(visit: Visit): Promise<void> {
  const { page, participant, look } = visit;
  await failures(visit);
  for (const [why, reply] of Object.entries(refusals)) {
    await page.route("**/responses", (route) => route.fulfill(reply));
    await page.locator(submit).click();
    await page.locator(".sending .mw-notice").waitFor();
    await look(`refused: ${why}`);
    await page.unrouteAll();
  }
  await participant.reloads().done();
  await page.locator(submit).click();
  await page.locator(".secret-code-shown").waitFor();
  await look("thank-you with the code");
  await page.locator(".secret-code-actions button").first().click();
  await page.locator(".secret-code-said:not(:empty)").waitFor();
  await look("thank-you, code copied or not");
  await participant.reloads().done();
  await look("thank-you without the code");
}

/** Sending fails, and the waits between attempts end when we say so. */
async function failures({ page, participant, look }: Visit): Promise<void> {
  await page.evaluate(holdLongWaits);
  let fail = () => {};
  const late = new Promise<void>((resolve) => {
    fail = resolve;
  });
  await page.route("**/responses", async (route) => {
    await late;
    await route.abort();
  });
  await page.locator(submit).click();
  await page.locator("fieldset.questions[disabled]").waitFor();
  await look("sending");
  fail();
  const notice = (kind: string) => page.locator(`.sending .mw-notice-${kind}`);
  await notice("caution").waitFor();
  await look("not sent, tried again by itself");
  for (let tried = 1; tried <= 5; tried += 1) await page.evaluate("endLongWait()");
  await notice("error").waitFor();
  await look("not sent, to be tried again by hand");
  await participant.goesBack().done();
  await notice("caution").waitFor();
  await look("not sent, and gone back");
  await participant.goesOn().done();
  await page.locator("textarea").pressSequentially("!");
  await look("not sent, and changed");
  await page.unrouteAll({ behavior: "wait" });
}

/** Runs in the page: waits between attempts to send end when `endLongWait` of the window is called. */
export function holdLongWaits(): void {
  const start = setTimeout;
  const waitsMs = [2_000, 4_000, 8_000, 16_000, 30_000];
  const longWaits: TimerHandler[] = [];
  Object.assign(window, {
    endLongWait: async () => {
      while (longWaits.length === 0) await new Promise((resume) => start(resume, 10));
      const task = longWaits.shift();
      if (typeof task === "function") task();
    },
    setTimeout: (task: TimerHandler, waitMs = 0) =>
      waitsMs.includes(waitMs) ? longWaits.push(task) : start(task, waitMs),
  });
}
