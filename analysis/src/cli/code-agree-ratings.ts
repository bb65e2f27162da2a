import { basename } from "node:path";
import type { AlphaLevel, SetDistance } from "@mehrwert/statistics";
import type { Command } from "commander";
import { type CodedUnits, codeCategories } from "../agreement/coded-units.ts";
import { codedUnitsFromCsv } from "../agreement/coded-units-csv.ts";
import { ratingsAgreement } from "../agreement/ratings-agreement.ts";
import { ratingsCsv, ratingsDocument } from "../agreement/ratings-document.ts";
import { ratingsReport } from "../agreement/ratings-report.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import type { Findings } from "./report-formats.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedChoice, typedNames } from "./typed-choice.ts";
import { wholeNumber } from "./typed-number.ts";

/** What can be typed for codes of units. */
export type RatingsOptions = {
  ratings?: string;
  level?: string;
  setSeparator?: string;
  setDistance?: string;
  categories?: string;
  seed?: string;
  draws?: string;
  coders?: string;
};

const levels: readonly AlphaLevel[] = ["nominal", "ordinal", "interval", "ratio"];
const distances: readonly SetDistance[] = ["masi", "jaccard", "nominal"];

/** Adds the options for codes of units. */
export function withRatingsOptions(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option(
      "--ratings <file>",
      text(
        "CSV mit der Spalte unit und einer Spalte je kodierender Person; leer = nicht kodiert",
        "CSV with the column unit and one column per coder; empty = not coded",
      ),
    )
    .option(
      `--level <${levels.join("|")}>`,
      text(
        "Messniveau für Krippendorffs α, sonst nominal",
        "level for Krippendorff’s α, else nominal",
      ),
    )
    .option(
      "--set-separator <sign>",
      text(
        "ein Feld enthält mehrere Codes, so getrennt; das Zeichen allein heißt: kein Code",
        "a field holds several codes, separated like this; the sign alone means: no code",
      ),
    )
    .option(
      `--set-distance <${distances.join("|")}>`,
      text("Abstand mehrerer Codes, sonst masi", "distance of several codes, else masi"),
    )
    .option(
      "--categories <number>",
      text(
        "wie viele Codes möglich waren, sonst die vorkommenden",
        "how many codes were possible, else those that occur",
      ),
    )
    .option(
      "--seed <number>",
      text("Startwert der Zufallszahlen, sonst 1", "seed of the random numbers, else 1"),
    )
    .option("--draws <number>", text("Ziehungen, sonst 2000", "draws, else 2000"));
}

/**
 * Reads the options, so that wrong ones are refused before anything is read, and returns what finds the agreement in a
 * file of codes or in codes that were read already.
 *
 * @throws CommandFailure for values that do not exist or do not go together
 */
export function ratingsFinder(options: RatingsOptions, context: CommandContext) {
  const level = typedChoice("--level", options.level ?? "nominal", levels);
  const distance = typedChoice("--set-distance", options.setDistance ?? "masi", distances);
  const setSeparator = options.setSeparator?.trim();
  if (setSeparator === "")
    throw wrongUsage(
      '--set-separator braucht ein Zeichen wie "|".',
      '--set-separator needs a sign such as "|".',
    );
  if (
    setSeparator === undefined &&
    options.setDistance !== undefined &&
    options.ratings !== undefined
  )
    throw wrongUsage(
      "--set-distance gehört zu --set-separator.",
      "--set-distance goes with --set-separator.",
    );
  if (setSeparator !== undefined && level !== "nominal")
    throw wrongUsage(
      "Mehrere Codes je Feld haben keine Ordnung: --set-separator geht nur mit --level nominal.",
      "Several codes in a field have no order: --set-separator goes with --level nominal only.",
    );
  const possible = wholeNumber("--categories", options.categories, 2, 1_000_000);
  const seed = wholeNumber("--seed", options.seed, 0, 2 ** 32 - 1) ?? 1;
  const draws = wholeNumber("--draws", options.draws, 1, 1_000_000) ?? 2000;
  const coders = typedNames("--coders", options.coders);
  const { language, shell } = context;
  const settings = { setDistance: distance, seed, draws, ...(possible && { possible }) };
  const ofFile = async (path: string) => {
    const read = codedUnitsFromCsv(await readTextFile(path), {
      ...{ fileName: basename(path), level },
      ...(coders !== undefined && { coders }),
      ...(setSeparator !== undefined && { setSeparator }),
    });
    if (!read.ok) throw unusableFile(path, read.issues);
    return read.value;
  };
  return async (from: string | CodedUnits): Promise<Findings> => {
    const coded = typeof from === "string" ? await ofFile(from) : from;
    const seen = codeCategories(coded).labels.length;
    if (possible !== undefined && possible < seen) throw tooFewPossible(possible, seen);
    const agreement = ratingsAgreement(coded, settings);
    const { softwareVersion } = shell;
    return {
      report: ratingsReport(agreement, { language, softwareVersion }),
      csv: ratingsCsv(agreement, softwareVersion),
      json: ratingsDocument(agreement, { language, softwareVersion }),
    };
  };
}

function tooFewPossible(possible: number, seen: number) {
  return badInput(
    `In der Datei kommen ${seen} verschiedene Codes vor; --categories ${possible} ist zu wenig.`,
    `The file holds ${seen} different codes; --categories ${possible} is too few.`,
  );
}
