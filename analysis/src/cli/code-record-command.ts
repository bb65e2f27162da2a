import { Command } from "commander";
import { coreqItems, coreqKey } from "../coding/coreq-items.ts";
import { changeProject } from "./coding-folder/change-project.ts";
import { chosenAuthor, openProject, withPerson, withProject } from "./coding-options.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

/** `mehrwert code record`: what a report must tell and no program can know, by COREQ item. */
export function codeRecordCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  const command = withProject(
    new Command("record").description(
      text(
        "festhalten, was der Bericht sagen muss (COREQ 12 bis 32): Ort, Dauer, Aufzeichnung und so weiter",
        "record what the report must tell (COREQ 12 to 32): setting, duration, recording and so on",
      ),
    ),
    context,
  )
    .usage(text("<Ordner> <Punkt> <Worte>", "<folder> <item> <words>"))
    .argument(text("<punkt>", "<item>"), text("Nummer von 12 bis 32", "number from 12 to 32"))
    .argument(
      text("[worte...]", "[words...]"),
      text(
        "was zu sagen ist; ohne Worte wird es gelöscht",
        "what is to be said; without words it is deleted",
      ),
    );
  return withPerson(command, context).action(
    (folder: string, item: string, words: string[], options: { as?: string }) =>
      record({ path: folder, item, text: words.join(" "), as: options.as }, context),
  );
}

async function record(
  { path, item, text, as }: { path: string; item: string; text: string; as: string | undefined },
  context: CommandContext,
): Promise<void> {
  const { shell, language } = context;
  const folder = await openProject(path, context);
  const number = Number(/^(?:coreq-)?(\d+)$/.exec(item)?.[1]);
  const found = coreqItems(await folder.material(), shell.softwareVersion).find(
    (each) => each.number === number,
  );
  if (found === undefined) {
    throw wrongUsage(
      `Es gibt die Punkte 12 bis 32, nicht ${item}. „mehrwert code export … coreq“ zeigt sie.`,
      `There are items 12 to 32, not ${item}. “mehrwert code export … coreq” shows them.`,
    );
  }
  await changeProject(folder, chosenAuthor(as, shell), () => [
    { kind: "record-written", item: coreqKey(number), text },
  ]);
  const said =
    text === "" ? { de: "gelöscht", en: "deleted" } : { de: "festgehalten", en: "recorded" };
  shell.stdout.write(`${number} ${found.name[language]}: ${said[language]}.\n`);
}
