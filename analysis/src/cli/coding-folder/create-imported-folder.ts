import { mkdir } from "node:fs/promises";
import type { CodingEvent } from "@mehrwert/study";
import type { ImportedExchange } from "../../coding/exchange/import-exchange.ts";
import { createCodingFolder } from "./create-coding-folder.ts";
import { writeOnce } from "./durable-file.ts";
import { folderLayout } from "./folder-layout.ts";

/**
 * Makes a project of what an exchange file held: texts, everybody's events, names of the other program, and the report.
 * The folder appears whole or not at all.
 *
 * @throws CommandFailure if there is something in the folder, or it cannot be written
 */
export async function createImportedFolder(
  path: string,
  { project, report }: { project: ImportedExchange; report: string },
): Promise<void> {
  const { title, codebook, isSynthetic, texts, events, record, createdAt } = project;
  const began = { now: () => new Date(createdAt), id: project.id };
  await createCodingFolder(path, { title, codebook, isSynthetic, ...began }, async (partial) => {
    await Promise.all(
      texts.map(({ document, version, text }) =>
        writeOnce(folderLayout.transcript(partial, document, version), text),
      ),
    );
    await mkdir(folderLayout.events(partial), { recursive: true });
    for (const [person, own] of byPerson(events)) {
      const lines = own.map((event) => `${JSON.stringify(event)}\n`).join("");
      await writeOnce(folderLayout.eventFile(partial, person), lines);
    }
    await writeOnce(folderLayout.exchange(partial), `${JSON.stringify(record, null, 2)}\n`);
    await writeOnce(folderLayout.importReport(partial), report);
  });
}

function byPerson(events: readonly CodingEvent[]): Map<string, CodingEvent[]> {
  const files = new Map<string, CodingEvent[]>();
  for (const event of events) {
    const own = files.get(event.person);
    if (own === undefined) files.set(event.person, [event]);
    else own.push(event);
  }
  return files;
}
