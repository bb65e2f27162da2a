import type { ExchangeCode } from "../exchange-project.ts";
import { notKept, type Reader, references } from "./reader.ts";
import { childOf, childrenOf, type XmlNode } from "./xml-tree.ts";

/** The codes of a `CodeBook`, wherever in it they stand. */
export function readCodes(reader: Reader, codebook: XmlNode): ExchangeCode[] {
  const lists = childrenOf(codebook, "codes");
  const loose = childrenOf(codebook, "code");
  if (loose.length > 0) {
    reader.log.add(
      "misplaced-element",
      `${codebook.name}/Code`,
      "Codes stehen außerhalb von Codes; gelesen wie darin.",
      "Codes stand outside Codes; read as if inside.",
    );
  }
  const nodes = [...lists.flatMap((list) => childrenOf(list, "code")), ...loose];
  return nodes.map((node) => readCode(reader, node, "Code"));
}

function readCode(reader: Reader, node: XmlNode, above: string): ExchangeCode {
  const name = (node.attributes.get("name") ?? "").trim();
  const where = `${above} “${name}”`;
  const guid = reader.guids.own(node, where);
  if (name === "") {
    reader.log.add(
      "no-name",
      `${above} ${guid}`,
      "Der Code hat keinen Namen; er heißt nun „–“.",
      "The code has no name; it is called “–” now.",
    );
  }
  const description = childOf(node, "description")?.text.trim() ?? "";
  const colour = colourOf(reader, node, where);
  return {
    ...{ guid, name: name === "" ? "–" : name },
    isCodable: !["false", "0"].includes(node.attributes.get("iscodable")?.trim() ?? ""),
    ...(colour !== undefined && { colour }),
    ...(description !== "" && { description }),
    noteRefs: references(reader, node, "noteref", where),
    codes: childrenOf(node, "code").map((child) => readCode(reader, child, where)),
  };
}

/** `#RGB` and `#RRGGBB` as `#rrggbb`. */
function colourOf({ log }: Reader, node: XmlNode, where: string): string | undefined {
  const written = node.attributes.get("color")?.trim();
  if (written === undefined || written === "") return undefined;
  const [, digits] = /^#([0-9a-f]{6}|[0-9a-f]{3})$/.exec(written.toLowerCase()) ?? [];
  if (digits === undefined) {
    log.add(
      "bad-colour",
      where,
      `${written} ist keine Farbe; weggelassen.`,
      `${written} is no colour; left out.`,
    );
    return undefined;
  }
  return `#${digits.length === 6 ? digits : digits.replace(/./g, "$&$&")}`;
}

/** Tells of what a codebook or project holds besides, and has no place here. */
export function leftOutParts(reader: Reader, root: XmlNode): void {
  for (const [list, single] of [
    ["sets", "set"],
    ["links", "link"],
    ["graphs", "graph"],
  ] as const) {
    for (const node of childrenOf(root, list).flatMap((each) => childrenOf(each, single))) {
      notKept(reader, node.name, `${node.name} “${node.attributes.get("name") ?? ""}”`);
    }
  }
}
