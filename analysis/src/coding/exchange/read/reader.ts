import type { DeviationLog } from "../deviation.ts";
import { type GuidReader, guidReader } from "./read-guid.ts";
import { childrenOf, type XmlNode } from "./xml-tree.ts";

/** What every part of the reader needs: where deviations go, and GUIDs. */
export type Reader = { log: DeviationLog; guids: GuidReader };

/** A reader for one file. */
export function readerFor(log: DeviationLog): Reader {
  return { log, guids: guidReader(log) };
}

/** GUIDs that children of one name refer to. */
export function references(
  { guids, log }: Reader,
  node: XmlNode,
  key: string,
  where: string,
): string[] {
  return childrenOf(node, key).flatMap((child) => {
    const guid = guids.reference(child, "targetguid") ?? guids.reference(child, "guid");
    if (guid === undefined) danglingReference(log, `${where}/${child.name}`);
    return guid ?? [];
  });
}

/** Tells that something refers to nothing. */
export function danglingReference(log: DeviationLog, where: string, guid = "–"): void {
  log.add(
    "dangling-reference",
    where,
    `Der Verweis auf ${guid} führt ins Leere; weggelassen.`,
    `The reference to ${guid} leads nowhere; left out.`,
  );
}

/** Who made something, and when, as far as it is told. */
export function madeBy(
  reader: Reader,
  node: XmlNode,
  where: string,
): { user?: string; at?: string } {
  const user =
    reader.guids.reference(node, "creatinguser") ??
    reader.guids.reference(node, "creatinguserguid");
  const at = timeOf(reader, node.attributes.get("creationdatetime"), where);
  return { ...(user !== undefined && { user }), ...(at !== undefined && { at }) };
}

const utc = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const local = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?$/;

/** A time of the schema as ISO 8601 in UTC; undefined if there is none or it is none. */
export function timeOf(
  { log }: Reader,
  written: string | undefined,
  where: string,
): string | undefined {
  const text = written?.trim() ?? "";
  if (text === "") return undefined;
  const isLocal = local.test(text);
  const time = new Date(isLocal ? `${text}Z` : text);
  if (Number.isNaN(time.getTime()) || !isDay(text)) {
    log.count("bad-time", "", `${where}: ${text}`, {
      de: "Die Zeitangabe ist keine; weggelassen.",
      en: "The time is none; left out.",
    });
    return undefined;
  }
  if (isLocal) {
    log.count("time-without-zone", "", `${where}: ${text}`, {
      de: "Die Zeit steht ohne Zeitzone; gelesen als UTC.",
      en: "The time has no time zone; read as UTC.",
    });
  }
  const iso = time.toISOString();
  return utc.test(text) && iso.startsWith(text.slice(0, 19)) ? text : iso;
}

/** Whether a text begins with a day there is; the 30th of February would else become another one. */
function isDay(text: string): boolean {
  const [day] = /^\d{4}-\d\d-\d\d(?=T)/.exec(text) ?? [];
  if (day === undefined) return false;
  const time = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(day);
}

/** Tells that parts of a file have no place here. */
export function notKept({ log }: Reader, what: string, where: string): void {
  log.count("not-kept", what, where, {
    de: `${what}: dafür gibt es hier keinen Platz; weggelassen.`,
    en: `${what}: there is no place for it here; left out.`,
  });
}
