import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import type { Issue } from "@mehrwert/study";
import { Command } from "commander";
import { type CodingWish, codedWishes } from "../coding/coded-wishes.ts";
import { brokenRules } from "../coding/coding-rules.ts";
import { wishesFromCsv } from "../coding/wishes-from-csv.ts";
import { fewIssues } from "../text-table/text-table.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import {
  checkedName,
  chosenAuthor,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { issueLine } from "./dataset-folder.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";
import { wholeNumber } from "./typed-number.ts";

type AddOptions = {
  as?: string;
  coder?: string;
  text?: string;
  line?: string;
  turn?: string;
  start?: string;
  end?: string;
  polarity?: string;
  memo?: string;
  from?: string;
};

/** `mehrwert code add`: gives codes to passages, one from the terminal or many from a table. */
export function codeAddCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("add").description(
      text(
        "eine Stelle kodieren, oder viele aus einer CSV-Datei",
        "code a passage, or many from a CSV file",
      ),
    ),
    context,
  )
    .usage(
      text("<Ordner> [Transkript] [Code] [Optionen]", "<folder> [transcript] [code] [options]"),
    )
    .argument(
      text("[transkript]", "[transcript]"),
      text("Name des Transkripts", "name of the transcript"),
    )
    .argument("[code]", text("Name des Codes", "name of the code"))
    .option("--text <words>", text("die Stelle im Wortlaut", "the passage word for word"))
    .option("--line <numbers>", text("Zeile 12 oder Zeilen 12-14", "line 12 or lines 12-14"))
    .option("--turn <number>", text("ein ganzer Redebeitrag", "a whole turn"))
    .option(
      "--start <number>",
      text("Anfang in Codepoints, mit --end", "start in code points, with --end"),
    )
    .option("--end <number>", text("Ende, nicht mehr eingeschlossen", "end, no longer included"))
    .option(
      "--polarity <+|-|?>",
      text(
        "vorhanden oder förderlich, fehlend oder hinderlich, gewünscht",
        "present or helpful, missing or harmful, wished for",
      ),
    )
    .option("--memo <words>", text("Notiz zur Kodierung", "note on the coding"))
    .option("--coder <name>", text("wer kodiert hat, sonst wie --as", "who coded, else as --as"))
    .option(
      "--from <file>",
      text(
        "CSV: document, code und text oder start, end; auch line, coder, polarity, memo",
        "CSV: document, code and text or start, end; also line, coder, polarity, memo",
      ),
    )
    .addHelpText("after", examples[context.language]);
  return withPerson(command, context).action(
    (folder: string, document: string | undefined, code: string | undefined, options: AddOptions) =>
      add({ folder, document, code, options }, context),
  );
}

const examples = {
  de: `
Beispiele:
  ${typedCommand} code add coding/ E1 F1.1 --text "Vorschreiben können wir das niemandem" --as anna
  ${typedCommand} code add coding/ E1 F2.4 --turn 6 --polarity=-
  ${typedCommand} code add coding/ --from codings.csv`,
  en: `
Examples:
  ${typedCommand} code add coding/ E1 F1.1 --text "Vorschreiben können wir das niemandem" --as anna
  ${typedCommand} code add coding/ E1 F2.4 --turn 6 --polarity=-
  ${typedCommand} code add coding/ --from codings.csv`,
};

type Typed = {
  folder: string;
  document: string | undefined;
  code: string | undefined;
  options: AddOptions;
};

async function add(typed: Typed, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const author = chosenAuthor(typed.options.as, shell);
  const coder =
    typed.options.coder === undefined ? author.person : checkedName(typed.options.coder);
  const wishes = await typedWishes(typed, context);
  const project = await openProject(typed.folder, context);
  let known = 0;
  const events = await changeProject(project, author, async () => {
    const material = await project.material();
    const source = typed.options.from;
    const result = codedWishes(material, wishes, {
      coder,
      newId: randomUUID,
      ...(source !== undefined && { source }),
    });
    if (!result.ok) throw nothingCoded(result.issues);
    known = result.value.known;
    return result.value.changes;
  });
  const added = events.filter(({ change }) => change.kind === "coding-added");
  const ids = new Set(
    added.flatMap(({ change }) => (change.kind === "coding-added" ? [change.coding.id] : [])),
  );
  const broken = brokenRules(await project.material()).filter(({ codings }) =>
    codings.some((id) => ids.has(id)),
  );
  const [first] = ids;
  const said = {
    de: `Kodiert: ${added.length}${known > 0 ? `, schon vorhanden: ${known}` : ""}${ids.size === 1 ? ` (${first?.slice(0, 8)})` : ""}.`,
    en: `Coded: ${added.length}${known > 0 ? `, there already: ${known}` : ""}${ids.size === 1 ? ` (${first?.slice(0, 8)})` : ""}.`,
  };
  shell.stdout.write(`${said[language]}\n`);
  for (const { message } of broken) {
    shell.stdout.write(`${{ de: "Hinweis", en: "Note" }[language]}: ${message[language]}\n`);
  }
}

function nothingCoded(issues: readonly Issue[]) {
  const few = fewIssues(issues, "");
  const lines = (language: "de" | "en") =>
    few.map((issue) => issueLine(issue, language)).join("\n");
  return badInput(`Nichts wurde kodiert:\n${lines("de")}`, `Nothing was coded:\n${lines("en")}`);
}

async function typedWishes(
  { document, code, options }: Typed,
  { shell }: CommandContext,
): Promise<CodingWish[]> {
  if (options.from !== undefined) {
    if (document !== undefined) {
      throw wrongUsage(
        "Mit --from stehen Transkript und Code in der Datei.",
        "With --from, transcript and code stand in the file.",
      );
    }
    const path = resolve(shell.cwd, options.from);
    const read = wishesFromCsv(await readTextFile(path), options.from);
    if (!read.ok) throw unusableFile(path, read.issues);
    return read.value;
  }
  if (document === undefined || code === undefined) {
    throw wrongUsage(
      "Nennen Sie Transkript und Code, oder eine Datei mit --from.",
      "Name transcript and code, or a file with --from.",
    );
  }
  const { polarity, memo } = options;
  return [
    {
      ...{ document, code, passage: typedPassage(options) },
      ...(polarity !== undefined && { polarity }),
      ...(memo !== undefined && { memo }),
    },
  ];
}

/** The passage a person typed, by positions, lines, turn or words. */
export function typedPassage(options: {
  text?: string;
  line?: string;
  turn?: string;
  start?: string;
  end?: string;
}): CodingWish["passage"] {
  const most = 100_000_000;
  const start = wholeNumber("--start", options.start, 0, most);
  const end = wholeNumber("--end", options.end, 1, most);
  const turn = wholeNumber("--turn", options.turn, 1, most);
  if ((start === undefined) !== (end === undefined)) {
    throw wrongUsage("--start und --end gehören zusammen.", "--start and --end go together.");
  }
  const lines = options.line === undefined ? undefined : /^(\d+)(?:[-–](\d+))?$/.exec(options.line);
  if (lines === null) {
    throw badInput(
      `--line braucht eine Zeile (12) oder einen Bereich (12-14), nicht ${options.line}.`,
      `--line needs a line (12) or a range (12-14), not ${options.line}.`,
    );
  }
  return {
    ...(start !== undefined && end !== undefined && { start, end }),
    ...(turn !== undefined && { turn }),
    ...(lines !== undefined && {
      lines: [Number(lines[1]), Number(lines[2] ?? lines[1])] as const,
    }),
    ...(options.text !== undefined && { words: options.text }),
  };
}
