import { open, readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { stageReplySchema } from "@mehrwert/study";
import { badInput, type CommandContext } from "./shell.ts";
import { stageLine } from "./study-planning.ts";
import { asked, type ServerOption } from "./study-server.ts";

/** Writes a whole study to a new file that only its owner may read. */
export async function exportStudy(
  slug: string,
  options: ServerOption & { out: string; invitations?: boolean },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const invitations = options.invitations === true ? "yes" : "no";
  const path = `api/studies/${encodeURIComponent(slug)}/hand-over.zip?invitations=${invitations}`;
  const reply = await asked(path, options, context);
  const bytes = new Uint8Array(await reply.arrayBuffer());
  const file = resolve(shell.cwd, options.out);
  const handle = await open(file, "wx", 0o600).catch((error: NodeJS.ErrnoException) => {
    throw badInput(
      `${file} lässt sich nicht neu anlegen (${error.code}).`,
      `${file} cannot be created (${error.code}).`,
    );
  });
  await handle.writeFile(bytes).finally(() => handle.close());
  const said = {
    de: `${file}\nWer diese Datei hat, kann alle Antworten lesen. Geben Sie sie nur verschlüsselt weiter.`,
    en: `${file}\nWhoever has this file can read all answers. Pass it on encrypted only.`,
  };
  shell.stdout.write(`${said[language]}\n`);
}

/** Sends a file that another installation wrote; the server takes it in whole or says everything that is wrong. */
export async function importStudy(
  file: string,
  options: ServerOption,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const body = await readFile(resolve(shell.cwd, file)).catch((error: NodeJS.ErrnoException) => {
    throw badInput(
      `${file} lässt sich nicht lesen (${error.code}).`,
      `${file} cannot be read (${error.code}).`,
    );
  });
  const headers = { "content-type": "application/octet-stream" };
  const reply = await asked("api/hand-overs", options, context, { method: "POST", headers, body });
  const { study } = stageReplySchema.parse(await reply.json());
  shell.stdout.write(`${stageLine(study, language)}\n`);
}
