import type { CodeAssignment, CodingOrigin } from "@mehrwert/study";
import type { ExchangeCoding, ExchangeSelection } from "../exchange-project.ts";
import { derivedGuid, idOfGuid } from "../guid.ts";
import type { TakeContext } from "./take-context.ts";
import type { PeopleMap } from "./take-people.ts";

type Parts = {
  people: PeopleMap;
  documents: ReadonlyMap<string, string>;
  codes: ReadonlyMap<string, string>;
};

/** Codings of all documents, each by its coder at its time. @returns ids of codings by GUID */
export function takeCodings(context: TakeContext, parts: Parts): ReadonlyMap<string, string> {
  const { exchange, record } = context;
  const ids = new Map<string, string>();
  for (const { guid: source, selections } of exchange.sources) {
    const document = parts.documents.get(source) ?? "";
    const seen = new Map<string, string>();
    for (const selection of selections) {
      const { start, end, guid } = selection;
      if (guid !== derivedGuid(source, `${start}-${end}`)) {
        record.guids[`passage:${document}:${start}-${end}`] ??= guid;
      }
      for (const coding of selection.codings) {
        takeCoding(context, parts, { document, selection, coding, seen, ids });
      }
    }
  }
  return ids;
}

function takeCoding(
  context: TakeContext,
  { people, codes }: Parts,
  input: {
    document: string;
    selection: ExchangeSelection;
    coding: ExchangeCoding;
    seen: Map<string, string>;
    ids: Map<string, string>;
  },
): void {
  const { settings, record, log, happened } = context;
  const { document, selection, coding, seen, ids } = input;
  const { start, end } = selection;
  const code = codes.get(coding.code) ?? "";
  const coder = people(coding.user ?? selection.user) ?? settings.importer;
  const key = `${start}-${end} ${code} ${coder}`;
  const first = seen.get(key);
  if (first !== undefined) {
    ids.set(coding.guid, first);
    log.add(
      "duplicate-coding",
      `${document} ${start}–${end}, ${code}, ${coder}`,
      "Dieselbe Person hat dieselbe Stelle zweimal gleich kodiert; eine Kodierung bleibt.",
      "The same person gave the same passage the same code twice; one coding stays.",
    );
    return;
  }
  const id = idOfGuid(coding.guid);
  seen.set(key, id);
  ids.set(coding.guid, id);
  if (id !== coding.guid) record.guids[`coding:${id}`] = coding.guid;
  const at = coding.at ?? selection.at;
  const assignment: CodeAssignment = {
    ...{ id, excerpt: { document, version: 1, start, end }, code, coder },
    ...known(context, coding.guid),
  };
  happened(
    { kind: "coding-added", coding: assignment },
    { person: coder, ...(at !== undefined && { at }) },
  );
}

function known(
  { exchange, settings }: TakeContext,
  guid: string,
): Pick<CodeAssignment, "origin" | "polarity" | "isQuotation"> {
  const native = settings.native?.codings[guid];
  if (native !== undefined) return native;
  const program = exchange.origin === undefined ? "" : ` (${exchange.origin})`;
  const origin: CodingOrigin = {
    kind: "imported",
    source: `${settings.fileName}${program}`.slice(0, 200),
  };
  return { origin };
}
