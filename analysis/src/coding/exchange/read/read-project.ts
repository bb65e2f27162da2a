import type { ExchangeCode, ExchangeNote, ExchangeProject } from "../exchange-project.ts";
import type { ExchangeFile } from "./exchange-file.ts";
import { checkNames } from "./known-names.ts";
import { readCases, readVariables } from "./read-cases.ts";
import { leftOutParts, readCodes } from "./read-codes.ts";
import { readSources } from "./read-sources.ts";
import { madeBy, notKept, type Reader, references } from "./reader.ts";
import { sourceText } from "./source-text.ts";
import { childOf, childrenOf, type XmlNode } from "./xml-tree.ts";

/** A project file, or a codebook as a project of codes alone. Deviations go into the reader's log. */
export function readExchangeProject(
  reader: Reader,
  file: ExchangeFile,
  fallbackName: string,
): ExchangeProject {
  const { root, kind } = file;
  checkNames(root, reader.log);
  leftOutParts(reader, root);
  const origin = root.attributes.get("origin")?.trim() ?? "";
  const name = root.attributes.get("name")?.trim() ?? "";
  const codes = kind === "codebook" ? readCodes(reader, root) : projectCodes(reader, root);
  const variables = readVariables(reader, root);
  const context = { reader, file, origin, codes: guidsOf(codes), variables };
  const description = (childOf(root, "description")?.text ?? "").trim();
  const { at } = madeBy(reader, root, root.name);
  return {
    name: name === "" ? fallbackName : name,
    ...(origin !== "" && { origin }),
    ...(description !== "" && { description }),
    ...(at !== undefined && { at }),
    users: readUsers(reader, root),
    ...{ codes, variables },
    cases: readCases(reader, root, variables),
    sources: readSources(context, root),
    notes: readNotes(reader, file),
    noteRefs: references(reader, root, "noteref", root.name),
  };
}

function projectCodes(reader: Reader, root: XmlNode): ExchangeCode[] {
  const direct = childrenOf(root, "codebook");
  // Some programs put the codebook elsewhere; the standard has it directly below the project.
  const found =
    direct.length > 0 ? direct : root.children.flatMap((each) => childrenOf(each, "codebook"));
  if (direct.length === 0 && found.length > 0) {
    reader.log.add(
      "misplaced-element",
      "CodeBook",
      "Das Codebuch steht nicht direkt unter dem Projekt; gelesen wie dort.",
      "The codebook does not stand directly below the project; read as if it did.",
    );
  }
  return found.flatMap((each) => readCodes(reader, each));
}

function guidsOf(codes: readonly ExchangeCode[]): Set<string> {
  const all = new Set<string>();
  const add = (list: readonly ExchangeCode[]) => {
    for (const code of list) {
      all.add(code.guid);
      add(code.codes);
    }
  };
  add(codes);
  return all;
}

function readUsers(reader: Reader, root: XmlNode): ExchangeProject["users"] {
  const nodes = childrenOf(root, "users").flatMap((list) => childrenOf(list, "user"));
  return nodes.map((node) => {
    const name = (node.attributes.get("name") ?? node.attributes.get("id") ?? "").trim();
    return { guid: reader.guids.own(node, `User “${name}”`), name };
  });
}

function readNotes(reader: Reader, file: ExchangeFile): ExchangeNote[] {
  const nodes = childrenOf(file.root, "notes").flatMap((list) => childrenOf(list, "note"));
  return nodes.flatMap((node) => {
    const name = (node.attributes.get("name") ?? "").trim();
    const where = `Note “${name}”`;
    const guid = reader.guids.own(node, where);
    const inside =
      childrenOf(node, "plaintextselection").length + childrenOf(node, "coding").length;
    if (inside > 0) notKept(reader, "Note/PlainTextSelection, Note/Coding", where);
    const text = noteText(reader, file, node, where);
    const words = text.startsWith(name) ? text : `${name}\n\n${text}`.trim();
    return words === "" ? [] : [{ guid, text: words, ...madeBy(reader, node, where) }];
  });
}

function noteText({ log }: Reader, file: ExchangeFile, node: XmlNode, where: string): string {
  const description = (childOf(node, "description")?.text ?? "").trim();
  const hasText =
    childOf(node, "plaintextcontent") !== undefined ||
    node.attributes.has("plaintextpath") ||
    node.attributes.has("richtextpath");
  if (!hasText) return description;
  const text = (sourceText(file, node, where, log)?.text ?? "").trim();
  return text === "" || description === "" ? `${text}${description}` : `${text}\n\n${description}`;
}
