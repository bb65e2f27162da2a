import { resolve } from "node:path";
import { caseTable } from "../coding/case-table.ts";
import type { CodingMaterial } from "../coding/material.ts";
import { type SurveyJoin, surveyJoin } from "../coding/survey-join.ts";
import { readDataset } from "./dataset-folder.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

type JoinOptions = { view?: string; data?: string; match?: string; columns?: string };

/**
 * The survey's answers beside the cases, where a person asked for them.
 *
 * @throws CommandFailure for options that do not go together, or a column that the dataset does not hold
 */
export async function joinedSurvey(
  material: CodingMaterial,
  { view, data, match, columns }: JoinOptions,
  { shell }: CommandContext,
): Promise<SurveyJoin | undefined> {
  if (data === undefined && match === undefined && columns === undefined) return undefined;
  if (data === undefined || match === undefined || view !== "cases") {
    throw wrongUsage(
      "--data und --match gehören zusammen und zu --view cases.",
      "--data and --match go together, and with --view cases.",
    );
  }
  const dataset = await readDataset(resolve(shell.cwd, data));
  const known = [...dataset.columns.keys()];
  const chosen =
    columns?.split(",").map((name) => name.trim()) ?? known.filter((name) => name !== match);
  const joined = surveyJoin(caseTable(material), dataset, { match, columns: chosen });
  if (joined !== undefined) return joined;
  const missing = [match, ...chosen].find((name) => !known.includes(name)) ?? match;
  const list = known.slice(0, 15).join(", ");
  throw badInput(
    `Eine Spalte ${missing} enthält der Datensatz nicht; er enthält: ${list}, …`,
    `The dataset holds no column ${missing}; it holds: ${list}, …`,
  );
}
