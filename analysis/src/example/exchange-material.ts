import {
  type Codebook,
  type CodingEvent,
  codingProject,
  type ExchangeRecord,
  type Language,
  noExchangeRecord,
  transcriptOf,
} from "@mehrwert/study";
import { type ExportedExchange, exportExchange } from "../coding/exchange/export-exchange.ts";
import {
  type ExchangeImport,
  type ImportInput,
  importExchange,
} from "../coding/exchange/import-exchange.ts";
import type { CodingMaterial } from "../coding/material.ts";

/** A coding project in memory. */
export type MemoryProject = {
  id: string;
  title: string;
  createdAt: string;
  isSynthetic: boolean;
  codebook: Codebook;
  texts: readonly { document: string; version: number; text: string }[];
  events: readonly CodingEvent[];
  record?: ExchangeRecord;
};

/** Its state with its texts. */
export async function materialOf(memory: MemoryProject): Promise<CodingMaterial> {
  const { title, isSynthetic, codebook, texts, events } = memory;
  const all = await Promise.all(texts.map((text) => transcriptOf({ ...text, speakers: [] })));
  const transcripts = new Map<string, typeof all>();
  for (const each of all) {
    transcripts.set(each.document, [...(transcripts.get(each.document) ?? []), each]);
  }
  return { title, isSynthetic, project: codingProject(codebook, events), transcripts };
}

/** It as .qdpx. */
export async function exported(
  memory: MemoryProject,
  language: Language = "de",
): Promise<ExportedExchange> {
  const { record = noExchangeRecord, codebook, events } = memory;
  const material = await materialOf(memory);
  const input = { material, project: memory, record, language, softwareVersion: "1.2.3" };
  return exportExchange(input, { start: codebook, events });
}

/** A file taken in by "importer". */
export function imported(
  bytes: Uint8Array,
  more: Partial<ImportInput> = {},
): Promise<ExchangeImport> {
  return importExchange({
    ...{ fileName: "study.qdpx", bytes, importer: "importer" },
    now: "2026-11-28T12:00:00.000Z",
    projectId: "0f0e0d0c-0b0a-4908-8706-050403020100",
    ...more,
  });
}

/** The same, where nothing may be refused. @throws Error with the reasons */
export async function accepted(bytes: Uint8Array, more: Partial<ImportInput> = {}) {
  const result = await imported(bytes, more);
  if (result.accepted) return result;
  throw new Error(JSON.stringify(result.issues));
}
