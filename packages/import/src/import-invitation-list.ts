import type { Issue, LocalizedText, Result } from "@mehrwert/study";
import { importLimits } from "./file/limits.ts";
import { addressMistake, bareAddress } from "./invitation-list/address-mistake.ts";
import { isHeading, type ListColumns, listColumns } from "./invitation-list/list-columns.ts";
import { type ListRows, listRows, type Separator } from "./invitation-list/list-rows.ts";
import { FileRefused, refused, say } from "./refusal.ts";

export { addressMistake } from "./invitation-list/address-mistake.ts";

/** Somebody to be invited, as a list names them; `unit` is the group they belong to, if the list has one. */
export type ListedInvitee = { line: number; address: string; name?: string; unit?: string };

/** A row that is left out: where, what stands there, why, and what to do. */
export type ListProblem = {
  line: number;
  given: string;
  message: LocalizedText;
  advice: LocalizedText;
};

/** Who is to be invited, what is left out, and how the file was read. */
export type InvitationList = {
  invitees: ListedInvitee[];
  problems: ListProblem[];
  encoding: string;
  separator?: Separator;
  hasHeading: boolean;
  /** Columns by number, from 1. */
  columns: { address: number; names: number[]; unit?: number };
};

/** More than this in one list is refused. */
export const mostInvitees = 50_000;

/**
 * Reads whom to invite from a CSV or Excel file, or from pasted lines: an address in each row, with a name and a group
 * where there are any. Encoding, separator, heading and columns are found out and told. A row that cannot be used is
 * left out with its reason; of an address that comes twice the first row counts. Reads nothing but the bytes.
 *
 * @example importInvitationList(new TextEncoder().encode("E-Mail;Name\na@example.org;Ada")) // one invitee
 */
export function importInvitationList(bytes: Uint8Array): Result<InvitationList> {
  try {
    return { ok: true, value: listOf(bytes), warnings: [] };
  } catch (cause) {
    if (cause instanceof FileRefused) return { ok: false, issues: cause.issues };
    throw cause;
  }
}

function listOf(bytes: Uint8Array): InvitationList {
  if (bytes.length > importLimits.bytes) throw tooLarge();
  const { rows, encoding, separator } = bytes.length === 0 ? noRows : listRows(bytes);
  const hasHeading = rows[0] !== undefined && isHeading(rows[0].cells);
  const [heading, body] = hasHeading ? [rows[0]?.cells, rows.slice(1)] : [undefined, rows];
  if (body.length === 0) throw empty();
  if (body.length > mostInvitees) throw tooMany(body.length);
  const columns = listColumns(
    heading,
    body.map(({ cells }) => cells),
  );
  const { invitees, problems } = judged(body, columns);
  return {
    invitees,
    problems,
    encoding,
    ...(separator && { separator }),
    hasHeading,
    columns: numberedFromOne(columns),
  };
}

const noRows: ListRows = { rows: [], encoding: "UTF-8" };

const numberedFromOne = ({ address, names, unit }: ListColumns) => ({
  address: address + 1,
  names: names.map((at) => at + 1),
  ...(unit === undefined ? {} : { unit: unit + 1 }),
});

function judged(rows: ListRows["rows"], columns: ListColumns) {
  const firstLines = new Map<string, number>();
  const invitees: ListedInvitee[] = [];
  const problems: ListProblem[] = [];
  for (const { line, cells } of rows) {
    const { address, name: beside } = bareAddress(cells[columns.address] ?? "");
    const name = oneLine(columns.names.map((at) => cells[at] ?? "").join(" ")) || beside;
    const unit = columns.unit === undefined ? "" : oneLine(cells[columns.unit] ?? "");
    const firstLine = firstLines.get(address.toLowerCase());
    const mistake = addressMistake(address) ?? textMistake(name, unit);
    const problem = mistake ?? (firstLine === undefined ? undefined : duplicate(firstLine));
    if (problem !== undefined) {
      problems.push({ line, given: oneLine(cells.join(" ")).slice(0, 120), ...problem });
      continue;
    }
    firstLines.set(address.toLowerCase(), line);
    invitees.push({ line, address, ...(name && { name }), ...(unit && { unit }) });
  }
  return { invitees, problems };
}

const oneLine = (text: string) => text.replace(/\s+/g, " ").trim();

function textMistake(
  ...texts: (string | undefined)[]
): Pick<Issue, "message" | "advice"> | undefined {
  if (texts.every((text = "") => text.length <= 120 && !/\p{Cc}|\p{Cf}/u.test(text)))
    return undefined;
  return {
    message: say(
      "Name oder Gruppe ist länger als 120 Zeichen oder enthält unsichtbare Zeichen.",
      "Name or group is longer than 120 characters or contains invisible ones.",
    ),
    advice: say("Kürzen Sie sie, oder tippen Sie sie neu.", "Shorten it, or type it anew."),
  };
}

const duplicate = (firstLine: number) => ({
  message: say(
    `Diese Adresse steht schon in Zeile ${firstLine}.`,
    `This address stands in row ${firstLine} already.`,
  ),
  advice: say("Sie wird einmal eingeladen.", "It is invited once."),
});

const empty = () =>
  refused(
    "",
    say("Die Liste enthält keine Zeile.", "The list holds no row."),
    say("Eine Adresse je Zeile genügt.", "One address in each row is enough."),
  );

const tooLarge = () =>
  refused(
    "",
    say("Die Datei ist größer als 10 MB.", "The file is larger than 10 MB."),
    say("Behalten Sie nur Adresse, Name und Gruppe.", "Keep address, name and group only."),
  );

const tooMany = (rows: number) =>
  refused(
    "",
    say(
      `Die Liste hat ${rows} Zeilen; höchstens ${mostInvitees} werden gelesen.`,
      `The list has ${rows} rows; at most ${mostInvitees} are read.`,
    ),
    say("Teilen Sie sie.", "Split it."),
  );
