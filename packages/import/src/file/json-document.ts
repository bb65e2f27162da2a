import { refused, say } from "../refusal.ts";
import { importLimits } from "./limits.ts";

const forbiddenKeys: ReadonlySet<string> = new Set(["__proto__", "constructor", "prototype"]);

/**
 * Reads JSON that is neither too deep nor too large and has no key that reaches into the program.
 *
 * @throws FileRefused otherwise
 */
export function jsonDocument(text: string): unknown {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message.slice(0, 120) : "";
    throw refused(
      "",
      say(
        `Die Datei ist kein gültiges JSON (${reason}).`,
        `The file is not valid JSON (${reason}).`,
      ),
      say(
        "Vermutlich ist sie abgeschnitten oder von Hand geändert. Exportieren Sie sie neu.",
        "It is probably cut off or was edited by hand. Export it again.",
      ),
    );
  }
  refuseDanger(json);
  return json;
}

function refuseDanger(json: unknown): void {
  const waiting = [{ value: json, path: "", depth: 0 }];
  let seen = 0;
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value !== "object" || value === null) continue;
    if (depth >= importLimits.depth) throw tooDeep(path);
    for (const [key, part] of Object.entries(value)) {
      seen += 1;
      if (seen > importLimits.values) throw tooLarge();
      if (forbiddenKeys.has(key)) throw forbidden(`${path}/${key}`, key);
      waiting.push({ value: part, path: `${path}/${key}`, depth: depth + 1 });
    }
  }
}

function tooDeep(path: string) {
  const place = path.slice(0, 80);
  return refused(
    place,
    say(
      `Die Datei ist tiefer als ${importLimits.depth} Ebenen verschachtelt.`,
      `The file is nested deeper than ${importLimits.depth} levels.`,
    ),
    say("Entfernen Sie, was hier nicht hingehört.", "Remove what does not belong here."),
  );
}

function tooLarge() {
  return refused(
    "",
    say(
      `Die Datei enthält mehr als ${importLimits.values} Werte.`,
      `The file holds more than ${importLimits.values} values.`,
    ),
    say("Teilen Sie den Fragebogen.", "Split the questionnaire."),
  );
}

function forbidden(path: string, key: string) {
  return refused(
    path,
    say(`Der Schlüssel „${key}“ ist nicht erlaubt.`, `The key “${key}” is not allowed.`),
    say("Entfernen oder benennen Sie ihn um.", "Remove or rename it."),
  );
}
