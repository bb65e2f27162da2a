import { extname, resolve } from "node:path";
import { type Block, blocksHtml, blocksMarkdown, codebookDocument, csvText } from "@mehrwert/study";
import { Command } from "commander";
import { type CodingLine, codingLines } from "../coding/coding-lines.ts";
import { codingsCsv, codingsDocument } from "../coding/codings-document.ts";
import { coreqBlocks, coreqCsv, coreqLines } from "../coding/coreq-document.ts";
import { excerptBlocks } from "../coding/excerpts-document.ts";
import { logCsv } from "../coding/log-report.ts";
import { type CodingMaterial, variableOf } from "../coding/material.ts";
import { protocolBlocks } from "../coding/protocol-document.ts";
import { readableJson } from "../report/readable-json.ts";
import { exportExchangeFile } from "./code-export-exchange.ts";
import { type FilterOptions, filterOf, withFilter } from "./code-list-command.ts";
import type { CodingFolder } from "./coding-folder/coding-folder.ts";
import { openProject, withProject } from "./coding-options.ts";
import { checkTarget } from "./deliver.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";
import { writeReports } from "./write-reports.ts";

const documents = ["codebook", "protocol", "excerpts", "coreq"] as const;
type ExportedDocument = (typeof documents)[number];
const formats = ["md", "html", "csv", "json"] as const;
type ExportFormat = (typeof formats)[number];

type ExportOptions = FilterOptions & {
  format?: string;
  out?: string;
  force?: boolean;
  cleared?: string | true;
  to?: string;
  preview?: boolean;
};

/** `mehrwert code export`: documents for readers: codebook, coding protocol, excerpts by code, COREQ. */
export function codeExportCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("export").description(
      text(
        "Dokumente zum Lesen (Codebuch, Kodierprotokoll, Stellen je Code, COREQ), oder das Projekt für andere Programme",
        "documents to read (codebook, coding protocol, passages by code, COREQ), or the project for other programs",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Dokument] [Optionen]", "<folder> [document] [options]"))
    .argument(text("[dokument]", "[document]"), documents.join(", "))
    .option(
      "--to <file>",
      text(
        "statt eines Dokuments: als REFI-QDA-Projekt (.qdpx) oder -Codebuch (.qdc)",
        "instead of a document: as REFI-QDA project (.qdpx) or codebook (.qdc)",
      ),
    )
    .option(
      "--preview",
      text(
        "mit --to: nur zeigen, was der Standard nicht trägt",
        "with --to: only show what the standard does not carry",
      ),
    )
    .option(`--format <${formats.join("|")}>`, text("Format, sonst md", "format, else md"))
    .option("--out <file>", text("in diese Datei schreiben", "write to this file"))
    .option(
      "--force",
      text("eine vorhandene Datei ersetzen", "replace a file that is there already"),
    )
    .option(
      "--cleared [variable=value]",
      text(
        "nur Stellen, die zitiert werden dürfen, sonst quotes=yes",
        "only passages that may be quoted, else quotes=yes",
      ),
    )
    .addHelpText("after", examples[context.language]);
  return withFilter(command, context).action(
    (folder: string, what: string | undefined, options: ExportOptions) =>
      exportAs(folder, what, options, context),
  );
}

const lines = `
  ${typedCommand} code export coding/ codebook --out codebook.html
  ${typedCommand} code export coding/ excerpts --code F2 --cleared --out f2.md
  ${typedCommand} code export coding/ coreq
  ${typedCommand} code export coding/ --to coding.qdpx`;
const examples = { de: `\nBeispiele:${lines}`, en: `\nExamples:${lines}` };

function exportAs(
  folder: string,
  what: string | undefined,
  options: ExportOptions,
  context: CommandContext,
): Promise<void> {
  const { to, ...others } = options;
  if (what !== undefined && to === undefined && options.preview !== true) {
    return write(folder, what, options, context);
  }
  if (what !== undefined || to === undefined) {
    throw wrongUsage(
      `Nennen Sie ein Dokument (${documents.join(", ")}) oder mit --to eine Datei .qdpx oder .qdc, eines von beiden.`,
      `Name a document (${documents.join(", ")}), or a file .qdpx or .qdc with --to, one of the two.`,
    );
  }
  const { format, force, preview, ...restricting } = others;
  if (Object.keys(restricting).length > 0) {
    throw wrongUsage(
      "--to exportiert das ganze Projekt; dazu passen nur --format, --force, --preview und --lang.",
      "--to exports the whole project; only --format, --force, --preview and --lang go with it.",
    );
  }
  return exportExchangeFile(
    folder,
    {
      to,
      ...(format !== undefined && { format }),
      ...(force !== undefined && { force }),
      ...(preview !== undefined && { preview }),
    },
    context,
  );
}

