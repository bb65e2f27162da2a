import type { Page } from "playwright-core";

type TreeNode = {
  nodeId: string;
  ignored: boolean;
  role?: { value?: unknown };
  name?: { value?: unknown };
  description?: { value?: unknown };
  value?: { value?: unknown };
  properties?: { name: string; value: { value?: unknown } }[];
  childIds?: string[];
  parentId?: string;
  backendDOMNodeId?: number;
};

/** The accessibility tree of a page, as Chromium hands it to assistive technology. */
async function treeOf(page: Page): Promise<TreeNode[]> {
  const session = await page.context().newCDPSession(page);
  const { nodes } = await session.send("Accessibility.getFullAXTree");
  await session.detach();
  return nodes;
}

const textOf = (field: { value?: unknown } | undefined) => String(field?.value ?? "").trim();

/** States worth a line in a snapshot; what every node has, or what follows from the role, is left out. */
const states = [
  "checked",
  "pressed",
  "expanded",
  "invalid",
  "required",
  "disabled",
  "level",
  "live",
  "modal",
  "readonly",
];

const withoutMeaning = new Set(["none", "generic", "presentation", "InlineTextBox", "LineBreak"]);

/** What is only there to name something else: the names say all of it. */
const naming = new Set(["LabelText", "Legend"]);

function lineOf(node: TreeNode): string {
  const told = states.flatMap((state) => {
    const value = node.properties?.find(({ name }) => name === state)?.value.value;
    const isUsual = value === undefined || value === false || value === "false";
    if (isUsual && state !== "checked" && state !== "pressed") return [];
    return value === undefined ? [] : [`${state}=${value}`];
  });
  const description = textOf(node.description);
  const value = textOf(node.value);
  return [
    textOf(node.role),
    textOf(node.name) && `"${textOf(node.name)}"`,
    value && value !== textOf(node.name) && `value="${value}"`,
    ...told,
    description && `description="${description}"`,
  ]
    .filter(Boolean)
    .join(" ");
}

/**
 * What assistive technology finds below the first element that a selector names, one line per node: role, name,
 * value, states, description, indented by depth. Text that only repeats the name above it is left out.
 */
export async function accessibilityTree(page: Page, selector: string): Promise<string> {
  const nodes = await treeOf(page);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = await nodeAt(page, selector);
  const lines: string[] = [];
  const write = (node: TreeNode, depth: number, said: string) => {
    const role = textOf(node.role);
    const isShown = !node.ignored && !withoutMeaning.has(role) && !naming.has(role);
    const name = textOf(node.name);
    const isRepeated = role === "StaticText" && (name === "" || said.includes(name));
    if (isShown && !isRepeated) lines.push(`${"  ".repeat(depth)}${lineOf(node)}`);
    const below = naming.has(role) ? labelled(node) : isShown && name ? name : said;
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) write(child, isShown ? depth + 1 : depth, below);
    }
  };
  const labelled = ({ childIds = [] }: TreeNode): string =>
    childIds.map((id) => textOf(byId.get(id)?.name)).join(" ");
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === top);
  if (start) write(start, 0, "");
  return `${lines.join("\n")}\n`;
}

async function nodeAt(page: Page, selector: string): Promise<number> {
  const session = await page.context().newCDPSession(page);
  const { root } = await session.send("DOM.getDocument");
  const { nodeId } = await session.send("DOM.querySelector", { nodeId: root.nodeId, selector });
  const { node } = await session.send("DOM.describeNode", { nodeId });
  await session.detach();
  return node.backendNodeId;
}

const answered = ["radio", "checkbox", "textbox"];
const grouping = ["group", "radiogroup", "table"];

/**
 * For every input below the first element that a selector names: its name and those of the groups around it, outermost
 * first, as a screen reader says them on the way in. In the order of the page.
 */
export async function spokenPaths(page: Page, selector: string): Promise<string[][]> {
  const nodes = await treeOf(page);
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  const top = await nodeAt(page, selector);
  const pathsBelow = (node: TreeNode, above: string[]): string[][] => {
    const role = textOf(node.role);
    const name = textOf(node.name);
    if (answered.includes(role)) return [[...above, name]];
    const path = grouping.includes(role) && name ? [...above, name] : above;
    return (node.childIds ?? []).flatMap((id) => {
      const child = byId.get(id);
      return child ? pathsBelow(child, path) : [];
    });
  };
  const start = nodes.find(({ backendDOMNodeId }) => backendDOMNodeId === top);
  return start ? pathsBelow(start, []) : [];
}

/** Focusable nodes of the accessibility tree that tell a screen reader no role or no name. */
export async function namelessFocusables(page: Page): Promise<string[]> {
  return (await treeOf(page)).flatMap((node) => {
    const isFocusable = node.properties?.some(
      ({ name, value }) => name === "focusable" && value.value === true,
    );
    if (!isFocusable || node.ignored) return [];
    const role = textOf(node.role);
    const name = textOf(node.name);
    const isNameless = role === "" || withoutMeaning.has(role) || name === "";
    return isNameless ? [`${role || "no role"} "${name}"`] : [];
  });
}

/** Everything a screen reader would say of a page: names, values and descriptions of all nodes, and the page's title. */
export async function spokenTexts(page: Page): Promise<string[]> {
  // An inline text box is a piece of a text that has a node of its own.
  const shown = (await treeOf(page)).filter(
    ({ ignored, role }) => !ignored && textOf(role) !== "InlineTextBox",
  );
  return shown.flatMap(({ name, value, description }) =>
    [name, value, description].map(textOf).filter((text) => text !== ""),
  );
}
