import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { runTyped } from "../../analysis/src/example/run-typed.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const study = "analysis/example/community-manager-interviews";

/** How good suggestions are, as a person reads it who asks for a preview. */
async function quality(method: string, language: "de" | "en"): Promise<string> {
  const words = ["code", "suggest", study, "--method", method, "--coder", "ada", "--preview"];
  const typed = [...words, "--format", "markdown", "--lang", language];
  const { exitCode, out, err } = await runTyped(typed, root, { env: { MEHRWERT_CODER: "reader" } });
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: "" });
  const from = out.indexOf({ de: "## Wie gut", en: "## How good" }[language]);
  return out.slice(from, out.indexOf({ de: "## Wie gerechnet", en: "## How it was" }[language]));
}

// A change of these files is a change of results: say in the commit which figures move, where to and why. The figures
// are poor, and belong here for that.
test.each(["de", "en"] as const)(
  "how well the keywords find what ada coded, in %s",
  async (language) => {
    await expect(await quality("dictionary", language)).toMatchFileSnapshot(
      `coding-suggestions-dictionary.${language}.md`,
    );
  },
);

test("how well the model finds what ada coded, leaving out one interview at a time", async () => {
  await expect(await quality("classifier", "de")).toMatchFileSnapshot(
    "coding-suggestions-classifier.de.md",
  );
}, 240_000);
