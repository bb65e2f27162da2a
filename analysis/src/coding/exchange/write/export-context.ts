import type { ExchangeRecord, Language, LocalizedText } from "@mehrwert/study";
import type { CodingMaterial } from "../../material.ts";
import { derivedGuid } from "../guid.ts";

/** Something of a project that the standard cannot carry: what, and how much of it. */
export type ExchangeLoss = { what: LocalizedText; count: number };

/** What every part of an export needs. */
export type ExportContext = {
  material: CodingMaterial;
  language: Language;
  record: ExchangeRecord;
  /** The GUID of a part: the one it came with, else one derived from the project. */
  guid: (key: string) => string;
  /** The name of a part where another program calls it otherwise. */
  name: (key: string) => string | undefined;
};

/** The context of one export; `projectId` makes GUIDs of different projects differ. */
export function exportContext(input: {
  material: CodingMaterial;
  language: Language;
  record: ExchangeRecord;
  projectId: string;
}): ExportContext {
  const { projectId, record, ...rest } = input;
  const derived = new Map<string, string>();
  return {
    ...rest,
    record,
    guid: (key) => {
      const known = record.guids[key] ?? derived.get(key);
      if (known !== undefined) return known;
      const made = derivedGuid(projectId, key);
      derived.set(key, made);
      return made;
    },
    name: (key) => record.names[key],
  };
}

/** The GUID of a coding or memo: its id, unless it came with one that is no UUID. */
export function guidOfId({ record }: ExportContext, kind: "coding" | "memo", id: string): string {
  return record.guids[`${kind}:${id}`] ?? id.toLowerCase();
}