async function write(
  folder: string,
  what: string,
  options: ExportOptions,
  context: CommandContext,
): Promise<void> {
  const { shell } = context;
  const document = known(what, documents, ["Das Dokument", "document"]);
  const asked =
    options.format ??
    (options.out === undefined ? "md" : extname(options.out).slice(1).toLowerCase());
  const format = known(asked, formats, ["Das Format", "format"]);
  const target = options.out === undefined ? undefined : resolve(shell.cwd, options.out);
  if (target !== undefined) await checkTarget(target, { source: undefined, force: options.force });
  const opened = await openProject(folder, context);
  const material = await opened.material();
  const text = documentText({ document, format, material, opened, options, context });
  if (target === undefined) shell.stdout.write(text);
  else await writeReports({ files: [{ path: target, text }], context });
}

function known<T extends string>(
  typed: string,
  list: readonly T[],
  [de, en]: readonly [string, string],
): T {
  const found = list.find((each) => each === typed);
  if (found !== undefined) return found;
  throw wrongUsage(
    `${de} ${typed} gibt es nicht; möglich sind ${list.join(", ")}.`,
    `There is no ${en} ${typed}; choose ${list.join(", ")}.`,
  );
}

type Wish = {
  document: ExportedDocument;
  format: ExportFormat;
  material: CodingMaterial;
  opened: CodingFolder;
  options: ExportOptions;
  context: CommandContext;
};

function documentText(wish: Wish): string {
  const { document, format, material, opened, context } = wish;
  const { language, shell } = context;
  const settings = { language, softwareVersion: shell.softwareVersion };
  switch (document) {
    case "codebook":
      return format === "csv"
        ? codebookCsv(material)
        : codebookDocument(material.project.codebook, language, format);
    case "protocol": {
      const events = opened.reader.events();
      if (format === "csv") return logCsv(events);
      if (format === "json") return json("protocol", { events }, context);
      return laidOut(protocolBlocks(material, events, settings), format, context);
    }
    case "coreq": {
      const items = coreqLines(material, settings);
      if (format === "csv") return coreqCsv(items, language);
      if (format === "json") {
        const shown = items.map(({ known: value = null, recorded = null, ...item }) => ({
          ...item,
          known: value,
          recorded,
        }));
        return json("coreq", { items: shown }, context);
      }
      return laidOut(coreqBlocks(material, items, language), format, context);
    }
    case "excerpts":
      return excerptsText(wish);
  }
}

function excerptsText({ format, material, options, context }: Wish): string {
  const { language, shell } = context;
  const all = codingLines(material, language, filterOf(options, material));
  const shown = options.cleared === undefined ? all : clearedLines(material, all, options.cleared);
  if (format === "csv") return codingsCsv(shown);
  if (format === "json")
    return readableJson(codingsDocument(material, shown, shell.softwareVersion));
  const isCleared = options.cleared !== undefined;
  return laidOut(excerptBlocks(material, shown, { language, isCleared }), format, context);
}

function clearedLines(
  material: CodingMaterial,
  all: readonly CodingLine[],
  cleared: string | true,
): CodingLine[] {
  const [variable = "", value = "", rest] = (cleared === true ? "quotes=yes" : cleared).split("=");
  if (variable === "" || value === "" || rest !== undefined) {
    throw wrongUsage(
      "--cleared braucht Variable und Wert, etwa quotes=yes.",
      "--cleared needs a variable and a value, such as quotes=yes.",
    );
  }
  const allowed = material.project.documents
    .filter((each) => variableOf(material, each, variable) === value)
    .map(({ id }) => id);
  return all.filter(({ document }) => allowed.includes(document));
}

function codebookCsv({ project }: CodingMaterial): string {
  return csvText([
    [
      ...[
        "id",
        "parent",
        "label_de",
        "label_en",
        "definition_de",
        "definition_en",
        "anchor_de",
        "anchor_en",
      ],
      ...[
        "rule_de",
        "rule_en",
        "delimitation_de",
        "delimitation_en",
        "keywords_de",
        "keywords_en",
        "origin",
      ],
    ],
    ...project.codebook.codes.map((code) => [
      ...[code.id, code.parent ?? "", code.label.de, code.label.en],
      ...[code.definition, code.anchorExample, code.codingRule, code.delimitation].flatMap(
        (text) => [text?.de ?? "", text?.en ?? ""],
      ),
      ...[code.keywords?.de.join("|") ?? "", code.keywords?.en.join("|") ?? "", code.origin],
    ]),
  ]);
}

function laidOut(
  blocks: readonly Block[],
  format: "md" | "html",
  { language }: CommandContext,
): string {
  return format === "md" ? blocksMarkdown(blocks) : blocksHtml(blocks, language);
}

function json(name: string, value: object, { shell }: CommandContext): string {
  return readableJson({
    ...{ format: `mehrwert-coding-${name}`, formatVersion: 1 },
    software: { name: "mehrwert", version: shell.softwareVersion },
    ...value,
  });
}
