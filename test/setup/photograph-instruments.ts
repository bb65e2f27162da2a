import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { loadInstruments, projectFolder } from "@mehrwert/api";
import type { Instrument, Language } from "@mehrwert/study";
import type { Browser } from "playwright-core";
import { launchBrowser, newPage, type WatchedPage } from "./browser.ts";
import { temporaryFolder } from "./database.ts";
import { freePort, startMehrwert } from "./process.ts";

// Photographs every page of every instrument in both languages, wide and as a phone:
// node --import tsx test/setup/photograph-instruments.ts FOLDER [SLUG …]

const views = (["de", "en"] as const).flatMap((language) =>
  ([1280, 390] as const).map((width) => ({ language, width })),
);
const picturesPerSheet = 8;

/** Everything the preview adds to a page, which participants do not see. */
const withoutPreview =
  ".preview-banner, .preview-controls, .preview-said, .preview-reasons { display: none }";

type Album = { page: WatchedPage; folder: string; pictures: string[]; complaints: string[] };

async function photograph({ page, folder, pictures, complaints }: Album, name: string) {
  const style = await page.addStyleTag({ content: withoutPreview });
  const file = join(folder, `${String(pictures.length).padStart(2, "0")}-${name}.png`);
  await page.mouse.move(0, 0);
  await page.screenshot({ path: file, fullPage: true });
  pictures.push(file);
  const isWide = await page.evaluate(() => document.documentElement.scrollWidth > innerWidth);
  if (isWide) complaints.push(`${file}: scrolls sideways`);
  await style.evaluate((element) => element.parentNode?.removeChild(element));
}

/** The pages that ask somebody something, the consent aside. */
function askingPages({ pages, mehrwert }: Instrument) {
  return pages.filter(({ elements }) =>
    elements.some(({ name, type }) => name !== mehrwert.consent.question && type !== "assigned"),
  );
}

async function photographPages(album: Album, instrument: Instrument, language: Language) {
  const { page, complaints } = album;
  await photograph(album, "welcome");
  await page.locator(".preview-controls").evaluate((element) => element.setAttribute("open", ""));
  await page.locator(".preview-switch input").check();
  // Random groups are drawn: the first one makes every album the same.
  for (const groups of await page.locator(".preview-fields > label select").all()) {
    await groups.selectOption({ index: 0 });
  }
  for (const { name, title } of askingPages(instrument)) {
    await page.locator("select[name=preview-page]").selectOption(name);
    await page.locator(".preview-jump button").click();
    const heading = page.locator("h1", { hasText: title[language] });
    if (!(await appears(heading.waitFor({ timeout: 10_000 })))) {
      complaints.push(`${album.folder}: no answers lead to the page ${name}`);
      continue;
    }
    await photograph(album, name);
    const criteria = await page.locator(".decision-criterion > .item:first-child").all();
    for (const criterion of criteria) await criterion.locator("input").first().check();
    if (criteria.length > 0) await photograph(album, `${name}--answered`);
    const hidden = await page
      .locator(".preview-reasons details[open] li [data-show]")
      .evaluateAll((buttons) => buttons.map((button) => button.getAttribute("data-show") ?? ""));
    for (const question of hidden) {
      if ((await page.locator(`#q-${question}`).count()) > 0) continue;
      await page.locator(`[data-show="${question}"]`).click();
      const isShown = await appears(page.locator(`#q-${question}`).waitFor({ timeout: 10_000 }));
      if (isShown) await photograph(album, `${name}--${question}`);
      else complaints.push(`${album.folder}: no answers lead to the question ${question}`);
    }
  }
}

async function appears(waiting: Promise<void>): Promise<boolean> {
  return await waiting.then(
    () => true,
    () => false,
  );
}

/** Sheets of small pictures, side by side, to look through many at once. */
async function writeSheets(browser: Browser, { folder, pictures }: Album, width: number) {
  const page = await newPage(browser, "null", { width: 1600 });
  const small = width > 700 ? 380 : 190;
  for (let from = 0; from < pictures.length; from += picturesPerSheet) {
    const images = pictures.slice(from, from + picturesPerSheet).map((file) => {
      const data = readFileSync(file).toString("base64");
      return `<img width="${small}" alt="" src="data:image/png;base64,${data}">`;
    });
    await page.setContent(
      `<body style="display:flex;flex-wrap:wrap;gap:8px;align-items:start">${images.join("")}</body>`,
    );
    const number = from / picturesPerSheet + 1;
    await page.screenshot({ path: join(folder, `sheet-${number}.png`), fullPage: true });
  }
  await page.context().close();
}

const [target, ...slugs] = process.argv.slice(2);
if (target === undefined) throw new Error("Name a folder for the pictures.");
const loaded = loadInstruments(join(projectFolder, "instruments"));
if (!loaded.ok) throw new Error("The instruments have errors: pnpm mehrwert instrument check");
const { folder: home, remove } = temporaryFolder();
const server = await startMehrwert({ MEHRWERT_DATA: join(home, "data") }, await freePort());
const browser = await launchBrowser();
const complaints: string[] = [];

try {
  for (const [key, instrument] of loaded.instruments) {
    if (slugs.length > 0 && !slugs.includes(instrument.mehrwert.slug)) continue;
    for (const { language, width } of views) {
      const folder = join(target, key.replace("/", "-"), `${language}-${width}`);
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder, { recursive: true });
      const page = await newPage(browser, server.url, { width, touch: width < 700 });
      await page.goto(`${server.url}/preview/${key}?lang=${language}`);
      await page.locator("form.consent").waitFor();
      const album = { page, folder, pictures: [], complaints };
      await photographPages(album, instrument, language);
      complaints.push(...page.pageErrors.map((error) => `${folder}: ${error}`));
      await page.context().close();
      await writeSheets(browser, album, width);
      process.stdout.write(`${folder}: ${album.pictures.length} pictures\n`);
    }
  }
  writeFileSync(join(target, "complaints.txt"), complaints.map((line) => `${line}\n`).join(""));
  for (const line of complaints) process.stderr.write(`${line}\n`);
  process.exitCode = complaints.length > 0 ? 1 : 0;
} finally {
  await browser.close();
  await server.stop();
  remove();
}
