import { codebookDocument, codebookFormats } from "@mehrwert/study";
import type { Command } from "commander";
import { namedCodebook } from "./codebook-files.ts";
import { instrumentPrintCommand } from "./instrument-print-command.ts";
import type { CommandContext } from "./shell.ts";

/** `mehrwert instrument codebook`: a codebook to lay beside a transcript or to print in an appendix. */
export function instrumentCodebookCommand(context: CommandContext): Command {
  return instrumentPrintCommand(context, {
    name: "codebook",
    description: {
      de: "ein Codebuch ausgeben: Definitionen, Ankerbeispiele, Regeln",
      en: "print a codebook: definitions, anchor examples, rules",
    },
    formats: codebookFormats,
    documentOf: async (slug, folder, format) =>
      codebookDocument(await namedCodebook(slug, folder, context), context.language, format),
  });
}
