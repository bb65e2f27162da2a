import { resolve } from "node:path";
import { Command } from "commander";
import { caseChanges } from "../coding/case-changes.ts";
import { casesCsv, casesReport, caseTable } from "../coding/case-table.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import { chosenAuthor, openProject, withPerson, withProject } from "./coding-options.ts";
import { checkDelivery, type DeliveryOptions, deliver, withDeliveryOptions } from "./deliver.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import type { CommandContext } from "./shell.ts";

type CasesOptions = DeliveryOptions & { as?: string; from?: string };

/** `mehrwert code cases`: who was interviewed, with variables and the pseudonym of the survey. */
export function codeCasesCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("cases").description(
      text(
        "die Falltabelle zeigen oder aus einer CSV-Datei füllen",
        "show the table of cases or fill it from a CSV file",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> [Optionen]", "<folder> [options]"))
    .option(
      "--from <file>",
      text(
        "CSV: case oder document, pseudonym, documents (mit |), weitere Spalten sind Variablen",
        "CSV: case or document, pseudonym, documents (by |), further columns are variables",
      ),
    );
  return withPerson(withDeliveryOptions(command, context), context).action(
    (folder: string, options: CasesOptions) => cases(folder, options, context),
  );
}

async function cases(path: string, options: CasesOptions, context: CommandContext): Promise<void> {
  const { shell, language } = context;
  const { softwareVersion } = shell;
  const folder = await openProject(path, context);
  if (options.from !== undefined) {
    const file = resolve(shell.cwd, options.from);
    const text = await readTextFile(file);
    const events = await changeProject(folder, chosenAuthor(options.as, shell), () => {
      const changes = caseChanges(folder.project(), text, options.from ?? "");
      if (!changes.ok) throw unusableFile(file, changes.issues);
      return changes.value;
    });
    const said = { de: `Geändert: ${events.length}.`, en: `Changed: ${events.length}.` };
    shell.stdout.write(`${said[language]}\n`);
    return;
  }
  const place = { options, context, fileName: "cases" };
  await checkDelivery(place);
  const material = await folder.material();
  await deliver({
    ...place,
    report: casesReport(material, { language, softwareVersion }),
    csv: casesCsv(material),
    json: {
      ...{ format: "mehrwert-cases", formatVersion: 1 },
      software: { name: "mehrwert", version: softwareVersion },
      cases: caseTable(material),
    },
  });
}
