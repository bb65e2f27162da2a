import { resolve } from "node:path";
import { Command } from "commander";
import { formatNumber } from "../number-format.ts";
import { simulatedStudy } from "../report/simulated-study.ts";
import { datasetInZip, writeDatasetFolder } from "./dataset-folder.ts";
import { progressBar } from "./progress-bar.ts";
import { addressOnServer, defaultServer, replyOf } from "./running-server.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";
import { wholeNumber } from "./typed-number.ts";

type DatasetOptions = {
  study: string;
  out: string;
  wave?: string;
  server?: string;
  force?: boolean;
};

/** `mehrwert dataset`: fetches the dataset of a study from a running server, checks it and writes it to a folder. */
export function datasetCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("dataset")
    .description(
      text(
        "Datensatz einer Studie vom laufenden Server holen, prüfen und in einen Ordner schreiben",
        "fetch the dataset of a study from the running server, check it and write it to a folder",
      ),
    )
    .usage(
      text("--study <Kürzel> --out <Ordner> [Optionen]", "--study <slug> --out <folder> [options]"),
    )
    .requiredOption(
      "--study <slug>",
      text("Kürzel der Studie, z. B. demo", "slug of the study, e.g. demo"),
    )
    .requiredOption("--out <folder>", text("neuer oder leerer Ordner", "new or empty folder"))
    .option(
      "--wave <number>",
      text("eine frühere Welle, sonst die letzte", "an earlier wave, else the latest"),
    )
    .option(
      "--server <url>",
      text(
        `Adresse des Servers, sonst ${defaultServer(context.shell.env)}`,
        `address of the server, else ${defaultServer(context.shell.env)}`,
      ),
    )
    .option(
      "--force",
      text("einen Datensatz in diesem Ordner ersetzen", "replace a dataset in this folder"),
    )
    .addHelpText(
      "after",
      text(
        `\nBeispiel:\n  ${typedCommand} dataset --study demo --out data/`,
        `\nExample:\n  ${typedCommand} dataset --study demo --out data/`,
      ),
    )
    .action((options: DatasetOptions) => fetchDataset(options, context));
}

async function fetchDataset(options: DatasetOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const server = options.server ?? defaultServer(shell.env);
  const path = `api/studies/${encodeURIComponent(options.study)}/dataset.zip`;
  const wave = wholeNumber("--wave", options.wave, 1, 999);
  const url = addressOnServer(server, wave === undefined ? path : `${path}?wave=${wave}`);
  const bytes = await download(url, options.study, context);
  const { dataset, files } = await datasetInZip(bytes, url.href);
  const folder = resolve(shell.cwd, options.out);
  await writeDatasetFolder(folder, files, options.force ?? false);
  const responses = formatNumber(dataset.manifest.responses, language);
  const { isSimulated } = dataset.manifest.study;
  const simulated = isSimulated ? ` ${simulatedStudy[language]}` : "";
  const lines = {
    de: `${responses} Antworten in ${folder} (Prüfsummen stimmen).${simulated}\nWeiter mit: ${typedCommand} rank ${options.out}`,
    en: `${responses} responses in ${folder} (checksums match).${simulated}\nNext: ${typedCommand} rank ${options.out}`,
  };
  shell.stdout.write(`${lines[language]}\n`);
}

async function download(url: URL, study: string, context: CommandContext): Promise<Uint8Array> {
  const reply = await replyOf(url, context);
  if (reply.status === 404) {
    throw badInput(
      `Eine Studie „${study}“ gibt es auf ${url.origin} nicht.`,
      `There is no study "${study}" on ${url.origin}.`,
    );
  }
  if (!reply.ok) {
    throw badInput(
      `Der Server ${url.origin} gibt den Datensatz nicht heraus (HTTP ${reply.status}).`,
      `The server ${url.origin} does not hand out the dataset (HTTP ${reply.status}).`,
    );
  }
  return received(reply, context).catch(() => {
    throw badInput(
      "Die Verbindung brach ab, bevor der Datensatz vollständig war. Versuchen Sie es noch einmal.",
      "The connection broke before the dataset was complete. Try again.",
    );
  });
}

async function received(reply: Response, context: CommandContext): Promise<Uint8Array> {
  const expected = Number(reply.headers.get("content-length") ?? 0);
  const bar = progressBar({ de: "Datensatz", en: "Dataset" }, expected, context);
  const chunks: Uint8Array[] = [];
  let length = 0;
  const reader = reply.body?.getReader();
  for (let part = await reader?.read(); part?.value !== undefined; part = await reader?.read()) {
    chunks.push(part.value);
    length += part.value.length;
    bar.update(length);
  }
  bar.stop();
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}
