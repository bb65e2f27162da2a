import { newCredentialKeys } from "@mehrwert/api";
import { participationLink, secretCode } from "@mehrwert/privacy";
import { vi } from "vitest";
import type { WatchedPage } from "../../setup/browser.ts";
import type { TestServer } from "../../setup/server.ts";
import { Participant } from "../participant.ts";
import { toChoices } from "./keeping.ts";
import type { Visit, Walk } from "./visit.ts";
import { wrongCodes } from "./withdrawal.ts";

const goOn = "form.consent button[type=submit]";
const resume = "form.resume button";
const unused = new Uint8Array(15);

/** A study by invitation, a code typed by hand, a key that is not the right one, and the way back in with a code. */
export const codesWalk: Walk = {
  name: "codes",
  walk: async (visit) => {
    const { page, server, look } = visit;
    await inviting(server);
    await page.goto(`${server.url}/s/invited`);
    await page.locator("details.resumption").evaluate((more) => more.setAttribute("open", ""));
    await look("first page with a code");
    await page.locator("input[name=consent][value=yes]").check();
    await everyMistake(visit, "participation", goOn);
    await everyMistake(visit, "resume", resume);
    await keptHere(visit);
    await wrongKeys(visit);
    await finishing(visit);
    await page.goto(`${server.url}/privacy`);
    await look("what the operator can see");
  },
};

/** Creates the study `invited` beside `demo`, where it is not there yet. */
async function inviting({ store, study, instrument }: TestServer): Promise<void> {
  const isThere = (await store.studies()).some(({ slug }) => slug === "invited");
  if (isThere) return;
  const { credentialKey, privateKey } = await newCredentialKeys();
  const invited = {
    ...study,
    slug: "invited",
    mode: "anonymous",
    credentialKey,
  } as const;
  await store.createStudy(invited, instrument, privateKey);
}

async function everyMistake(
  { page, look }: Visit,
  kind: "participation" | "resume",
  button: string,
): Promise<void> {
  const error = page.locator(`#${kind}-code-error`);
  const enter = async (code: string, what: string) => {
    const before = await error.textContent();
    const isSaid = async () => !["", before].includes(await error.textContent());
    await page.locator(`#${kind}-code`).fill(code);
    await page.locator(button).click();
    await vi.waitUntil(isSaid, { timeout: 10_000 });
    await look(`${kind} code: ${what}`);
  };
  for (const [mistake, code] of Object.entries(wrongCodes)) await enter(code, mistake);
  await enter(secretCode("receipt", unused), "of another kind");
  await enter(secretCode(kind, unused), "opens nothing");
  await page.context().setOffline(true);
  await enter(secretCode(kind, unused), "not to be checked");
  await page.context().setOffline(false);
}

/** Somebody has begun on this device and comes back in another tab. */
async function keptHere({ page, participant, look }: Visit): Promise<void> {
  await participant.opens("demo").consents().done();
  await toChoices(participant);
  await page.locator(".question input").first().check();
  await page
    .locator(".keeping p")
    .filter({ hasText: /^(Gespeichert|Saved)$/ })
    .first()
    .waitFor();
  await page.evaluate(() => sessionStorage.clear());
  await participant.opens("demo").done();
  await page.locator(".resume-here:not([hidden])").waitFor();
  await look("first page where answers are kept");
}

async function wrongKeys({ newPage, server, look }: Visit): Promise<void> {
  const page = await newPage();
  const [code = ""] = await server.store
    .invite({ study: "invited", recipients: ["me@example.org"], codeOf })
    .then((made) => made.map((one) => one.code));
  const link = (fingerprint: string | undefined) =>
    participationLink({
      origin: server.url,
      study: "invited",
      code,
      fingerprint,
    });
  await page.goto(link("0".repeat(64)));
  await page.locator("form.consent").waitFor({ state: "detached" });
  await look("wrong key", page);
  await changesKey(page, server, link);
  await look("key changed on the way", page);
  await page.context().close();
}

const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);

/** The server shows another key once somebody has read the first page. */
async function changesKey(
  page: WatchedPage,
  server: TestServer,
  link: (fingerprint: string | undefined) => string,
): Promise<void> {
  const study = await server.store.study("invited");
  const { credentialKey } = await newCredentialKeys();
  await page.route("**/api/studies/invited", (route) =>
    route.fulfill({ json: { ...study, credentialKey } }),
  );
  await page.goto("about:blank");
  await page.goto(link(study?.credentialKey?.fingerprint));
  const consents = async () => {
    await page.locator("input[name=consent][value=yes]").check();
    await page.locator(goOn).click();
  };
  await consents();
  // The text that was consented to names the key: the page comes once more, now from the app.
  await page.locator("#said").waitFor({ state: "attached" });
  await consents();
  await page.locator("progress").waitFor();
  await toChoices(new Participant(page, server.url));
  await page.locator(".question input").first().check();
  await page.locator(".stopped .mw-notice").waitFor();
}

/** Nobody can begin any more, and those who have begun may finish. */
async function finishing({ page, newPage, server, look }: Visit): Promise<void> {
  const late = await newPage();
  const participant = new Participant(late, server.url);
  await participant.opens("demo").consents().done();
  await server.store.finishStudy("demo", "2099-01-01");
  await page.goto(`${server.url}/s/demo`);
  await page.locator(".resume-here:not([hidden])").waitFor();
  await look("finishing study");
  await late.reload();
  await late.locator("progress").waitFor();
  await late.locator(".endings > .mw-button:has(+ dialog)").nth(1).click();
  await late.locator("dialog[open] .mw-button-danger").click();
  await late.locator(".message").waitFor();
  await look("answers deleted while the study finishes", late);
  await late.context().close();
  await server.store.setStudyStatus("demo", "fielding");
}
