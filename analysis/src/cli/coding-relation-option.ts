import type { Command } from "commander";
import { type PassageRelation, relationNames, typedRelation } from "../coding/passage-relation.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";

/** Adds the options that say when two codings stand together. */
export function withRelation(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option(
      `--relation <${relationNames.join("|")}>`,
      text(
        "wann zwei Kodierungen zusammenstehen, sonst overlap; near:200 = höchstens 200 Zeichen dazwischen",
        "when two codings stand together, else overlap; near:200 = at most 200 characters between",
      ),
    )
    .option(
      "--any-coder",
      text("auch Kodierungen verschiedener Personen", "codings of different persons, too"),
    );
}

/** @throws CommandFailure if it is none */
export function chosenRelation(typed = "overlap"): PassageRelation {
  const relation = typedRelation(typed);
  if (relation !== undefined) return relation;
  const list = relationNames.join(", ");
  throw wrongUsage(
    `--relation kennt ${list}, nicht ${typed}.`,
    `--relation knows ${list}, not ${typed}.`,
  );
}
