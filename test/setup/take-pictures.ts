import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { projectFolder } from "@mehrwert/api";
import { Participant } from "../journeys/participant.ts";
import { giveCookie, setUpByLink } from "./account.ts";
import { launchBrowser, newPage } from "./browser.ts";
import { temporaryFolder } from "./database.ts";
import { freePort, startMehrwert } from "./process.ts";

// Takes the README's two pictures from the demo study: node --import tsx test/setup/take-pictures.ts
const { folder, remove } = temporaryFolder();
const server = await startMehrwert({ MEHRWERT_DATA: join(folder, "data") }, await freePort());
const browser = await launchBrowser();
const pictures = join(projectFolder, ".github/pictures");
mkdirSync(pictures, { recursive: true });
const size = { width: 820, height: 900 };

try {
  const page = await newPage(browser, server.url, { locale: "en-GB" });
  await page.setViewportSize(size);
  const participant = new Participant(page, server.url);
  await participant.opens("demo").consents().answers({ "network-experience": "member" }).done();
  await participant.answers({ "value-drivers": ["vd-1", "vd-3", "vd-5"] }).done();
  await page.evaluate(() => window.scrollTo(0, 0));
  await page.screenshot({ path: join(pictures, "questionnaire.png") });

  await giveCookie(page, server.url, (await setUpByLink(server)).cookie);
  await page.goto(`${server.url}/console/studies/demo/results?language=en`);
  const figure = page.locator("figure").first();
  await figure.locator("svg").waitFor();
  await page.evaluate(() => document.fonts.ready);
  const box = await page.locator("h2").first().boundingBox();
  await page.evaluate((top) => window.scrollTo(0, top - 16), box?.y ?? 0);
  await page.screenshot({ path: join(pictures, "results.png") });
} finally {
  await browser.close();
  await server.stop();
  remove();
}
