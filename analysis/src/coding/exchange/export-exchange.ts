import type { Codebook, CodingEvent, NativeExchange } from "@mehrwert/study";
import { exchangeArchiveOf } from "./write/exchange-archive.ts";
import { type ExportInput, exchangeOfProject } from "./write/exchange-of-project.ts";
import { codebookXml } from "./write/exchange-xml.ts";
import type { ExchangeLoss } from "./write/export-context.ts";
import { exchangeLosses } from "./write/losses.ts";
import { nativeOfProject } from "./write/native-of-project.ts";

export type { ExportInput } from "./write/exchange-of-project.ts";
export type { ExchangeLoss } from "./write/export-context.ts";

/** An exported project: the archive, what it does not hold, and the native file that does. */
export type ExportedExchange = {
  bytes: Uint8Array;
  losses: ExchangeLoss[];
  native: NativeExchange;
};

/**
 * A coding project as REFI-QDA project (.qdpx): its present state, valid by the schema, byte for byte the same each time.
 * Holds no path of a computer and no address of a person beyond what texts and memos themselves say.
 *
 * @param history what only the native file holds
 */
export function exportExchange(
  input: ExportInput,
  history: { start: Codebook; events: readonly CodingEvent[] },
): ExportedExchange {
  const { project, context, placed } = exchangeOfProject(input);
  const { events } = history;
  return {
    bytes: exchangeArchiveOf(project),
    losses: exchangeLosses(context, placed, { exchange: project, events }),
    native: nativeOfProject(input, context, { ...history, title: input.material.title }),
  };
}

/**
 * The codebook of a project as REFI-QDA codebook (.qdc), in one language.
 *
 * @returns undefined if there are no codes: the schema has no empty codebook
 */
export function exportCodebook(input: ExportInput): string | undefined {
  const { project } = exchangeOfProject(input);
  return project.codes.length === 0 ? undefined : codebookXml(project.codes, project.origin);
}
