import {
  type ExchangeCase,
  type ExchangeValue,
  type ExchangeVariable,
  exchangeVariableTypes,
} from "../exchange-project.ts";
import { danglingReference, notKept, type Reader, references } from "./reader.ts";
import { childOf, childrenOf, type XmlNode } from "./xml-tree.ts";

/** The variables that are declared. */
export function readVariables(reader: Reader, root: XmlNode): ExchangeVariable[] {
  const nodes = childrenOf(root, "variables").flatMap((list) => childrenOf(list, "variable"));
  return nodes.map((node) => {
    const name = (node.attributes.get("name") ?? "").trim();
    const where = `Variable “${name}”`;
    if ((childOf(node, "description")?.text.trim() ?? "") !== "") {
      notKept(reader, "Variable/Description", where);
    }
    const written = node.attributes.get("typeofvariable")?.trim().toLowerCase();
    const type = exchangeVariableTypes.find((each) => each.toLowerCase() === written);
    if (type === undefined) {
      reader.log.add(
        "bad-value",
        where,
        `Die Art ${written ?? "–"} gibt es nicht; gelesen als Text.`,
        `There is no type ${written ?? "–"}; read as Text.`,
      );
    }
    return { guid: reader.guids.own(node, where), name, type: type ?? "Text" };
  });
}

/** The cases, with values and documents. */
export function readCases(
  reader: Reader,
  root: XmlNode,
  variables: readonly ExchangeVariable[],
): ExchangeCase[] {
  const nodes = childrenOf(root, "cases").flatMap((list) => childrenOf(list, "case"));
  return nodes.map((node) => {
    const name = (node.attributes.get("name") ?? "").trim();
    const where = `Case “${name}”`;
    for (const key of ["coderef", "selectionref"]) {
      for (const child of childrenOf(node, key)) notKept(reader, `Case/${child.name}`, where);
    }
    const description = childOf(node, "description")?.text.trim() ?? "";
    return {
      guid: reader.guids.own(node, where),
      ...(name !== "" && { name }),
      ...(description !== "" && { description }),
      values: readValues(reader, node, variables, where),
      sources: references(reader, node, "sourceref", where),
    };
  });
}

/** Values of variables on a case or a document. A value that is absent or empty is missing. */
export function readValues(
  reader: Reader,
  node: XmlNode,
  variables: readonly ExchangeVariable[],
  where: string,
): ExchangeValue[] {
  return childrenOf(node, "variablevalue").flatMap((child) => {
    const [variable] = references(reader, child, "variableref", where);
    if (variable === undefined) return [];
    if (!variables.some(({ guid }) => guid === variable)) {
      danglingReference(reader.log, `${where}/VariableRef`, variable);
      return [];
    }
    const given = child.children.find(({ key }) => key.endsWith("value"));
    if (given === undefined || given.text.trim() === "") return [];
    const isBoolean = given.key === "booleanvalue";
    const value = given.key === "textvalue" ? given.text : given.text.trim();
    const shown = isBoolean ? value.replace(/^1$/, "true").replace(/^0$/, "false") : value;
    return { variable, value: shown };
  });
}
