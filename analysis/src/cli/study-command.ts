import { Command } from "commander";
import { defaultServer } from "./running-server.ts";
import type { CommandContext } from "./shell.ts";
import { createStudy, listStudies } from "./study-planning.ts";
import { closeStudy, freezeStudy, openStudy } from "./study-steps.ts";
import { exportStudy, importStudy } from "./study-transfer.ts";

/** `mehrwert study`: studies of a running server, from planning to handing over. */
export function studyCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const server = defaultServer(context.shell.env);
  const slug = text("<kürzel>", "<slug>");
  const command = new Command("study")
    .description(
      text(
        "Studien auf einem laufenden Server auflisten, anlegen, öffnen, schließen, einfrieren und übergeben",
        "list, create, open, close, freeze and hand over studies of a running server",
      ),
    )
    .usage(text("<Befehl> [Angaben]", "<command> [arguments]"));
  const sub: Sub = (name, de, en) =>
    command
      .command(name)
      .description(text(de, en))
      .option(
        "--server <url>",
        text(`Adresse des Servers, sonst ${server}`, `address of the server, else ${server}`),
      );

  addPlanning(sub, context, slug);
  addSteps(sub, context, slug);
  return command;
}

type Sub = (name: string, de: string, en: string) => Command;

function addPlanning(sub: Sub, context: CommandContext, slug: string): void {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  sub("list", "alle Studien mit ihrem Stand", "every study with its stage").action((options) =>
    listStudies(options, context),
  );
  sub("create", "eine Studie anlegen, die dann geplant wird", "set up a study, to be planned")
    .argument(slug, text("Kürzel für Links und Dateinamen", "short name for links and file names"))
    .requiredOption(
      "--instrument <slug/version>",
      text("Fragebogen der Bibliothek", "questionnaire of the library"),
    )
    .requiredOption("--title-de <title>", text("Name auf Deutsch", "name in German"))
    .requiredOption("--title-en <title>", text("Name auf Englisch", "name in English"))
    .option(
      "--mode <mode>",
      text(
        "open, anonymous, pseudonymous oder confidential",
        "open, anonymous, pseudonymous or confidential",
      ),
      "anonymous",
    )
    .option(
      "--plan <file>",
      text("JSON-Datei mit der weiteren Planung", "JSON file with the rest of the plan"),
    )
    .action((name: string, options) => createStudy(name, options, context));
}

function addSteps(sub: Sub, context: CommandContext, slug: string): void {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  sub(
    "open",
    "die nächste Welle eröffnen, wenn die Checkliste es zulässt",
    "open the next wave, if the checklist allows it",
  )
    .argument(slug)
    .option("--wave <number>", text("welche Welle, sonst die nächste", "which wave, else the next"))
    .action((name: string, options) => openStudy(name, options, context));
  sub("close", "die laufende Welle schließen", "close the running wave")
    .argument(slug)
    .option(
      "--finish",
      text("wer begonnen hat, darf noch beenden", "whoever has begun may still finish"),
    )
    .action((name: string, options) => closeStudy(name, options, context));
  sub(
    "freeze",
    "die Datensätze geschlossener Wellen einfrieren und ihre Prüfsummen zeigen",
    "freeze the datasets of closed waves and show their checksums",
  )
    .argument(slug)
    .action((name: string, options) => freezeStudy(name, options, context));
  sub(
    "export",
    "die ganze Studie als Datei für eine andere Installation schreiben",
    "write the whole study to a file for another installation",
  )
    .argument(slug)
    .requiredOption("--out <file>", text("neue ZIP-Datei", "new zip file"))
    .option(
      "--invitations",
      text(
        "auch Eingeladene, Codes und, solange erhoben wird, Schlüssel",
        "also people invited, codes and, while in the field, keys",
      ),
    )
    .action((name: string, options) => exportStudy(name, options, context));
  sub(
    "import",
    "eine Studie aufnehmen, die eine andere Installation übergeben hat",
    "take in a study that another installation handed over",
  )
    .argument(text("<datei>", "<file>"))
    .action((file: string, options) => importStudy(file, options, context));
}
