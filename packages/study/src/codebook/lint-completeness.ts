import { pointer, warning } from "../lint-instrument/issue.ts";
import { languages } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import { mainCategoryOf } from "./code-tree.ts";
import { lintKeywords } from "./lint-keywords.ts";
import type { Code, Codebook } from "./schema.ts";

/** What a codebook should say so that two coders use it alike; all of it warnings. */
export function lintCompleteness(codebook: Codebook): Issue[] {
  const { codes } = codebook;
  return [
    ...lintFrame(codebook),
    ...codes.flatMap((code, at) => [
      ...lintExplanation(code, at),
      ...lintKeywords(code, at),
      ...lintMainCategory(codebook, code, at),
    ]),
  ];
}

function lintFrame({ languages: named, licence, sources, rules }: Codebook): Issue[] {
  const missing = languages
    .filter((language) => !named.includes(language))
    .map((language) =>
      warning(
        pointer("languages"),
        [`Die Sprache „${language}“ fehlt.`, `The language “${language}” is missing.`],
        ["Ein Codebuch liegt in beiden Sprachen vor.", "A codebook exists in both languages."],
      ),
    );
  const open = Object.entries({ licence, sources, rules }).flatMap(([name, value]) =>
    value === undefined
      ? [
          warning(
            pointer(name),
            [`„${name}“ fehlt.`, `“${name}” is missing.`],
            [
              "Wer das Codebuch liest, braucht Herkunft, Lizenz und allgemeine Regeln.",
              "Readers of the codebook need its source, licence and general rules.",
            ],
          ),
        ]
      : [],
  );
  return [...missing, ...open];
}

function lintExplanation(code: Code, at: number): Issue[] {
  if (code.definition === undefined) return [without(at, "definition", code.id)];
  if (code.isHeading === true) return [];
  const issues: Issue[] = [];
  if (code.anchorExample === undefined) issues.push(without(at, "anchorExample", code.id));
  if (code.codingRule === undefined && code.delimitation === undefined) {
    issues.push(without(at, "codingRule", code.id));
  }
  return issues;
}

const names: Record<string, readonly [string, string]> = {
  definition: ["eine Definition", "a definition"],
  anchorExample: ["ein Ankerbeispiel", "an anchor example"],
  codingRule: ["eine Kodierregel oder Abgrenzung", "a coding rule or delimitation"],
};

function without(at: number, name: string, id: string): Issue {
  const [de, en] = names[name] ?? [name, name];
  return warning(
    pointer("codes", at, name),
    [`Dem Code „${id}“ fehlt ${de}.`, `The code “${id}” lacks ${en}.`],
    [
      "Ohne sie kodieren zwei Personen verschieden.",
      "Without it, two people will code differently.",
    ],
  );
}

function lintMainCategory(codebook: Codebook, { id }: Code, at: number): Issue[] {
  if (mainCategoryOf(codebook, id) !== undefined) return [];
  return [
    warning(
      pointer("codes", at),
      [
        `Der Code „${id}“ gehört zu keiner Hauptkategorie.`,
        `The code “${id}” belongs to no main category.`,
      ],
      [
        "Setzen Sie „isMainCategory“ bei der Kategorie, über die berichtet wird.",
        "Set “isMainCategory” at the category that is reported on.",
      ],
    ),
  ];
}
