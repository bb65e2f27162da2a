import { readdir, readFile, stat } from "node:fs/promises";
import { basename, extname, join } from "node:path";
import { type ImportedTranscript, importTranscript, transcriptFormats } from "@mehrwert/import";
import { documentIdSchema, foundSpeakers, type Issue, type LocalizedText } from "@mehrwert/study";
import { issueLine } from "./dataset-folder.ts";
import { badInput } from "./shell.ts";

/** A transcript read from a file, under the name it will have in the project. */
export type TranscriptSource = {
  document: string;
  file: string;
  transcript: ImportedTranscript;
  speakers: string[];
};

/** What was read, and files that are none of the formats. */
export type TranscriptSources = { sources: TranscriptSource[]; passedOver: string[] };

/**
 * Reads transcripts from files and folders (not the folders below them). One that cannot be read refuses all of them.
 *
 * @param speakers labels before the colon; else they are found in each text
 * @throws CommandFailure with every file that cannot be used
 */
export async function readTranscriptSources(
  paths: readonly string[],
  speakers: readonly string[] | undefined,
): Promise<TranscriptSources> {
  const listed = await Promise.all(paths.map(filesIn));
  const files = listed.flatMap(({ usable }) => usable);
  const passedOver = listed.flatMap((each) => each.passedOver);
  if (files.length === 0) throw nothingThere(paths);
  const faults: LocalizedText[] = [];
  const sources: TranscriptSource[] = [];
  for (const file of files) {
    const result = importTranscript({
      fileName: basename(file),
      bytes: new Uint8Array(await readFile(file)),
    });
    if (!result.ok) {
      faults.push(...result.issues.map((issue) => faultIn(file, issue)));
      continue;
    }
    const found = speakers === undefined ? foundSpeakers(result.value.text) : [...speakers];
    sources.push({ document: nameOf(file), file, transcript: result.value, speakers: found });
  }
  faults.push(...nameFaults(sources));
  if (faults.length > 0) throw refusal(faults);
  return { sources, passedOver };
}

async function filesIn(path: string): Promise<{ usable: string[]; passedOver: string[] }> {
  const found = await stat(path).catch(() => {
    throw badInput(`${path} gibt es nicht.`, `There is no ${path}.`);
  });
  if (!found.isDirectory()) return { usable: [path], passedOver: [] };
  const entries = await readdir(path, { withFileTypes: true });
  const files = entries
    .filter(
      (entry) => entry.isFile() && !entry.name.startsWith(".") && !entry.name.startsWith("~$"),
    )
    .map(({ name }) => join(path, name))
    .sort((a, b) => a.localeCompare(b, "en", { numeric: true }));
  const isUsable = (file: string) => {
    const ending = extname(file).slice(1).toLowerCase();
    return ending === "markdown" || transcriptFormats.some((format) => format === ending);
  };
  const isReadme = (file: string) => /^readme\b/i.test(basename(file));
  return {
    usable: files.filter((file) => isUsable(file) && !isReadme(file)),
    passedOver: files.filter((file) => !isUsable(file) || isReadme(file)),
  };
}

function nameOf(file: string): string {
  return basename(file, extname(file))
    .normalize("NFC")
    .trim()
    .replace(/[^A-Za-z0-9À-ÖØ-öø-ÿ._-]+/g, "-");
}

function nameFaults(sources: readonly TranscriptSource[]): LocalizedText[] {
  const names = sources.map(({ document }) => document.toLowerCase());
  return sources.flatMap(({ document, file }, at) => {
    if (!documentIdSchema.safeParse(document).success) {
      return [
        {
          de: `${file}: Der Name taugt nicht für ein Transkript. Nehmen Sie Buchstaben, Ziffern, Punkt und Bindestrich.`,
          en: `${file}: the name cannot be a transcript's. Use letters, digits, dots and hyphens.`,
        },
      ];
    }
    const first = names.indexOf(document.toLowerCase());
    if (first === at) return [];
    const other = sources[first]?.file;
    return [
      {
        de: `${file}: Das Transkript ${document} käme auch aus ${other}. Benennen Sie eine der Dateien um.`,
        en: `${file}: transcript ${document} would also come from ${other}. Rename one of the files.`,
      },
    ];
  });
}

function faultIn(file: string, issue: Issue): LocalizedText {
  const line = (language: "de" | "en") => {
    const place = issue.path === "" ? file : `${file} ${issue.path}`;
    return issueLine({ ...issue, path: place }, language).trimStart();
  };
  return { de: line("de"), en: line("en") };
}

function refusal(faults: readonly LocalizedText[]) {
  const lines = (language: "de" | "en") => faults.map((fault) => `  ${fault[language]}`).join("\n");
  return badInput(
    `Nichts wurde importiert:\n${lines("de")}`,
    `Nothing was imported:\n${lines("en")}`,
  );
}

function nothingThere(paths: readonly string[]) {
  const list = transcriptFormats.map((format) => `.${format}`).join(", ");
  return badInput(
    `In ${paths.join(", ")} liegt kein Transkript. Möglich sind ${list}.`,
    `There is no transcript in ${paths.join(", ")}. Possible are ${list}.`,
  );
}
