import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { build } from "vite";

/** What is only structure: without words of its own it says nothing about the page. */
const structureOnly =
  /^(end( of)?\b.*|paragraph|strong|term|definition|document|group|form|section)$/;

/**
 * A virtual screen reader for one page: it computes roles, names and states from the page itself, as the specifications
 * say, and speaks of them in English. It is no real one, and does not know what browsers hide inside a closed `details`.
 */
export class ScreenReader {
  readonly #page: Page;
  readonly #script: string;

  private constructor(page: Page, script: string) {
    this.#page = page;
    this.#script = script;
  }

  static async for(page: Page): Promise<ScreenReader> {
    return new ScreenReader(page, await bundled());
  }

  /**
   * Everything inside the first element that a selector names, phrase by phrase, without phrases of structure alone and
   * without texts said twice in a row.
   */
  async reads(selector: string): Promise<string[]> {
    const said = await this.#run<string[]>(`readAloud(${JSON.stringify(selector)})`);
    return withoutRepetition(said.filter((phrase) => !structureOnly.test(phrase)));
  }

  /** What the page says by itself, in live regions, while something is done on it. */
  async hears(during: () => Promise<unknown>): Promise<string[]> {
    await this.#run("startListening()");
    await during();
    return await this.#run<string[]>("stopListening()");
  }

  async #run<T>(expression: string): Promise<T> {
    if (!(await this.#page.evaluate(`"readAloud" in window`))) {
      await this.#page.evaluate(this.#script);
    }
    return await this.#page.evaluate<T>(expression);
  }
}

/** Without texts that are part of what was said just before: labels after their fields, legends after their groups. */
function withoutRepetition(phrases: readonly string[]): string[] {
  const kept: string[] = [];
  for (const phrase of phrases) {
    const isRepeated = phrase.length > 2 && kept.at(-1)?.includes(phrase);
    if (!isRepeated) kept.push(phrase);
  }
  return kept;
}

/** The reader as one script that runs in a page. */
async function bundled(): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: "silent",
    define: { process: "undefined", "process.env.NODE_ENV": JSON.stringify("test") },
    build: {
      write: false,
      minify: false,
      lib: {
        entry: fileURLToPath(new URL("in-page.ts", import.meta.url)),
        formats: ["iife"],
        name: "screenReader",
      },
    },
  });
  const [result] = [built].flat();
  if (result === undefined || !("output" in result)) throw new Error("the reader was not built");
  return result.output[0].code;
}
