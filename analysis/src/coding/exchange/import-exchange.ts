import { FileRefused } from "@mehrwert/import";
import {
  type Codebook,
  type CodingEvent,
  codingEventIssues,
  codingProject,
  type ExchangeRecord,
  type Issue,
  type NativeExchange,
  parseCodebook,
} from "@mehrwert/study";
import { type Deviation, type DeviationLog, deviationLog } from "./deviation.ts";
import type { ExchangeProject } from "./exchange-project.ts";
import { madeUpSentence } from "./made-up-sentence.ts";
import { takeCases } from "./project/take-cases.ts";
import { takeCodes } from "./project/take-codes.ts";
import { takeCodings } from "./project/take-codings.ts";
import { inParts, longestText, type TakeContext, takeContext } from "./project/take-context.ts";
import { type TakenDocuments, takeDocuments } from "./project/take-documents.ts";
import { takeMemos } from "./project/take-memos.ts";
import { takePeople } from "./project/take-people.ts";
import { exchangeFile } from "./read/exchange-file.ts";
import { readExchangeProject } from "./read/read-project.ts";
import { notKept, readerFor } from "./read/reader.ts";

/** What an exchange file is imported with. */
export type ImportInput = {
  /** Its name, without folders. */
  fileName: string;
  bytes: Uint8Array;
  /** What the standard could not carry, if the file beside it is there. */
  native?: NativeExchange;
  /** Who imports, as a coder. */
  importer: string;
  /** ISO 8601. */
  now: string;
  /** The id of the new project. */
  projectId: string;
};

/** How much there is in an imported project. */
export type ExchangeCounts = {
  documents: number;
  codes: number;
  codings: number;
  memos: number;
  cases: number;
  variables: number;
};

/** Everything of a coding project that came out of an exchange file. */
export type ImportedExchange = {
  id: string;
  title: string;
  createdAt: string;
  isSynthetic: boolean;
  codebook: Codebook;
  texts: TakenDocuments["texts"];
  /** By everybody who did something, in one order. */
  events: CodingEvent[];
  record: ExchangeRecord;
};

/** What became of an exchange file: a whole project, or nothing with every reason; and each deviation. */
export type ExchangeImport = {
  kind: "project" | "codebook" | undefined;
  origin: string | undefined;
  deviations: Deviation[];
  counts: ExchangeCounts;
} & ({ accepted: true; project: ImportedExchange } | { accepted: false; issues: Issue[] });

const nothing: ExchangeCounts = {
  ...{ documents: 0, codes: 0, codings: 0, memos: 0, cases: 0, variables: 0 },
};

/**
 * Reads a REFI-QDA project (.qdpx) or codebook (.qdc), however loosely it keeps to the standard, and says where it does
 * not. Nothing outside the bytes is ever read, and no name of a file inside is ever used as a place to write to.
 *
 * A file that is hostile, cut off, damaged or too large is refused as a whole.
 * @example await importExchange({ fileName: "study.qdpx", bytes, importer: "anna", now, projectId })
 */
export async function importExchange(input: ImportInput): Promise<ExchangeImport> {
  const log = deviationLog();
  try {
    const reader = readerFor(log);
    const file = exchangeFile(input.bytes, log);
    const { fileName, importer, now, projectId, native } = input;
    const exchange = readExchangeProject(reader, file, fileName.replace(/\.[^.]*$/, ""));
    const fitting = native !== undefined && belongsTo(native, exchange) ? native : undefined;
    if (native !== undefined && fitting === undefined) tellForeign(log);
    const settings = { fileName, importer, now, projectId, native: fitting };
    const context = takeContext(exchange, settings, log);
    const project = await takeProject(context);
    const people = new Set(project.events.map(({ person }) => person));
    for (const [key, guid] of Object.entries(project.record.guids)) {
      const [kind, name = ""] = key.split(":");
      if (kind === "user" && !people.has(name)) notKept(reader, "User", `User ${guid}`);
    }
    const about = { kind: file.kind, origin: exchange.origin };
    const issues = faultsOf(project);
    if (issues.length > 0) return { ...about, ...refusal(issues, log.all()) };
    const counts = countsOf(project, exchange.variables.length);
    return { ...about, accepted: true, deviations: log.all(), counts, project };
  } catch (cause) {
    if (!(cause instanceof FileRefused)) throw cause;
    return { kind: undefined, origin: undefined, ...refusal(cause.issues, log.all()) };
  }
}

/** Whether a native file is about the same things: at least one GUID stands in both, or both are empty. */
function belongsTo(native: NativeExchange, { codes, sources, cases }: ExchangeProject): boolean {
  const known = { ...native.codes, ...native.documents, ...native.cases };
  const all = [...codes, ...sources, ...cases];
  return (
    all.some(({ guid }) => guid in known) || (all.length === 0 && Object.keys(known).length === 0)
  );
}

function tellForeign(log: DeviationLog): void {
  log.add(
    "other-native-file",
    "*.mehrwert.json",
    "Die Datei daneben gehört zu einem anderen Projekt; übergangen.",
    "The file beside it belongs to another project; passed over.",
  );
}

function refusal(issues: Issue[], deviations: Deviation[]) {
  return { accepted: false as const, issues, deviations, counts: nothing };
}

async function takeProject(context: TakeContext): Promise<ImportedExchange> {
  const { exchange, settings, events, record, happened, log } = context;
  const people = takePeople(context);
  const { codebook, ids: codes } = takeCodes(context);
  const documents = await takeDocuments(context, people);
  const cases = takeCases(context, documents);
  const codings = takeCodings(context, { people, documents: documents.ids, codes });
  takeMemos(context, { people, documents: documents.ids, codes, codings, cases });
  for (const { item, text, person, at } of settings.native?.records ?? []) {
    happened({ kind: "record-written", item, text }, { person, at });
  }
  const coded = new Set(
    events.flatMap(({ change }) => (change.kind === "coding-added" ? change.coding.code : [])),
  );
  for (const { id, isHeading } of codebook.codes) {
    if (isHeading !== true || !coded.has(id)) continue;
    log.add(
      "coded-heading",
      `Code “${id}”`,
      "Mit diesem Code darf nicht kodiert werden (isCodable=false), und doch gibt es Kodierungen; sie bleiben.",
      "This code is not to be coded with (isCodable=false), yet there are codings; they stay.",
    );
  }
  const [title = "–"] = inParts(exchange.name.trim(), longestText.title);
  return {
    id: settings.projectId,
    title,
    createdAt: exchange.at ?? settings.now,
    isSynthetic:
      exchange.description === madeUpSentence || settings.native?.project.isSynthetic === true,
    ...{ codebook, texts: documents.texts, events, record },
  };
}

/** What would keep the project from being opened again. */
function faultsOf({ codebook, events }: ImportedExchange): Issue[] {
  const parsed = parseCodebook(codebook);
  const ofCodebook = parsed.ok ? [] : parsed.issues.filter(({ severity }) => severity === "error");
  return [...ofCodebook, ...events.flatMap((event) => codingEventIssues(event))].slice(0, 20);
}

function countsOf({ codebook, events }: ImportedExchange, variables: number): ExchangeCounts {
  const project = codingProject(codebook, events);
  return {
    documents: project.documents.length,
    codes: project.codebook.codes.length,
    codings: project.assignments.length,
    memos: project.memos.length,
    cases: project.cases.length,
    variables,
  };
}
