import { error, pointer, warning } from "../lint-instrument/issue.ts";
import type { Issue } from "../result.ts";
import { lintCompleteness } from "./lint-completeness.ts";
import type { Codebook } from "./schema.ts";

/** What only the codebook as a whole can tell. Errors make it unusable, warnings say what a coder will miss. */
export function lintCodebook(codebook: Codebook): Issue[] {
  return [
    ...lintNames(codebook),
    ...lintParents(codebook),
    ...lintCircles(codebook),
    ...lintDrivers(codebook),
    ...lintHistory(codebook),
    ...lintCompleteness(codebook),
  ];
}

function lintNames({ codes }: Codebook): Issue[] {
  const seen = new Set<string>();
  return codes.flatMap(({ id }, at) => {
    // Names of files and columns: some computers take upper and lower case for the same.
    const key = id.toLowerCase();
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    return [
      error(
        pointer("codes", at, "id"),
        [`Den Code „${id}“ gibt es zweimal.`, `There are two codes “${id}”.`],
        ["Wählen Sie einen anderen Namen.", "Choose another name."],
      ),
    ];
  });
}

function lintParents({ codes }: Codebook): Issue[] {
  const known = new Set(codes.map(({ id }) => id));
  return codes.flatMap(({ parent }, at) =>
    parent === undefined || known.has(parent)
      ? []
      : [
          error(
            pointer("codes", at, "parent"),
            [`Die Kategorie „${parent}“ gibt es nicht.`, `There is no category “${parent}”.`],
            [
              "Führen Sie sie unter „codes“ auf, oder berichtigen Sie den Namen.",
              "List it under “codes”, or correct the name.",
            ],
          ),
        ],
  );
}

function lintCircles({ codes }: Codebook): Issue[] {
  const parents = new Map(codes.map(({ id, parent }) => [id, parent]));
  return codes.flatMap(({ id }, at) => {
    const seen = new Set<string>();
    let above = parents.get(id);
    while (above !== undefined && above !== id && !seen.has(above)) {
      seen.add(above);
      above = parents.get(above);
    }
    if (above !== id) return [];
    return [
      error(
        pointer("codes", at, "parent"),
        [`Der Code „${id}“ liegt in sich selbst.`, `The code “${id}” lies inside itself.`],
        [
          "Lassen Sie bei einem der Codes „parent“ weg.",
          "Leave out “parent” at one of these codes.",
        ],
      ),
    ];
  });
}

function lintDrivers({ codes }: Codebook): Issue[] {
  const drivers = codes.map(({ valueDriver }) => valueDriver);
  return drivers.flatMap((driver, at) =>
    driver === undefined || drivers.indexOf(driver) === at
      ? []
      : [
          error(
            pointer("codes", at, "valueDriver"),
            [`Für „${driver}“ stehen zwei Codes.`, `Two codes stand for “${driver}”.`],
            [
              "Nennen Sie den Treiber nur bei dem Code, der ihn ganz umfasst.",
              "Name the driver only at the code that covers all of it.",
            ],
          ),
        ],
  );
}

function lintHistory({ codes, history = [] }: Codebook): Issue[] {
  const known = new Set(codes.map(({ id }) => id));
  return history.flatMap(({ kind, codes: named }, at) => {
    const gone = kind === "merged" || kind === "removed";
    const still = named.find((id) => gone && known.has(id));
    if (still === undefined) return [];
    return [
      warning(
        pointer("history", at, "codes"),
        [
          `„${still}“ wurde aufgegeben, steht aber noch unter den Codes.`,
          `“${still}” was given up but still stands among the codes.`,
        ],
        ["Streichen Sie den Code oder den Eintrag.", "Delete the code or the entry."],
      ),
    ];
  });
}
