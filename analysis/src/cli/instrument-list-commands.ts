import { relative } from "node:path";
import {
  type Codebook,
  type InstrumentSummary,
  type InterviewGuide,
  instrumentSummary,
} from "@mehrwert/study";
import { Command } from "commander";
import { codebookFiles } from "./codebook-files.ts";
import { instrumentFiles, namedInstrument, usualFolder } from "./instrument-files.ts";
import { interviewGuideFiles } from "./interview-guide-files.ts";
import type { CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";
import { wrappedText } from "./wrapped-text.ts";

/** `mehrwert instrument list`: one line for every version there is. */
export function instrumentListCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("list")
    .description(
      text(
        "Fragebögen, Leitfäden und Codebücher auflisten",
        "list questionnaires, interview guides and codebooks",
      ),
    )
    .usage(text("[Ordner]", "[folder]"))
    .argument(
      text("[ordner]", "[folder]"),
      text("Ordner, in dem gesucht wird, sonst instruments", "folder to search, else instruments"),
    )
    .action((folder: string | undefined) => list(folder ?? usualFolder, context));
}

async function list(folder: string, { shell, language }: CommandContext): Promise<void> {
  const unusable = {
    de: `nicht brauchbar; siehe ${typedCommand} instrument check`,
    en: `not usable; see ${typedCommand} instrument check`,
  }[language];
  const instruments = await instrumentFiles(folder, shell);
  const guides = await interviewGuideFiles(folder, shell);
  const codebooks = await codebookFiles(folder, shell);
  const entries = [
    ...instruments.map(({ file, result }) => ({
      file,
      line: result.ok ? inOneLine(instrumentSummary(result.value), language) : undefined,
    })),
    ...guides.map(({ file, result }) => ({
      file,
      line: result.ok ? guideInOneLine(result.value, language) : undefined,
    })),
    ...codebooks.map(({ file, result }) => ({
      file,
      line: result.ok ? codebookInOneLine(result.value, language) : undefined,
    })),
  ];
  for (const { file, line = `${relative(shell.cwd, file)}  ${unusable}` } of entries) {
    shell.stdout.write(`${line}\n`);
  }
}

function guideInOneLine(
  { slug, version, title, durationMinutes: { from, to }, blocks, languages }: InterviewGuide,
  language: "de" | "en",
): string {
  const minutes = from === to ? `${from}` : `${from}–${to}`;
  const size = {
    de: `${minutes} Minuten, ${blocks.length} Blöcke`,
    en: `${minutes} minutes, ${blocks.length} blocks`,
  }[language];
  return `${slug} ${version}  ${title[language]} (${size}, ${languages.join(", ")})`;
}

function codebookInOneLine(
  { slug, version, title, codes, languages }: Codebook,
  language: "de" | "en",
): string {
  const size = { de: `${codes.length} Codes`, en: `${codes.length} codes` }[language];
  return `${slug} ${version}  ${title[language]} (${size}, ${languages.join(", ")})`;
}

function inOneLine(
  { slug, version, title, durationMinutes: { from, to }, items, languages }: InstrumentSummary,
  language: "de" | "en",
): string {
  const size = {
    de: `${from}–${to} Minuten, ${items} Items`,
    en: `${from}–${to} minutes, ${items} items`,
  }[language];
  return `${slug} ${version}  ${title[language]} (${size}, ${languages.join(", ")})`;
}

/** `mehrwert instrument show`: what one reads before choosing an instrument. */
export function instrumentShowCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return new Command("show")
    .description(
      text(
        "einen Fragebogen vorstellen: was er misst, für wen, wie lang, Quellen, Lizenz",
        "introduce a questionnaire: what it measures, for whom, how long, sources, licence",
      ),
    )
    .usage(text("<Kürzel>", "<slug>"))
    .argument(
      "<slug>",
      text(
        "Datei, Kürzel/Version, oder Kürzel für die neueste",
        "file, slug/version, or slug for the newest",
      ),
    )
    .option(
      "--in <folder>",
      text("dort suchen, sonst instruments", "search there, else instruments"),
    )
    .action((slug: string, options: { in?: string }) => show(slug, options, context));
}

async function show(
  slug: string,
  { in: folder = usualFolder }: { in?: string },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const about = instrumentSummary(await namedInstrument(slug, folder, context));
  const { durationMinutes: minutes, constructs, pages, questions, items } = about;
  const text = (de: string, en: string) => ({ de, en })[language];
  const facts: [string, string][] = [
    [text("Misst", "Measures"), constructs.map((label) => label[language]).join("; ")],
    [text("Für", "For"), about.targetGroup[language]],
    [
      text("Dauer", "Duration"),
      `${minutes.from}–${minutes.to} ${text("Minuten, angekündigt", "minutes, as announced")}`,
    ],
    [
      text("Umfang", "Size"),
      text(
        `${pages} Seiten, ${questions} Fragen, ${items} Items über alle Wege`,
        `${pages} pages, ${questions} questions, ${items} items over all routes`,
      ),
    ],
    [text("Sprachen", "Languages"), about.languages.join(", ")],
    [text("Lizenz", "Licence"), about.licence],
    ...about.sources.map((source): [string, string] => [text("Quelle", "Source"), source]),
  ];
  const width = Math.min(100, shell.stdout.columns ?? 80);
  const lines = [
    `${about.slug} ${about.version}: ${about.title[language]}`,
    "",
    ...wrappedText(about.summary[language], width),
    "",
    ...facts.flatMap(([label, value]) => {
      const [first = "", ...more] = wrappedText(`${label}: ${value}`, width - 2);
      return [first, ...more.map((line) => `  ${line}`)];
    }),
  ];
  shell.stdout.write(`${lines.join("\n")}\n`);
}
