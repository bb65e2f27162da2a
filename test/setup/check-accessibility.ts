import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "playwright-core";
import { namelessFocusables } from "./accessibility-tree.ts";
import { isJudged } from "./axe-judged.ts";

const require = createRequire(import.meta.url);
const axeSource = readFileSync(require.resolve("axe-core/axe.min.js"), "utf8");

type AxeRule = { id: string; nodes: { html: string; failureSummary?: string }[] };
type AxeReport = { violations: AxeRule[]; incomplete: AxeRule[] };

/** The rules of axe whose outcome hangs on colours. */
export const colourRules = ["color-contrast", "link-in-text-block"];

type Finding = { id: string; html: string; failureSummary?: string };

async function axeReport(page: Page, rules?: readonly string[]) {
  if (!(await page.evaluate(`"axe" in window`))) await page.evaluate(axeSource);
  const options = {
    resultTypes: ["violations", "incomplete"],
    ...(rules && { runOnly: { type: "rule", values: rules } }),
  };
  const report = await page.evaluate<AxeReport>(`axe.run(document, ${JSON.stringify(options)})`);
  const byElement = (found: AxeRule[]): Finding[] =>
    found.flatMap(({ id, nodes }) => nodes.map((node) => ({ id, ...node })));
  return { violations: byElement(report.violations), undecided: byElement(report.incomplete) };
}

const line = ({ id, html, failureSummary = "" }: Finding) => `${id}: ${html} ${failureSummary}`;

/** axe's violations (WCAG 2.0 to 2.2, A and AA, and best practice), one line per rule and element. */
async function axeViolations(page: Page): Promise<string[]> {
  return (await axeReport(page)).violations.map(line);
}

/**
 * axe's violations, and what it could not decide and nobody has judged yet. `rules` names some of axe's rules instead of
 * all.
 */
export async function axeFindings(page: Page, rules?: readonly string[]): Promise<string[]> {
  const { violations, undecided } = await axeReport(page, rules);
  const open = undecided.filter((found) => !isJudged(found));
  return [...violations.map(line), ...open.map((found) => `undecided ${line(found)}`)];
}

/** What automatic checks hold against a page: axe's violations and nameless focusable nodes. */
export async function checkAccessibility(page: Page): Promise<string[]> {
  return [...(await axeViolations(page)), ...(await namelessFocusables(page))];
}
