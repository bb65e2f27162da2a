import { basename, extname, resolve } from "node:path";
import { exportCodebook, exportExchange } from "../coding/exchange/export-exchange.ts";
import { readableJson } from "../report/readable-json.ts";
import type { CodingFolder } from "./coding-folder/coding-folder.ts";
import { readRecordFile } from "./coding-folder/exchange-record-file.ts";
import { openProject } from "./coding-options.ts";
import { checkTarget } from "./deliver.ts";
import { lossesText } from "./exchange-summary.ts";
import { nativeFileName } from "./native-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedChoice } from "./typed-choice.ts";
import { writeReports } from "./write-reports.ts";

/** What is read of the options of `code export`. */
export type ExchangeExportOptions = {
  to: string;
  format?: string;
  force?: boolean;
  preview?: boolean;
};

type Export = {
  /** The archive or codebook, and the native file. */
  files: { path: string; text: string | Uint8Array }[];
  losses: ReturnType<typeof exportExchange>["losses"];
};

/**
 * Writes a project as .qdpx, with what the standard cannot carry in a file beside it, or its codebook as .qdc. What
 * cannot be carried is shown first; with `preview` nothing is written.
 *
 * @throws CommandFailure if a file is there already, or the name has another ending
 */
export async function exportExchangeFile(
  folder: string,
  options: ExchangeExportOptions,
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const format = typedChoice("--format", options.format ?? "table", ["table", "json"]);
  const target = resolve(shell.cwd, options.to);
  const ending = extname(target).toLowerCase();
  if (ending !== ".qdpx" && ending !== ".qdc") throw otherEnding(options.to);
  const native = ending === ".qdpx" ? nativeFileName(target) : undefined;
  if (options.preview !== true) {
    for (const file of native === undefined ? [target] : [target, native]) {
      await checkTarget(file, { source: undefined, force: options.force });
    }
  }
  const opened = await openProject(folder, context);
  const { files, losses } = await exported(opened, { target, native, context });
  const nativeName = native === undefined ? undefined : basename(native);
  shell.stdout.write(
    format === "json"
      ? readableJson({
          ...{ format: "mehrwert-exchange-export", formatVersion: 1 },
          software: { name: "mehrwert", version: shell.softwareVersion },
          ...{ file: basename(target), nativeFile: nativeName ?? null },
          isWritten: options.preview !== true,
          notCarried: losses.map(({ what, count }) => ({ what: what[language], count })),
        })
      : lossesText(losses, { native: nativeName, language }),
  );
  if (options.preview !== true) await writeReports({ files, context });
}

async function exported(
  opened: CodingFolder,
  about: { target: string; native: string | undefined; context: CommandContext },
): Promise<Export> {
  const { target, native, context } = about;
  const { language, shell } = context;
  const { file, start, reader } = opened;
  const input = {
    material: await opened.material(),
    project: { id: file.id, createdAt: file.createdAt },
    record: await readRecordFile(opened.path),
    ...{ language, softwareVersion: shell.softwareVersion },
  };
  const whole = exportExchange(input, { start, events: reader.events() });
  if (native !== undefined) {
    const supplement = `${JSON.stringify(whole.native)}\n`;
    const files = [
      { path: target, text: whole.bytes },
      { path: native, text: supplement },
    ];
    return { files, losses: whole.losses };
  }
  const codebook = exportCodebook(input);
  if (codebook === undefined) throw noCodes();
  return { files: [{ path: target, text: codebook }], losses: [] };
}

function otherEnding(file: string) {
  return wrongUsage(
    `--to braucht eine Datei .qdpx (Projekt) oder .qdc (Codebuch), nicht ${file}.`,
    `--to needs a file .qdpx (project) or .qdc (codebook), not ${file}.`,
  );
}

function noCodes() {
  return badInput(
    "Das Codebuch hat keine Codes, und der Standard kennt kein leeres Codebuch. Exportieren Sie das Projekt als .qdpx.",
    "The codebook has no codes, and the standard knows no empty codebook. Export the project as .qdpx.",
  );
}
