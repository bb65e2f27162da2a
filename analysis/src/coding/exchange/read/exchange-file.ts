import { type Archive, openArchive, textOfBytes } from "@mehrwert/import";
import type { DeviationLog } from "../deviation.ts";
import { exchangeArchive, exchangeLimits } from "../exchange-limits.ts";
import { exchangeNamespaces } from "../exchange-project.ts";
import { noExchangeFile, noProject, severalProjects, tooLarge } from "./file-refusals.ts";
import { type XmlNode, xmlTree } from "./xml-tree.ts";

/** An exchange file, opened: its XML and the files that came with it. */
export type ExchangeFile = {
  kind: "project" | "codebook";
  root: XmlNode;
  xml: string;
  /** The letters of a file inside, without byte-order mark; undefined if there is none of this name. */
  fileText: (path: string, where: string) => { text: string; encoding: string } | undefined;
};

/**
 * Opens a .qdpx (ZIP), a .qde or a .qdc (XML), told apart by content.
 *
 * @throws FileRefused for what is hostile, damaged, too large, or no REFI-QDA file
 */
export function exchangeFile(bytes: Uint8Array, log: DeviationLog): ExchangeFile {
  if (bytes.length > exchangeLimits.bytes) throw tooLarge();
  const isArchive = bytes[0] === 0x50 && bytes[1] === 0x4b;
  if (!isArchive) return opened(bytes, "", () => undefined, log);
  const archive = openArchive(bytes, exchangeArchive);
  const name = projectName(archive.names, log);
  const content = archive.read(name);
  if (content === undefined) throw noProject();
  return opened(content, name, archivedTexts(archive, log), log);
}

function opened(
  bytes: Uint8Array,
  place: string,
  fileText: ExchangeFile["fileText"],
  log: DeviationLog,
): ExchangeFile {
  const { text: decoded, encoding } = textOfBytes(bytes, false);
  if (encoding !== "UTF-8") {
    log.add(
      "encoding",
      place === "" ? "XML" : place,
      `Das XML ist nicht UTF-8; gelesen als ${encoding}.`,
      `The XML is not UTF-8; read as ${encoding}.`,
    );
  }
  const hasMark = hasByteOrderMark(bytes);
  if (hasMark && encoding === "UTF-8") noteMark(log, place === "" ? "XML" : place);
  const xml = decoded.replace(/^\uFEFF/, "");
  if (!xml.trimStart().startsWith("<")) throw noExchangeFile();
  const root = xmlTree(xml, place);
  const kind = root.key === "project" ? "project" : root.key === "codebook" ? "codebook" : "none";
  if (kind === "none") throw noExchangeFile();
  checkNamespace(root, exchangeNamespaces[kind], log);
  return { kind, root, xml, fileText };
}

function checkNamespace(root: XmlNode, expected: string, log: DeviationLog): void {
  const named = [...root.attributes].flatMap(([key, value]) =>
    key.startsWith("xmlns") && /qda/i.test(value) ? [value] : [],
  );
  if (named.includes(expected)) return;
  const shown = named[0] ?? "–";
  log.add(
    "namespace",
    root.name,
    `Der Namensraum ist ${shown}, nicht ${expected}; gelesen wie dieser.`,
    `The namespace is ${shown}, not ${expected}; read as if it were.`,
  );
}

function projectName(names: readonly string[], log: DeviationLog): string {
  const candidates = names.filter(
    (name) => /\.qde$/i.test(name) && !baseName(name).startsWith("."),
  );
  const isStandard = (name: string) => baseName(name).toLowerCase() === "project.qde";
  const byDepth = candidates.toSorted((a, b) => a.split(/[/\\]/).length - b.split(/[/\\]/).length);
  const named = byDepth.filter(isStandard);
  const found = named[0] ?? byDepth[0];
  if (found === undefined) throw noProject();
  if (named.length === 0 && candidates.length > 1) throw severalProjects(candidates);
  if (found === "project.qde") return found;
  log.add(
    "container-name",
    found,
    "Das Projekt heißt nicht project.qde oder liegt nicht ganz oben im Archiv; gelesen wie dieses.",
    "The project is not called project.qde or does not lie at the top of the archive; read as if it were.",
  );
  return found;
}

/** Files by their name alone: folders are called Sources, sources or nothing, and paths differ. */
function archivedTexts(archive: Archive, log: DeviationLog): ExchangeFile["fileText"] {
  const byName = new Map<string, string>();
  for (const name of archive.names) byName.set(baseName(name).toLowerCase(), name);
  const read = new Map<string, { text: string; encoding: string }>();
  return (path, where) => {
    const wanted = baseName(decodedPath(path)).toLowerCase();
    const name = byName.get(wanted);
    if (name === undefined || wanted === "") return undefined;
    if (name.slice(0, -wanted.length) !== "sources/" || !/^internal:\/\/[^/]+$/i.test(path)) {
      log.count("sources-folder", "", `${where}: ${path}`, {
        de: `Der Text liegt nicht als internal://… in sources; gefunden als ${name}.`,
        en: `The text does not lie in sources as internal://…; found as ${name}.`,
      });
    }
    const known = read.get(name);
    if (known !== undefined) return known;
    const bytes = archive.read(name);
    if (bytes === undefined) return undefined;
    const { text, encoding } = textOfBytes(bytes, true);
    if (hasByteOrderMark(bytes)) noteMark(log, name);
    const result = { text, encoding };
    read.set(name, result);
    return result;
  };
}

/** The decoder takes one mark away by itself, so it is looked for in the bytes. */
function hasByteOrderMark(bytes: Uint8Array): boolean {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
}

function noteMark(log: DeviationLog, where: string): void {
  log.add(
    "byte-order-mark",
    where,
    "Die Bytereihenfolge-Marke am Anfang wurde weggelassen; Positionen zählen sie nicht.",
    "The byte-order mark at the beginning was left out; positions do not count it.",
  );
}

function baseName(path: string): string {
  return path.split(/[/\\]/).at(-1) ?? path;
}

function decodedPath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
