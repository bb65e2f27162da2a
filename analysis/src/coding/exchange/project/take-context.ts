import type { CodingChange, CodingEvent, ExchangeRecord, NativeExchange } from "@mehrwert/study";
import type { DeviationLog } from "../deviation.ts";
import type { ExchangeProject } from "../exchange-project.ts";
import { derivedGuid } from "../guid.ts";

/** What an import is made with. */
export type TakeSettings = {
  /** The file, by its name alone. */
  fileName: string;
  /** Who imports; stands for whoever is not named. */
  importer: string;
  /** ISO 8601; stands for times that are not told. */
  now: string;
  projectId: string;
  native: NativeExchange | undefined;
};

/** What is being made of a file: events one after the other, and how the file calls things. */
export type TakeContext = {
  exchange: ExchangeProject;
  settings: TakeSettings;
  log: DeviationLog;
  record: ExchangeRecord;
  events: CodingEvent[];
  /** Adds an event; events happen in the order in which they are added. */
  happened: (change: CodingChange, by: { person?: string; at?: string }) => void;
};

/** The beginning of an import. */
export function takeContext(
  exchange: ExchangeProject,
  settings: TakeSettings,
  log: DeviationLog,
): TakeContext {
  const events: CodingEvent[] = [];
  return {
    ...{ exchange, settings, log, events },
    record: {
      format: "mehrwert-exchange-record",
      formatVersion: 1,
      guids: {},
      names: {},
      types: {},
    },
    happened: (change, { person = settings.importer, at = exchange.at ?? settings.now }) => {
      const sequence = events.length + 1;
      const id = derivedGuid(settings.projectId, `event:${sequence}`);
      events.push({ sequence, id, person, at, change });
    },
  };
}

/** Longest text of one memo, and of a definition, in UTF-16 units. */
export const longestText = { memo: 20_000, definition: 10_000, value: 2000, title: 200 } as const;

/** A text in parts of at most so many UTF-16 units, never inside a character. */
export function inParts(text: string, longest: number): string[] {
  const parts: string[] = [];
  let rest = text;
  while (rest.length > longest) {
    const splitsPair = /[\ud800-\udbff]$/.test(rest.slice(0, longest));
    const at = splitsPair ? longest - 1 : longest;
    parts.push(rest.slice(0, at));
    rest = rest.slice(at);
  }
  return [...parts, rest].filter((part) => part.trim() !== "");
}
