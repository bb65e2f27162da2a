import { readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { type Instrument, type Issue, parseInstrument } from "@mehrwert/study";

/** Every instrument by `slug/version`, or everything that is wrong with the files. */
export type LoadedInstruments =
  | { ok: true; instruments: Map<string, Instrument> }
  | { ok: false; issues: { file: string; issue: Issue }[] };

function instrumentFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => statSync(join(folder, name)).isDirectory())
    .flatMap((slug) =>
      readdirSync(join(folder, slug)).map((version) => join(folder, slug, version)),
    )
    .filter((path) => statSync(path).isDirectory())
    .map((path) => join(path, "instrument.json"));
}

function parsedFile(file: string): ReturnType<typeof parseInstrument> {
  try {
    return parseInstrument(JSON.parse(readFileSync(file, "utf8")));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    const issue: Issue = {
      path: "",
      severity: "error",
      message: {
        de: `Die Datei lässt sich nicht lesen: ${reason}`,
        en: `The file cannot be read: ${reason}`,
      },
      advice: {
        de: "Prüfen Sie, ob es die Datei gibt und ob sie gültiges JSON enthält.",
        en: "Check that the file exists and holds valid JSON.",
      },
    };
    return { ok: false, issues: [issue] };
  }
}

/** Reads and checks every `instruments/<slug>/<version>/instrument.json`; one broken file refuses them all. */
export function loadInstruments(folder: string): LoadedInstruments {
  const instruments = new Map<string, Instrument>();
  const issues: { file: string; issue: Issue }[] = [];
  for (const file of instrumentFiles(folder)) {
    const result = parsedFile(file);
    if (result.ok) {
      const { slug, version } = result.value.mehrwert;
      instruments.set(`${slug}/${version}`, result.value);
    } else {
      issues.push(...result.issues.map((issue) => ({ file, issue })));
    }
  }
  return issues.length > 0 ? { ok: false, issues } : { ok: true, instruments };
}
