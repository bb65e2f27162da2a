import { wrongUsage } from "./shell.ts";

/**
 * One of the words an option knows.
 *
 * @throws CommandFailure if it is another
 * @example typedChoice("--overlap", "longer", ["union", "longer"]) // "longer"
 */
export function typedChoice<Name extends string>(
  option: string,
  typed: string,
  names: readonly Name[],
): Name {
  const known = names.find((name) => name === typed);
  if (known !== undefined) return known;
  const list = (and: string) => `${names.slice(0, -1).join(", ")} ${and} ${names.at(-1)}`;
  throw wrongUsage(
    `${option} kennt ${list("und")}, nicht ${typed}.`,
    `${option} knows ${list("and")}, not ${typed}.`,
  );
}

/**
 * Names typed with commas between them, each once; undefined if the option was left out.
 *
 * @throws CommandFailure if there is none
 * @example typedNames("--coders", "A, B,A") // ["A", "B"]
 */
export function typedNames(option: string, typed: string | undefined): string[] | undefined {
  if (typed === undefined) return undefined;
  const names = typed.split(",").map((name) => name.trim());
  const found = [...new Set(names.filter((name) => name !== ""))];
  if (found.length > 0) return found;
  throw wrongUsage(`${option} braucht Namen wie A,B.`, `${option} needs names such as A,B.`);
}
