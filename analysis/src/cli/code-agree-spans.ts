import { basename } from "node:path";
import type { OverlapRule } from "@mehrwert/statistics";
import type { Command } from "commander";
import type { MarkedSpans } from "../agreement/marked-spans.ts";
import { markedSpansFromCsv } from "../agreement/marked-spans-csv.ts";
import { spansAgreement } from "../agreement/spans-agreement.ts";
import { spansCsv } from "../agreement/spans-csv.ts";
import { spansDocument } from "../agreement/spans-document.ts";
import { spansReport } from "../agreement/spans-report.ts";
import { readTextFile, unusableFile } from "./read-text-file.ts";
import type { Findings } from "./report-formats.ts";
import { type CommandContext, wrongUsage } from "./shell.ts";
import { typedChoice, typedNames } from "./typed-choice.ts";
import { decimalNumber, wholeNumber } from "./typed-number.ts";

/** What can be typed for marked passages. */
export type SpansOptions = { length?: string; overlap?: string; ratio?: string; coders?: string };

const rules: readonly OverlapRule[] = ["union", "longer", "shorter"];

/** Adds the options for marked passages. */
export function withSpansOptions(command: Command, { language }: CommandContext): Command {
  const text = (de: string, en: string) => ({ de, en })[language];
  return command
    .option(
      "--spans <file>",
      text(
        "CSV mit coder,code,start,end (Zeichen ab 0, end nicht mehr dabei), wahlweise group",
        "CSV with coder,code,start,end (characters from 0, end exclusive), and group if you like",
      ),
    )
    .option(
      "--length <number>",
      text("Länge des Textes in Zeichen", "length of the text in characters"),
    )
    .option(
      `--overlap <${rules.join("|")}>`,
      text(
        "ganze Segmente: Überschneidung im Verhältnis wozu, sonst union",
        "whole segments: overlap in relation to what, else union",
      ),
    )
    .option("--ratio <share>", text("… mindestens, sonst 0.9", "… at least, else 0.9"));
}

/**
 * Reads the options, so that wrong ones are refused before anything is read, and returns what finds the agreement in a
 * file of passages or in passages that were read already.
 *
 * @throws CommandFailure for values that do not exist, or a missing length
 */
export function spansFinder(options: SpansOptions, context: CommandContext) {
  const length = wholeNumber("--length", options.length, 1, 1_000_000_000);
  const ratio = decimalNumber("--ratio", options.ratio, 0, 1) ?? 0.9;
  if (ratio === 0)
    throw wrongUsage(
      "--ratio 0 hieße, dass alles übereinstimmt; nehmen Sie einen Anteil darüber, etwa 0.5.",
      "--ratio 0 would mean that everything agrees; take a share above it, such as 0.5.",
    );
  const rule = typedChoice("--overlap", options.overlap ?? "union", rules);
  const coders = typedNames("--coders", options.coders);
  const { language, shell } = context;
  const ofFile = async (path: string) => {
    if (length === undefined)
      throw wrongUsage(
        "--spans braucht --length, die Länge des Textes in Zeichen.",
        "--spans needs --length, the length of the text in characters.",
      );
    const read = markedSpansFromCsv(await readTextFile(path), {
      ...{ fileName: basename(path), length },
      ...(coders !== undefined && { coders }),
    });
    if (!read.ok) throw unusableFile(path, read.issues);
    return read.value;
  };
  return async (from: string | MarkedSpans): Promise<Findings> => {
    const marked = typeof from === "string" ? await ofFile(from) : from;
    const agreement = spansAgreement(marked, { rule, ratio });
    const { softwareVersion } = shell;
    return {
      report: spansReport(agreement, { language, softwareVersion }),
      csv: spansCsv(agreement, softwareVersion),
      json: spansDocument(agreement, { language, softwareVersion }),
    };
  };
}
