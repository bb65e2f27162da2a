import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { type InvitationList, importInvitationList } from "@mehrwert/import";
import { invitedReplySchema } from "@mehrwert/study";
import type { Command } from "commander";
import {
  asJson,
  type FieldOptions,
  fieldCommand,
  fieldReply,
  plainLine,
  understood,
} from "./field-server.ts";
import { badInput, type CommandContext } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

type InviteOptions = FieldOptions & { send?: boolean };

/** `mehrwert invite`: checks a list of people, and invites them where `--send` says so. */
export function inviteCommand(context: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[context.language];
  return fieldCommand(
    "invite",
    text(
      "eine Liste von Adressen (CSV, Excel) prüfen und zu einer Studie einladen",
      "check a list of addresses (CSV, Excel) and invite them to a study",
    ),
    context,
  )
    .argument(
      "<list>",
      text("Datei mit einer Adresse je Zeile", "file with an address in each row"),
    )
    .option(
      "--send",
      text(
        "wirklich einladen; ohne das wird nur geprüft",
        "really invite; without it the list is only checked",
      ),
    )
    .addHelpText(
      "after",
      text(
        `\nBeispiel:\n  ${typedCommand} invite verteiler.csv --study puls --send`,
        `\nExample:\n  ${typedCommand} invite people.csv --study pulse --send`,
      ),
    )
    .action((file: string, options: InviteOptions) => invite(file, options, context));
}

async function invite(file: string, options: InviteOptions, context: CommandContext) {
  const { shell, language } = context;
  const bytes = await readFile(resolve(shell.cwd, file)).catch(() => {
    throw badInput(`Die Datei ${file} ist nicht zu lesen.`, `The file ${file} cannot be read.`);
  });
  const list = importInvitationList(new Uint8Array(bytes));
  if (!list.ok) {
    const told = (one: "de" | "en") =>
      list.issues.map(({ message, advice }) => `${message[one]} ${advice[one]}`).join("\n");
    throw badInput(`${file}: ${told("de")}`, `${file}: ${told("en")}`);
  }
  shell.stdout.write(`${checkText(list.value, context)}\n`);
  const invitees = list.value.invitees.map(({ line: _, ...invitee }) => invitee);
  if (invitees.length === 0)
    throw badInput("Niemand kann eingeladen werden.", "Nobody can be invited.");
  if (options.send !== true) {
    const next = {
      de: "Eingeladen ist niemand. Mit --send gehen die Mails hinaus.",
      en: "Nobody was invited. With --send the mails leave.",
    };
    shell.stdout.write(`${next[language]}\n`);
    return;
  }
  const reply = await fieldReply(options, "invitations", context, asJson({ invitees }));
  const { invited, alreadyInvited } = understood(invitedReplySchema.safeParse(reply));
  const done = {
    de: `${invited} eingeladen, ${alreadyInvited.length} waren es schon.`,
    en: `${invited} invited, ${alreadyInvited.length} had been before.`,
  };
  shell.stdout.write(`${done[language]}\n`);
}

function checkText(list: InvitationList, { language }: CommandContext): string {
  const { invitees, problems, encoding, separator, hasHeading } = list;
  const how = [encoding, ...(separator === undefined ? [] : [separator])].join(", ");
  const heading = { de: hasHeading ? "mit" : "ohne", en: hasHeading ? "with a" : "without a" };
  const head = {
    de: `${invitees.length} Adressen (${how}, ${heading.de} Überschrift), ${problems.length} Zeilen ausgelassen`,
    en: `${invitees.length} addresses (${how}, ${heading.en} heading), ${problems.length} rows left out`,
  };
  const row = { de: "Zeile", en: "row" };
  const lines = problems.map(
    ({ line, given, message, advice }) =>
      `  ${row[language]} ${line}: ${plainLine(given)}\n    ${message[language]} ${advice[language]}`,
  );
  return [head[language], ...lines].join("\n");
}
