import { type CodingMark, codingMarkSchema } from "@mehrwert/study";
import { Command } from "commander";
import { type CodingFilter, codingLines } from "../coding/coding-lines.ts";
import { codingsCsv, codingsDocument, codingsReport } from "../coding/codings-document.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { coderNames } from "./coding-folder/exchange-record-file.ts";
import { named, namedCoders, namedCodes } from "./coding-names.ts";
import { openProject, withProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

/** What restricts a list of codings; each may name several, separated by commas. */
export type FilterOptions = { document?: string; code?: string; coder?: string; mark?: string };

type ListOptions = DeliveryOptions & FilterOptions;

/** `mehrwert code list`: every coding with place, exact text, code path and coder. */
export function codeListCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("list").description(
      text(
        "alle Kodierungen mit Transkript, Stelle, Wortlaut, Code und Kodierenden",
        "every coding with transcript, place, exact text, code and coder",
      ),
    ),
    context,
  ).usage(text("<Ordner> [Optionen]", "<folder> [options]"));
  return withDeliveryOptions(withFilter(command, context), context).action(
    (folder: string, options: ListOptions) => list(folder, options, context),
  );
}

/** Adds the options that restrict a list of codings. */
export function withFilter(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option(
      "--document <names>",
      text("nur diese Transkripte, mit Komma", "only these transcripts, by comma"),
    )
    .option(
      "--code <names>",
      text("nur diese Codes mit allen darunter", "only these codes with all below"),
    )
    .option("--coder <names>", text("nur diese Kodierenden", "only these coders"))
    .option(
      "--mark <unchanged|moved|review>",
      text("nur diesen Zustand nach Korrekturen", "only this state after corrections"),
    );
}

async function list(folder: string, options: ListOptions, context: CommandContext): Promise<void> {
  const { language, shell } = context;
  const { softwareVersion } = shell;
  const place = { options, context, fileName: "codings" };
  await checkDelivery(place);
  const opened = await openProject(folder, context);
  const material = await opened.material();
  const lines = codingLines(material, language, filterOf(options, material));
  await deliver({
    ...place,
    report: codingsReport(material, lines, { language, softwareVersion }),
    csv: codingsCsv(lines),
    json: codingsDocument(material, lines, softwareVersion, await coderNames(opened.path)),
  });
}

/**
 * The filter a person typed.
 *
 * @throws CommandFailure for a transcript, code or coder that the project does not have
 */
export function filterOf(
  { document, code, coder, mark }: FilterOptions,
  { project }: CodingMaterial,
): CodingFilter {
  const documents = named(
    document,
    project.documents.map(({ id }) => id),
    ["Transkript", "transcript"],
  );
  const codes = namedCodes(code, { project });
  const chosen = namedCoders(coder, { project });
  const marks = mark === undefined ? undefined : mark.split(",").map(knownMark);
  return {
    ...(documents !== undefined && { documents }),
    ...(codes !== undefined && { codes }),
    ...(chosen !== undefined && { coders: chosen }),
    ...(marks !== undefined && { marks }),
  };
}

function knownMark(typed: string): CodingMark {
  const parsed = codingMarkSchema.safeParse(typed.trim());
  if (parsed.success) return parsed.data;
  throw wrongUsage(
    `--mark kennt unchanged, moved und review, nicht ${typed}.`,
    `--mark knows unchanged, moved and review, not ${typed}.`,
  );
}
