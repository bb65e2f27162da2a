import { type CodingChange, polaritySchema } from "@mehrwert/study";
import { Command } from "commander";
import { findPassage } from "../coding/find-passage.ts";
import { presentTranscript } from "../coding/material.ts";
import { typedPassage } from "./code-add-command.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import {
  chosenAuthor,
  idFromStart,
  openProject,
  withPerson,
  withProject,
} from "./coding-options.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

type ChangeOptions = {
  as?: string;
  code?: string;
  text?: string;
  line?: string;
  turn?: string;
  start?: string;
  end?: string;
  polarity?: string;
  quotation?: boolean;
};

/** `mehrwert code change`: another passage, code or polarity for a coding, or its choice as a quotation. */
export function codeChangeCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("change").description(
      text(
        "Stelle, Code oder Richtung einer Kodierung ändern, oder sie als Zitat auswählen",
        "change passage, code or polarity of a coding, or choose it as a quotation",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> <Kodierung> [Optionen]", "<folder> <coding> [options]"))
    .argument(
      text("<kodierung>", "<coding>"),
      text(
        "Anfang der Nummer, wie „code list“ sie zeigt",
        "beginning of the id, as “code list” shows it",
      ),
    )
    .option("--code <name>", text("ein anderer Code", "another code"))
    .option("--text <words>", text("die Stelle im Wortlaut", "the passage word for word"))
    .option("--line <numbers>", text("Zeile 12 oder Zeilen 12-14", "line 12 or lines 12-14"))
    .option("--turn <number>", text("ein ganzer Redebeitrag", "a whole turn"))
    .option(
      "--start <number>",
      text("Anfang in Codepoints, mit --end", "start in code points, with --end"),
    )
    .option("--end <number>", text("Ende, nicht mehr eingeschlossen", "end, no longer included"))
    .option(
      "--polarity <+|-|?|none>",
      text("eine andere Richtung oder keine", "another polarity or none"),
    )
    .option("--quotation", text("als Zitat auswählen", "choose as a quotation"))
    .option("--no-quotation", text("nicht mehr zitieren", "no longer quote"));
  return withPerson(command, context).action(
    (folder: string, coding: string, options: ChangeOptions) =>
      change({ path: folder, coding, options }, context),
  );
}

async function change(
  typed: { path: string; coding: string; options: ChangeOptions },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const { options } = typed;
  const folder = await openProject(typed.path, context);
  const events = await changeProject(folder, chosenAuthor(options.as, shell), async () => {
    const material = await folder.material();
    const { assignments, codebook } = material.project;
    const ids = assignments.map(({ id }) => id);
    const id = idFromStart(typed.coding, ids, ["Kodierungen", "codings"]);
    const assignment = assignments.find((each) => each.id === id);
    if (assignment === undefined) return [];
    if (options.code !== undefined) requireCode(options.code, codebook.codes);
    const { document, version } = assignment.excerpt;
    const wish = typedPassage(options);
    const place =
      Object.keys(wish).length === 0
        ? undefined
        : findPassage(presentTranscript(material, document), wish);
    if (place !== undefined && "reason" in place) throw noPassage(document);
    const set: CodingChange = {
      kind: "coding-changed",
      coding: id,
      ...(place !== undefined && { excerpt: { document, version, ...place } }),
      ...(options.code !== undefined && { code: options.code }),
      ...(options.polarity !== undefined && { polarity: chosenPolarity(options.polarity) }),
      ...(options.quotation !== undefined && { isQuotation: options.quotation }),
    };
    if (Object.keys(set).length > 2) return [set];
    throw wrongUsage("Es fehlt, was zu ändern ist.", "What to change is missing.");
  });
  const said = { de: `Geändert: ${events.length}.`, en: `Changed: ${events.length}.` };
  shell.stdout.write(`${said[language]}\n`);
}

function chosenPolarity(typed: string): "+" | "-" | "?" | null {
  if (typed === "none") return null;
  const parsed = polaritySchema.safeParse(typed);
  if (parsed.success) return parsed.data;
  throw wrongUsage(
    `--polarity kennt +, -, ? und none, nicht ${typed}.`,
    `--polarity knows +, -, ? and none, not ${typed}.`,
  );
}

function requireCode(
  id: string,
  codes: readonly { id: string; isHeading?: boolean | undefined }[],
): void {
  const code = codes.find((each) => each.id === id);
  if (code !== undefined && code.isHeading !== true) return;
  throw code === undefined
    ? badInput(`Den Code „${id}“ gibt es nicht.`, `There is no code “${id}”.`)
    : badInput(
        `${id} ist eine Überschrift und wird nicht kodiert.`,
        `${id} is a heading and is not coded.`,
      );
}

function noPassage(document: string) {
  return badInput(
    `Die Stelle findet sich in ${document} nicht, oder nicht nur einmal. „mehrwert code show“ zeigt den Text mit Zeilen.`,
    `The passage is not in ${document}, or not only once. “mehrwert code show” shows the text with lines.`,
  );
}
