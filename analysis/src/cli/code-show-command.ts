import { codebookState, codeSubtree } from "@mehrwert/study";
import { Command } from "commander";
import { codeReport } from "../coding/code-report.ts";
import { type CodingLine, codingLines } from "../coding/coding-lines.ts";
import { codingsCsv, codingsDocument } from "../coding/codings-document.ts";
import { documentReport } from "../coding/document-report.ts";
import { type CodingMaterial, presentTranscript } from "../coding/material.ts";
import { codebookReport, overviewReport } from "../coding/overview-report.ts";
import type { Report } from "../report/report.ts";
import { type FilterOptions, filterOf, withFilter } from "./code-list-command.ts";
import { openProject, withProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

type ShowOptions = DeliveryOptions & FilterOptions;

/** `mehrwert code show`: the project, one transcript with its codings, or one code with its passages. */
export function codeShowCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("show").description(
      text(
        "das Projekt zeigen, ein Transkript mit seinen Kodierungen oder einen Code mit seinen Stellen",
        "show the project, a transcript with its codings or a code with its passages",
      ),
    ),
    context,
  )
    .argument(
      text("[was]", "[what]"),
      text(
        "Name eines Transkripts oder Codes, oder codebook; sonst das Projekt",
        "name of a transcript or code, or codebook; else the project",
      ),
    )
    .usage(
      text("<Ordner> [Transkript oder Code] [Optionen]", "<folder> [transcript or code] [options]"),
    )
    .addHelpText("after", examples[context.language]);
  return withDeliveryOptions(withFilter(command, context), context).action(
    (folder: string, what: string | undefined, options: ShowOptions) =>
      show(folder, what, options, context),
  );
}

const examples = {
  de: `
Beispiele:
  ${typedCommand} code show coding/
  ${typedCommand} code show coding/ E1 --coder anna
  ${typedCommand} code show coding/ F2.1 --format html --out f2-1.html`,
  en: `
Examples:
  ${typedCommand} code show coding/
  ${typedCommand} code show coding/ E1 --coder anna
  ${typedCommand} code show coding/ F2.1 --format html --out f2-1.html`,
};

async function show(
  folder: string,
  what: string | undefined,
  options: ShowOptions,
  context: CommandContext,
): Promise<void> {
  const { softwareVersion } = context.shell;
  const place = { options, context, fileName: what ?? "project" };
  await checkDelivery(place);
  const material = await (await openProject(folder, context)).material();
  const shown = chosen(material, what, filterOf(options, material), context);
  const { report, lines, json } = shown;
  await deliver({
    ...place,
    report,
    csv: codingsCsv(lines),
    json: { ...codingsDocument(material, lines, softwareVersion), ...json },
  });
}

type Shown = { report: Report; lines: CodingLine[]; json: object };

function chosen(
  material: CodingMaterial,
  what: string | undefined,
  filter: ReturnType<typeof filterOf>,
  { language, shell }: CommandContext,
): Shown {
  const settings = { language, softwareVersion: shell.softwareVersion };
  const { documents, codebook } = material.project;
  if (what === undefined) {
    const lines = codingLines(material, language, filter);
    return { lines, report: overviewReport(material, settings), json: projectJson(material) };
  }
  if (documents.some(({ id }) => id === what)) {
    const lines = codingLines(material, language, { ...filter, documents: [what] });
    const { version, text, turns, speakers } = presentTranscript(material, what);
    const document = documents.find(({ id }) => id === what);
    const transcript = {
      document: what,
      version,
      text,
      turns,
      speakers,
      variables: document?.variables,
    };
    return { lines, report: documentReport(material, what, lines, settings), json: { transcript } };
  }
  if (codebook.codes.some(({ id }) => id === what)) {
    const lines = codingLines(material, language, { ...filter, codes: [what] });
    return {
      lines,
      report: codeReport(material, what, lines, settings),
      json: { codes: codeSubtree(codebook, what) },
    };
  }
  if (what === "codebook") {
    const lines = codingLines(material, language, filter);
    return { lines, report: codebookReport(material, settings), json: projectJson(material) };
  }
  const names = documents.map(({ id }) => id).join(", ");
  throw badInput(
    `Das Projekt hat weder ein Transkript noch einen Code „${what}“. Transkripte: ${names || "keine"}.`,
    `The project has neither a transcript nor a code “${what}”. Transcripts: ${names || "none"}.`,
  );
}

function projectJson({ project }: CodingMaterial): object {
  const { documents, cases, codebook, memos, records, notices, people } = project;
  return {
    codebook: { ...codebook, state: codebookState(project) },
    documents: documents.map(({ versions, ...document }) => ({
      ...document,
      versions: versions.map(({ alignment: _, ...version }) => version),
    })),
    ...{ cases, memos, notices, people },
    records: Object.fromEntries(records),
  };
}
