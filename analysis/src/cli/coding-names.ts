import { codeSubtree } from "@mehrwert/study";
import type { CodingMaterial } from "../coding/material.ts";
import { badInput } from "./shell.ts";

/** Codes typed with commas. @throws CommandFailure for one that the project does not have */
export function namedCodes(
  typed: string | undefined,
  { project }: Pick<CodingMaterial, "project">,
): string[] | undefined {
  return named(
    typed,
    project.codebook.codes.map(({ id }) => id),
    ["Code", "code"],
  );
}

/** The same with everything below them. */
export function namedCodeTree(
  typed: string | undefined,
  material: Pick<CodingMaterial, "project">,
): ReadonlySet<string> | undefined {
  const codes = namedCodes(typed, material);
  const below = (id: string) => codeSubtree(material.project.codebook, id).map((each) => each.id);
  return codes && new Set(codes.flatMap(below));
}

/** Coders typed with commas. @throws CommandFailure for one who coded nothing */
export function namedCoders(
  typed: string | undefined,
  { project }: Pick<CodingMaterial, "project">,
): string[] | undefined {
  const coders = [...new Set(project.assignments.map(({ coder }) => coder))].sort();
  return named(typed, coders, ["Kodierende", "coder"]);
}

/** Speakers typed with commas. @throws CommandFailure for one who speaks in no transcript */
export function namedSpeakers(
  typed: string | undefined,
  { transcripts }: Pick<CodingMaterial, "transcripts">,
): string[] | undefined {
  const present = [...transcripts.values()].flatMap((versions) => versions.at(-1)?.speakers ?? []);
  return named(typed, [...new Set(present)], ["Sprechende", "speaker"]);
}

/**
 * Names typed with commas; undefined if the option was left out.
 *
 * @throws CommandFailure for a name that the project does not know
 */
export function named(
  typed: string | undefined,
  known: readonly string[],
  [de, en]: readonly [string, string],
): string[] | undefined {
  if (typed === undefined) return undefined;
  const names = typed.split(",").map((name) => name.trim());
  const missing = names.find((name) => !known.includes(name));
  if (missing === undefined) return names;
  const list = known.slice(0, 20).join(", ");
  throw badInput(
    `Das Projekt kennt unter „${de}“ kein ${missing}; es kennt: ${list}${known.length > 20 ? ", …" : ""}.`,
    `The project knows no ${en} ${missing}; it knows: ${list}${known.length > 20 ? ", …" : ""}.`,
  );
}
