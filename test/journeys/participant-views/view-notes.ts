import type { Language } from "@mehrwert/study";
import type { Page } from "playwright-core";
import { everyType } from "../../fixtures/question-types.ts";
import { accessibilityTree, spokenPaths, spokenTexts } from "../../setup/accessibility-tree.ts";
import { elementHeights } from "../../setup/page-checks/element-heights.ts";
import { inputNames } from "./input-names.ts";

const questions = everyType.pages.slice(1).flatMap(({ elements }) => elements);

/** What is noted of views on the way through them, to be compared at the end. */
export class ViewNotes {
  /** Words heard on pages of a language. */
  readonly words: Record<Language, Set<string>> = { de: new Set(), en: new Set() };
  /** Accessibility trees of questions, state by state, by type, name and language. */
  readonly trees = new Map<string, string[]>();
  /** Heights of all elements, by language and view. */
  readonly heights = new Map<string, [string, number][]>();

  /** Notes the view that a page shows; tells what is wrong with the names of a question's inputs. */
  async take(page: Page, view: string, language: Language): Promise<string[]> {
    const foreign = new Set(await page.evaluate(textsInOtherLanguages));
    const texts = (await spokenTexts(page)).filter((text) => !foreign.has(text));
    for (const word of wordsOf(texts)) this.words[language].add(word);
    this.heights.set(`${language}, ${view}`, await page.evaluate(elementHeights));
    const question = questions.find(({ name }) => view.startsWith(`${name}, `));
    if (question === undefined) return [];
    const { type, name } = question;
    const file = `${type}-${name}.${language}`;
    const state = view.slice(name.length + 2);
    const tree = `— ${state}\n${await accessibilityTree(page, `#q-${name}`)}`;
    this.trees.set(file, [...(this.trees.get(file) ?? []), tree]);
    return wrongNames(await spokenPaths(page, `#q-${name}`), inputNames(question, language));
  }
}

/** Runs in the page: texts that are marked as being in another language than the page. */
function textsInOtherLanguages(): string[] {
  const marked = [...document.querySelectorAll<HTMLElement>("body [lang]")];
  const others = marked.filter(({ lang }) => !document.documentElement.lang.startsWith(lang));
  return others.map(({ textContent }) => textContent?.trim() ?? "");
}

/** Words of at least two letters, of the page's own texts: codes, addresses and what was typed are no language. */
function wordsOf(texts: readonly string[]): string[] {
  const noLanguage = /\b([0-9A-Z]{5}-){4}[0-9A-Z]{5}\b|\b[0-9a-f]{8}\b|\S*(\w[@/.]\w)\S*|x{9,}/g;
  const text = texts.join(" ").replaceAll(noLanguage, "");
  return (text.match(/\p{L}{2,}/gu) ?? []).map((word) => word.toLowerCase());
}

/** Inputs on whose way not everything is said that must be, and inputs that sound like another one. */
function wrongNames(paths: readonly string[][], wanted: readonly (readonly string[])[]): string[] {
  const spoken = paths.map((path) => path.join(" > "));
  const saysAll = (path: string) =>
    wanted.some((texts) => texts.every((text) => path.includes(text)));
  const isHeardTwice = (path: string, at: number) => spoken.indexOf(path) !== at;
  return [
    ...spoken.filter((path) => !saysAll(path)).map((path) => `says too little: ${path}`),
    ...spoken.filter(isHeardTwice).map((path) => `sounds like another: ${path}`),
  ];
}
