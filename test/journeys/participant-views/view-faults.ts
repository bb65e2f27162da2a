import { mkdirSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { namelessFocusables } from "../../setup/accessibility-tree.ts";
import { axeFindings, colourRules } from "../../setup/check-accessibility.ts";
import { clippedTexts } from "../../setup/page-checks/clipped-texts.ts";
import { faintTexts } from "../../setup/page-checks/faint-texts.ts";
import { movingParts } from "../../setup/page-checks/moving-parts.ts";
import { smallTargets } from "../../setup/page-checks/small-targets.ts";
import { sameStops, stepsBack, type TabStop, tabStops } from "../../setup/page-checks/tab-stops.ts";
import { unspokenFigures } from "../../setup/page-checks/unspoken-figures.ts";
import { untiedErrors } from "../../setup/page-checks/untied-errors.ts";

/** How somebody looks at a view; what is not said is as at an office PC. */
type Looking = {
  name: string;
  widthPx?: number;
  heightPx?: number;
  colorScheme?: "dark";
  forcedColors?: "active";
  /** Styles that the reader's browser adds. */
  style?: string;
  faults: ((page: Page) => Promise<string[]>)[];
};

const leastTargetPx = 44;
const leastContrast = 3;

/** WCAG 2.2, 1.4.12. */
const textSpacing = `
  * { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
  p, li, dd { margin-block-end: 2em !important }`;

const colours = async (page: Page) => [
  ...(await axeFindings(page, colourRules)),
  ...(await faintTexts(page)),
];
const clipped = (page: Page) => page.evaluate(clippedTexts);

function unseenFocus(stops: readonly TabStop[]): string[] {
  const unseen = stops.filter(({ ring }) => ring === undefined || ring < leastContrast);
  return [
    ...unseen.map(({ name, ring }) => `focus not seen: ${name} (${ring?.toFixed(2)})`),
    ...(stops.length === 0 ? ["the Tab key reaches nothing"] : []),
  ];
}

async function keyboardWay(page: Page): Promise<string[]> {
  const stops = await tabStops(page);
  return [...stepsBack(stops).map((step) => `Tab goes back: ${step}`), ...unseenFocus(stops)];
}

const focusOnceMore = async (page: Page) => unseenFocus(await sameStops(page));

/** Each view is looked at in each of these ways. 400 % zoom of 1280 × 1024 is a window of 320 × 256 CSS pixels. */
const lookings: readonly Looking[] = [
  {
    name: "1280 px",
    faults: [
      axeFindings,
      namelessFocusables,
      (page) => page.evaluate(untiedErrors),
      (page) => page.evaluate(movingParts),
      (page) => page.evaluate(unspokenFigures, undefined),
      faintTexts,
      clipped,
      keyboardWay,
    ],
  },
  { name: "dark", colorScheme: "dark", faults: [colours, focusOnceMore] },
  { name: "forced colours", forcedColors: "active", faults: [colours, focusOnceMore] },
  { name: "twice the text", style: "html { font-size: 212.5% !important }", faults: [clipped] },
  {
    name: "320 px",
    widthPx: 320,
    heightPx: 640,
    faults: [
      axeFindings,
      clipped,
      (page) => page.evaluate(smallTargets, leastTargetPx),
      keyboardWay,
    ],
  },
  { name: "320 px dark", widthPx: 320, heightPx: 640, colorScheme: "dark", faults: [faintTexts] },
  { name: "400 % zoom", widthPx: 320, heightPx: 256, faults: [clipped] },
  { name: "text spacing", widthPx: 320, heightPx: 640, style: textSpacing, faults: [clipped] },
];

/** A style sheet of the reader's: pages may not forbid it. */
async function setReadersStyle(page: Page, style: string): Promise<void> {
  await page.evaluate((css) => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    document.adoptedStyleSheets = css === "" ? [] : [sheet];
  }, style);
}

/**
 * Everything that is wrong with the view a page shows, each line with the way of looking at it. The page is left as an
 * office PC shows it. `MEHRWERT_TEST_PICTURES` names a folder for a picture of every view in every way.
 */
export async function viewFaults(page: Page, name: string): Promise<string[]> {
  const wrong: string[] = [];
  for (const looking of lookings) {
    const {
      colorScheme = "light",
      forcedColors = "none",
      widthPx = 1280,
      heightPx = 900,
    } = looking;
    await page.setViewportSize({ width: widthPx, height: heightPx });
    await page.emulateMedia({ colorScheme, forcedColors, reducedMotion: "reduce" });
    await setReadersStyle(page, looking.style ?? "");
    await page.evaluate(() => scrollTo(0, 0));
    for (const faults of looking.faults) {
      wrong.push(...(await faults(page)).map((fault) => `${name}, ${looking.name}: ${fault}`));
    }
    await takePicture(page, `${name}, ${looking.name}`);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", forcedColors: "none", reducedMotion: "reduce" });
  await setReadersStyle(page, "");
  return wrong;
}

async function takePicture(page: Page, name: string): Promise<void> {
  const folder = process.env.MEHRWERT_TEST_PICTURES;
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  const language = await page.evaluate(() => document.documentElement.lang);
  const file = `${name}-${language}.png`.replaceAll(/[^\w.-]+/g, "-");
  await page.screenshot({ path: join(folder, file), fullPage: true });
}
