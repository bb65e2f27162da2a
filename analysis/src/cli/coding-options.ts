import { resolve } from "node:path";
import { coderSchema } from "@mehrwert/study";
import type { Command } from "commander";
import { nameFrom } from "../coding/name-from.ts";
import type { Author } from "./coding-folder/change-project.ts";
import { type CodingFolder, openCodingFolder } from "./coding-folder/coding-folder.ts";
import { badInput, type CommandContext, type Shell, wrongUsage } from "./shell.ts";

/** Adds the argument that names a coding project. */
export function withProject(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command.argument(
    text("<ordner>", "<folder>"),
    text("Ordner des Kodierprojekts", "folder of the coding project"),
  );
}

/** Adds `--as`: who does what is recorded. */
export function withPerson(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command.option(
    "--as <name>",
    text(
      "wer das tut, ein kurzer Name; sonst MEHRWERT_CODER, sonst der Name am Rechner",
      "who does this, a short name; else MEHRWERT_CODER, else the name on the computer",
    ),
  );
}

/**
 * Who does what is recorded, and the clock.
 *
 * @throws CommandFailure if the name that was typed is none
 */
export function chosenAuthor(typed: string | undefined, { env, now }: Shell): Author {
  const named = typed ?? env.MEHRWERT_CODER;
  if (named !== undefined) return { person: checkedName(named), now };
  const person = nameFrom(env.USER ?? env.USERNAME ?? "");
  return { person: person === "" ? "coder" : person, now };
}

/** @throws CommandFailure for a name that cannot be a coder's */
export function checkedName(name: string): string {
  if (coderSchema.safeParse(name).success) return name;
  const better = nameFrom(name);
  const [de, en] = better === "" ? ["", ""] : [`, etwa ${better}`, `, such as ${better}`];
  throw wrongUsage(
    `„${name}“ ist kein Name für Kodierende. Nehmen Sie Kleinbuchstaben, Ziffern und Bindestriche, höchstens 40 Zeichen${de}.`,
    `“${name}” is no name of a coder. Use small letters, digits and hyphens, 40 characters at most${en}.`,
  );
}

/** Opens the project a person names. @throws CommandFailure if there is none or it is damaged */
export function openProject(folder: string, { shell }: CommandContext): Promise<CodingFolder> {
  return openCodingFolder(resolve(shell.cwd, folder));
}

/**
 * The id that a person means by its beginning.
 *
 * @throws CommandFailure if none or several begin so
 */
export function idFromStart(
  typed: string,
  ids: readonly string[],
  what: readonly [de: string, en: string],
): string {
  const start = typed.toLowerCase();
  const found = [...new Set(ids)].filter((id) => id.startsWith(start));
  const [id] = found;
  if (id !== undefined && found.length === 1 && start.length >= 4) return id;
  const [de, en] = what;
  if (found.length > 1 || (id !== undefined && start.length < 4)) {
    throw badInput(
      `„${typed}“ ist zu kurz: Mehrere ${de} könnten so beginnen. Geben Sie mehr Zeichen an.`,
      `“${typed}” is too short: several ${en} could begin so. Give more characters.`,
    );
  }
  throw badInput(
    `Unter den Nummern der ${de} beginnt keine mit „${typed}“.`,
    `No id of the ${en} begins with “${typed}”.`,
  );
}
