import { randomUUID } from "node:crypto";
import type { CodingChange, CodingProject } from "@mehrwert/study";
import { idFromStart } from "./coding-options.ts";
import { badInput, wrongUsage } from "./shell.ts";
import { type CodeTextOptions, typedCode, typedCodeParts } from "./typed-code.ts";

/** What a person says with `mehrwert code codebook`. */
export type CodebookOptions = CodeTextOptions & {
  as?: string;
  parent?: string;
  deductive?: boolean;
  memo?: string;
  to?: string;
  before?: string;
  into?: string;
  note?: string;
  part?: string;
  codings?: string;
  force?: boolean;
};

/** What one action makes of the project as it is; it may refuse. */
export type CodebookAction = (
  project: CodingProject,
  names: string[],
  options: CodebookOptions,
) => CodingChange[];

/** @throws CommandFailure for what the project does not allow */
export const add: CodebookAction = (project, [id = ""], options) => {
  if (options.parent !== undefined) requireCodes(project, [options.parent]);
  requireFree(project, id);
  const origin = options.deductive === true ? "deductive" : "inductive";
  if (origin === "inductive" && options.memo === undefined) {
    throw wrongUsage(
      "Ein induktiver Code braucht eine Begründung: --memo. Für einen deduktiven steht --deductive.",
      "An inductive code needs a reason: --memo. A deductive one is said by --deductive.",
    );
  }
  const code = typedCode(id, options, { parent: options.parent, origin });
  return [{ kind: "code-added", code }, ...memoOn(id, options.memo)];
};

/** @throws CommandFailure for what the project does not allow */
export const change: CodebookAction = (project, [id = ""], options) => {
  requireCodes(project, [id]);
  const set = typedCodeParts(options);
  if (Object.keys(set).length > 0) return [{ kind: "code-changed", code: id, set }];
  throw wrongUsage("Es fehlt, was zu ändern ist.", "What to change is missing.");
};

/** @throws CommandFailure for what the project does not allow */
export const move: CodebookAction = (project, [id = ""], { to = "", before }) => {
  const parent = to === "top" ? undefined : to;
  requireCodes(project, [
    id,
    ...(parent === undefined ? [] : [parent]),
    ...(before === undefined ? [] : [before]),
  ]);
  return [
    {
      kind: "code-moved",
      code: id,
      ...(parent !== undefined && { parent }),
      ...(before !== undefined && { before }),
    },
  ];
};

/** @throws CommandFailure for what the project does not allow */
export const merge: CodebookAction = (project, codes, { into = "", note }) => {
  requireCodes(project, [...codes, into]);
  if (codes.every((id) => id === into)) {
    throw wrongUsage(
      "Nennen Sie einen anderen Code, der hineingeht.",
      "Name another code to go into it.",
    );
  }
  return [{ kind: "codes-merged", codes, into, ...(note !== undefined && { note }) }];
};

/** @throws CommandFailure for what the project does not allow */
export const split: CodebookAction = (project, [id = ""], options) => {
  requireCodes(project, [id]);
  const { part = "", codings, note, memo } = options;
  requireFree(project, part);
  const own = project.assignments.filter(({ code }) => code === id).map((each) => each.id);
  const chosen = (codings ?? "").split(",").filter((each) => each.trim() !== "");
  const ids = chosen.map((start) =>
    idFromStart(start.trim(), own, [`Kodierungen von ${id}`, `codings of ${id}`]),
  );
  const parent = project.codebook.codes.find((each) => each.id === id)?.parent;
  const code = typedCode(part, options, { parent, origin: "inductive" });
  return [
    {
      kind: "code-split",
      code: id,
      parts: [{ code, codings: ids }],
      ...(note !== undefined && { note }),
    },
    ...memoOn(part, memo),
  ];
};

/** @throws CommandFailure for what the project does not allow */
export const remove: CodebookAction = (project, [id = ""], { force, note }) => {
  requireCodes(project, [id]);
  const count = project.assignments.filter(({ code }) => code === id).length;
  if (count > 0 && force !== true) {
    throw badInput(
      `${id} hat ${count} Kodierungen. „code codebook merge“ gibt sie einem anderen Code; mit --force werden sie beiseitegelegt, ein Undo holt sie zurück.`,
      `${id} has ${count} codings. “code codebook merge” gives them to another code; --force sets them aside, an undo brings them back.`,
    );
  }
  return [{ kind: "code-removed", code: id, ...(note !== undefined && { note }) }];
};

/** @throws CommandFailure for what the project does not allow */
export const version: CodebookAction = (_, [number = ""], { note }) => {
  if (!/^\d+\.\d+\.\d+$/.test(number)) {
    throw wrongUsage(
      `${number} hat nicht die Form 1.1.0.`,
      `${number} does not have the form 1.1.0.`,
    );
  }
  return [{ kind: "codebook-versioned", version: number, ...(note !== undefined && { note }) }];
};

function memoOn(code: string, text: string | undefined): CodingChange[] {
  if (text === undefined || text.trim() === "") return [];
  return [{ kind: "memo-written", memo: randomUUID(), about: { kind: "code", code }, text }];
}

function requireCodes({ codebook }: CodingProject, ids: readonly string[]): void {
  const missing = ids.find((id) => !codebook.codes.some((code) => code.id === id));
  if (missing === undefined) return;
  throw badInput(`Den Code „${missing}“ gibt es nicht.`, `There is no code “${missing}”.`);
}

function requireFree({ codebook }: CodingProject, id: string): void {
  const same = codebook.codes.find((code) => code.id.toLowerCase() === id.toLowerCase());
  if (same === undefined) return;
  throw badInput(`Den Code „${same.id}“ gibt es schon.`, `There is a code “${same.id}” already.`);
}
