import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { setUpByLink } from "../setup/account.ts";
import { temporaryFolder } from "../setup/database.ts";
import { freePort, type MehrwertProcess, startMehrwert } from "../setup/process.ts";
import { storedResponses } from "../setup/stored-responses.ts";
import { withBrowser } from "../setup/with-browser.ts";
import { Participant } from "./participant.ts";

const { folder, remove } = temporaryFolder();
const data = { MEHRWERT_DATA: join(folder, "data") };
let port: number;
let server: MehrwertProcess;
let ask: Awaited<ReturnType<typeof setUpByLink>>;
const journey = withBrowser();
beforeAll(async () => {
  port = await freePort();
  server = await startMehrwert(data, port);
  ask = await setUpByLink(server);
});
afterAll(async () => {
  await server?.stop();
  remove();
});

const responses = () => storedResponses(ask, "demo");

test("the server is killed between the last page and submitting: nothing is lost, nothing is doubled", async () => {
  const before = await responses();
  const participant = new Participant(await journey.newPage(server.url), server.url);
  await participant
    .opens("demo")
    .consents()
    .answers({ "value-drivers": ["vd-5", "vd-1"] })
    .done();
  await participant.answers({ "closing-comment": "Danke" }).done();

  await server.kill(true);
  await participant.triesToSubmit();
  await participant.page.getByText("Noch nicht gesendet").first().waitFor();
  expect(await participant.heading()).not.toContain("Danke, dass");

  server = await startMehrwert(data, port);
  await participant.page.locator(".message").waitFor({ timeout: 60_000 });
  expect(await responses()).toBe(before + 1);
  const kept = await participant.page.evaluate(() => Object.values(sessionStorage).join());
  expect(kept).not.toContain("vd-5");
});
