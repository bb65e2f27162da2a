import type { SyntaxNode, Tree } from "@lezer/common";

/** A stretch of the text, in UTF-16 positions. */
export type Stretch = { from: number; to: number };

/** One way down: into a member of an object or an entry of a list, with the plain texts its object says. */
export type Step = { key: string | number; literals: ReadonlyMap<string, string> };

const values = new Set(["Object", "Array", "String", "Number", "True", "False", "Null"]);

/**
 * Where the text says what a JSON pointer names: the value if it is short, else the name before it or its first
 * character. What does not exist is looked for as deep as possible; the root is the first place that is no JSON.
 */
export function stretchAt(tree: Tree, text: string, pointer: string): Stretch {
  const keys = pointer.replace(/^#/, "").split("/").slice(1);
  if (keys.join("") === "") return firstFault(tree) ?? { from: 0, to: Math.min(1, text.length) };
  let node = valueIn(tree.topNode);
  for (const key of keys) {
    const next = node && childAt(node, text, key.replaceAll("~1", "/").replaceAll("~0", "~"));
    if (!next) break;
    node = next;
  }
  return node ? shortStretch(node) : { from: 0, to: 0 };
}

/** The way from the root to a place: every object and list around it. */
export function stepsTo(text: string, node: SyntaxNode): Step[] {
  const steps: Step[] = [];
  for (let inner = node; inner.parent; inner = inner.parent) {
    const { parent } = inner;
    if (parent.name === "Property" && inner.name !== "PropertyName") {
      const object = parent.parent;
      if (object) steps.unshift({ key: nameOf(parent, text), literals: literalsOf(object, text) });
    } else if (parent.name === "Array" && values.has(inner.name)) {
      const place = children(parent).findIndex((child) => child.from === inner.from);
      steps.unshift({ key: place, literals: new Map() });
    }
  }
  return steps;
}

/** The members of an object that are plain texts, by name. */
export function literalsOf(object: SyntaxNode, text: string): Map<string, string> {
  return new Map(
    object.getChildren("Property").flatMap((property): [string, string][] => {
      const value = valueIn(property);
      if (value?.name !== "String") return [];
      return [[nameOf(property, text), unquoted(text.slice(value.from, value.to))]];
    }),
  );
}

/** Names of an object's members. */
export function namesIn(object: SyntaxNode, text: string): string[] {
  return object.getChildren("Property").map((property) => nameOf(property, text));
}

function firstFault(tree: Tree): Stretch | undefined {
  let fault: Stretch | undefined;
  tree.iterate({
    enter: ({ type, from, to }) => {
      if (type.isError && fault === undefined) fault = { from, to: Math.max(to, from + 1) };
      return fault === undefined;
    },
  });
  return (
    fault && {
      from: Math.max(0, Math.min(fault.from, tree.length - 1)),
      to: Math.min(fault.to, tree.length),
    }
  );
}

function childAt(node: SyntaxNode, text: string, key: string): SyntaxNode | undefined {
  if (node.name === "Array") return children(node)[Number(key)];
  const property = node.getChildren("Property").find((each) => nameOf(each, text) === key);
  return property && valueIn(property);
}

function shortStretch(node: SyntaxNode): Stretch {
  if (node.name !== "Object" && node.name !== "Array") return { from: node.from, to: node.to };
  const name = node.parent?.getChild("PropertyName");
  return name ? { from: name.from, to: name.to } : { from: node.from, to: node.from + 1 };
}

function nameOf(property: SyntaxNode, text: string): string {
  const name = property.getChild("PropertyName");
  return name ? unquoted(text.slice(name.from, name.to)) : "";
}

function unquoted(quoted: string): string {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" ? value : "";
  } catch {
    return quoted.replace(/^"|"$/g, "");
  }
}

function valueIn(node: SyntaxNode): SyntaxNode | undefined {
  return children(node).at(-1);
}

/** The values directly below a node. */
function children(node: SyntaxNode): SyntaxNode[] {
  const found: SyntaxNode[] = [];
  for (let child = node.firstChild; child; child = child.nextSibling)
    if (values.has(child.name)) found.push(child);
  return found;
}
