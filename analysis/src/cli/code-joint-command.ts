import { resolve } from "node:path";
import { Command } from "commander";
import { jointDisplay } from "../coding/joint-display.ts";
import { jointCsv, jointJson } from "../coding/joint-document.ts";
import { jointReport } from "../coding/joint-report.ts";
import { rankDrivers } from "../ranking/rank-drivers.ts";
import { type FilterOptions, filterOf, withFilter } from "./code-list-command.ts";
import { openProject, withProject } from "./coding-options.ts";
import { readDataset } from "./dataset-folder.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { wholeNumber } from "./typed-number.ts";

type JointOptions = DeliveryOptions &
  FilterOptions & {
    data: string;
    question?: string;
    cleared?: string;
    seed?: string;
    draws?: string;
  };

/** `mehrwert code joint`: the survey's ranking beside the interviews, with one quotation each. */
export function codeJointCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("joint").description(
      text(
        "Rangfolge der Befragung neben den Gesprächen, mit je einem Zitat",
        "the survey's ranking beside the interviews, with one quotation each",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> --data <Datensatz> [Optionen]", "<folder> --data <dataset> [options]"))
    .requiredOption(
      "--data <folder>",
      text("Ordner oder ZIP-Datei des Datensatzes", "folder or zip file of the dataset"),
    )
    .option(
      "--question <name>",
      text("Rangfrage, sonst die erste", "ranking question, else the first"),
    )
    .option(
      "--cleared <variable=value>",
      text("wer zitiert werden darf, sonst quotes=yes", "who may be quoted, else quotes=yes"),
    )
    .option(
      "--seed <number>",
      text("Startwert der Zufallszahlen, sonst 1", "seed of the random numbers, else 1"),
    )
    .option(
      "--draws <number>",
      text("Bootstrap-Ziehungen, sonst 2000", "bootstrap draws, else 2000"),
    );
  return withDeliveryOptions(withFilter(command, context), context).action(
    (folder: string, options: JointOptions) => joint(folder, options, context),
  );
}

async function joint(
  folder: string,
  options: JointOptions,
  context: CommandContext,
): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1) ?? 1;
  const draws = wholeNumber("--draws", options.draws, 1, 1_000_000) ?? 2000;
  const [variable = "", value = "", rest] = (options.cleared ?? "quotes=yes").split("=");
  if (variable === "" || value === "" || rest !== undefined) {
    throw wrongUsage(
      "--cleared braucht Variable und Wert, etwa quotes=yes.",
      "--cleared needs a variable and a value, such as quotes=yes.",
    );
  }
  const data = resolve(shell.cwd, options.data);
  const place = { options, context, fileName: "joint-display", source: data };
  await checkDelivery(place);
  const material = await (await openProject(folder, context)).material();
  const dataset = await readDataset(data);
  const questions = dataset.dictionary.rankings.map(({ question }) => question);
  const question = options.question ?? questions[0];
  if (question === undefined || !questions.includes(question)) {
    const list = questions.join(", ") || "–";
    throw badInput(
      `Diese Rangfrage enthält der Datensatz nicht; er enthält: ${list}.`,
      `The dataset holds no such ranking question; it holds: ${list}.`,
    );
  }
  const table = rankDrivers(dataset, { question, seed, draws });
  const filter = filterOf(options, material);
  const found = jointDisplay(material, table, { language, filter, cleared: { variable, value } });
  if (found.rows.every(({ code }) => code === undefined)) {
    throw badInput(
      `Kein Code des Codebuchs ${material.project.codebook.slug} steht für eine Option von ${question}. Codes nennen ihre Option unter „valueDriver“; das Codebuch cop-value tut es für value-drivers.`,
      `No code of the codebook ${material.project.codebook.slug} stands for an option of ${question}. Codes name their option under “valueDriver”; the codebook cop-value does so for value-drivers.`,
    );
  }
  const { manifest } = dataset;
  await deliver({
    ...place,
    report: jointReport(material, { manifest, joint: found }, { language, softwareVersion }),
    csv: jointCsv(found),
    json: {
      ...{ format: "mehrwert-joint-display", formatVersion: 1 },
      software: { name: "mehrwert", version: softwareVersion },
      study: manifest.study,
      ...jointJson(found),
    },
  });
}
