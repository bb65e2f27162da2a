import { resolve } from "node:path";
import { type CodingChange, textHash } from "@mehrwert/study";
import { Command } from "commander";
import { alignTexts } from "../coding/align-texts.ts";
import { carryCodings } from "../coding/carry-codings.ts";
import { presentTranscript } from "../coding/material.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import type { CodingFolder } from "./coding-folder/coding-folder.ts";
import { keepTranscript, nextTextVersion } from "./coding-folder/transcript-files.ts";
import { chosenAuthor, openProject, withPerson, withProject } from "./coding-options.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { readTranscriptSources, type TranscriptSource } from "./transcript-sources.ts";

type CorrectOptions = { as?: string; reason?: string; force?: boolean; speakers?: string };

/** `mehrwert code correct`: a corrected text becomes a new version, and codings move along. */
export function codeCorrectCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("correct").description(
      text(
        "ein Transkript durch eine berichtigte Fassung ersetzen; Kodierungen ziehen mit",
        "replace a transcript by a corrected version; codings move along",
      ),
    ),
    context,
  )
    .usage(
      text("<Ordner> <Transkript> <Datei> [Optionen]", "<folder> <transcript> <file> [options]"),
    )
    .argument(
      text("<transkript>", "<transcript>"),
      text("Name des Transkripts", "name of the transcript"),
    )
    .argument(
      text("<datei>", "<file>"),
      text("der ganze berichtigte Text", "the whole corrected text"),
    )
    .option("--reason <words>", text("warum, für den Verlauf", "why, for the history"))
    .option(
      "--speakers <names>",
      text("Kürzel der Sprechenden, sonst wie bisher", "labels of speakers, else as before"),
    )
    .option(
      "--force",
      text(
        "auch wenn die meisten Kodierungen ihren Platz verlieren",
        "even if most codings lose their place",
      ),
    );
  return withPerson(command, context).action(
    (folder: string, document: string, file: string, options: CorrectOptions) =>
      correct({ path: folder, document, file, options }, context),
  );
}

type Typed = { path: string; document: string; file: string; options: CorrectOptions };

async function correct(typed: Typed, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const author = chosenAuthor(typed.options.as, shell);
  const folder = await openProject(typed.path, context);
  const { sources } = await readTranscriptSources([resolve(shell.cwd, typed.file)], undefined);
  const [source] = sources;
  if (source === undefined || sources.length > 1) throw oneFile(typed.file);
  const counts = { unchanged: 0, moved: 0, review: 0 };
  const [event] = await changeProject(folder, author, async () => {
    const change = await correction(folder, typed, source);
    for (const { mark } of change.carried) counts[mark] += 1;
    requireMost(counts, typed);
    await keepTranscript(folder.path, change.transcript, source.transcript.text);
    return [change];
  });
  const { change } = event ?? {};
  const version = change?.kind === "document-corrected" ? change.transcript.version : 0;
  const { unchanged, moved, review } = counts;
  const next = {
    de: review > 0 ? ` Weiter: mehrwert code review ${typed.path}` : "",
    en: review > 0 ? ` Next: mehrwert code review ${typed.path}` : "",
  };
  const said = {
    de: `${typed.document} hat jetzt Fassung ${version}. Kodierungen: ${unchanged} unverändert, ${moved} verschoben, ${review} zu prüfen.${next.de}`,
    en: `${typed.document} is now version ${version}. Codings: ${unchanged} unchanged, ${moved} moved, ${review} to be reviewed.${next.en}`,
  };
  shell.stdout.write(`${said[language]}\n`);
}

type Correction = Extract<CodingChange, { kind: "document-corrected" }>;

async function correction(
  folder: CodingFolder,
  { document, options }: Typed,
  { transcript, speakers: found }: TranscriptSource,
): Promise<Correction> {
  const material = await folder.material();
  const { project } = material;
  if (!project.documents.some(({ id }) => id === document)) {
    const names = project.documents.map(({ id }) => id).join(", ");
    throw badInput(
      `Das Transkript „${document}“ gibt es nicht. Es gibt: ${names || "keine"}.`,
      `There is no transcript “${document}”. There are: ${names || "none"}.`,
    );
  }
  const before = presentTranscript(material, document);
  const { text, format, encoding } = transcript;
  if (text === before.text) throw nothingNew(document);
  const alignment = alignTexts(before.text, text);
  const codings = project.assignments.filter(({ excerpt }) => excerpt.document === document);
  const speakers = options.speakers?.split(",").map((name) => name.trim()) ?? [
    ...new Set([...before.speakers, ...found]),
  ];
  const hash = await textHash(text);
  const version = nextTextVersion(folder.reader.events(), document);
  return {
    kind: "document-corrected",
    from: before.version,
    transcript: {
      ...{ document, version, hash, length: [...text].length, speakers },
      source: { format, encoding },
    },
    alignment,
    carried: carryCodings({ before: before.text, after: text }, alignment, codings),
    ...(options.reason !== undefined && { reason: options.reason }),
  };
}

/** Half of the codings without a place: that is seldom a correction. */
function requireMost(
  { unchanged, moved, review }: { unchanged: number; moved: number; review: number },
  { document, file, options }: Typed,
): void {
  if (options.force === true || review <= unchanged + moved || review < 3) return;
  throw badInput(
    `${review} von ${review + unchanged + moved} Kodierungen von ${document} fänden in ${file} ihren Platz nicht sicher wieder. Ist es die richtige Datei? Mit --force wird es trotzdem die neue Fassung.`,
    `${review} of ${review + unchanged + moved} codings of ${document} would not surely find their place in ${file}. Is it the right file? --force makes it the new version all the same.`,
  );
}

function nothingNew(document: string) {
  return badInput(
    `Die Datei hat denselben Wortlaut wie ${document}; es gibt nichts zu berichtigen.`,
    `The file has the same words as ${document}; there is nothing to correct.`,
  );
}

function oneFile(file: string) {
  return badInput(
    `${file} ist ein Ordner; eine Berichtigung ist eine Datei.`,
    `${file} is a folder; a correction is one file.`,
  );
}
