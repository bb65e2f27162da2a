import { error, pointer } from "../lint-instrument/issue.ts";
import type { Issue } from "../result.ts";

/** Larger files are refused before anything else looks at them. */
export const instrumentLimits = { values: 50_000, depth: 16, characters: 10_000 } as const;

const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/** What makes a file dangerous to read on: too large, too deep, or with keys that reach into the program. */
export function instrumentLimitIssues(json: unknown): Issue[] {
  const issues: Issue[] = [];
  const waiting = [{ value: json, path: "", depth: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    seen += 1;
    if (typeof value === "string" && value.length > instrumentLimits.characters) {
      issues.push(tooLong(path));
    }
    if (typeof value !== "object" || value === null) continue;
    if (depth >= instrumentLimits.depth) {
      issues.push(tooDeep(path));
      continue;
    }
    const room = instrumentLimits.values - seen - waiting.length;
    if (Array.isArray(value) && value.length > room) return [...issues, tooLarge()];
    const parts = Object.entries(value);
    if (parts.length > room) return [...issues, tooLarge()];
    for (const [key, part] of parts) {
      const place = `${path}${pointer(key)}`;
      if (forbiddenKeys.has(key)) issues.push(forbidden(place, key));
      waiting.push({ value: part, path: place, depth: depth + 1 });
    }
  }
  return issues;
}

function tooLarge(): Issue {
  return error(
    "",
    [
      `Die Datei enthält mehr als ${instrumentLimits.values} Werte.`,
      `The file holds more than ${instrumentLimits.values} values.`,
    ],
    ["Teilen Sie den Fragebogen.", "Split the questionnaire."],
  );
}

function tooDeep(path: string): Issue {
  return error(
    path,
    [
      `Die Datei ist tiefer als ${instrumentLimits.depth} Ebenen verschachtelt.`,
      `The file is nested deeper than ${instrumentLimits.depth} levels.`,
    ],
    ["Entfernen Sie, was hier nicht hingehört.", "Remove what does not belong here."],
  );
}

function tooLong(path: string): Issue {
  return error(
    path,
    [
      `Der Text hat mehr als ${instrumentLimits.characters} Zeichen.`,
      `The text has more than ${instrumentLimits.characters} characters.`,
    ],
    ["Kürzen Sie den Text.", "Shorten the text."],
  );
}

function forbidden(path: string, key: string): Issue {
  return error(
    path,
    [`Der Schlüssel „${key}“ ist nicht erlaubt.`, `The key “${key}” is not allowed.`],
    ["Wählen Sie einen anderen Namen.", "Choose another name."],
  );
}
