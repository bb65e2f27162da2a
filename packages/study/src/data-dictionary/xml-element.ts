/** One element of an XML document: its name, attributes, and what is inside. */
export type XmlElement = {
  name: string;
  attributes: { readonly [name: string]: string };
  children: readonly (XmlElement | string)[];
};

/** An element; attributes without a value are left out. */
export function xmlElement(
  name: string,
  attributes: { readonly [name: string]: string | undefined },
  ...children: readonly (XmlElement | string)[]
): XmlElement {
  const given = Object.entries(attributes).flatMap(([key, value]) =>
    value === undefined ? [] : [[key, value] as const],
  );
  return { name, attributes: Object.fromEntries(given), children };
}

/** A whole document: declaration and root, one element to a line, texts as they are. */
export function xmlDocument(root: XmlElement): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementText(root, "")}\n`;
}

function elementText({ name, attributes, children }: XmlElement, indent: string): string {
  const written = Object.entries(attributes).map(
    ([key, value]) => ` ${key}="${escapedXml(value)}"`,
  );
  const opening = `${indent}<${name}${written.join("")}`;
  if (children.length === 0) return `${opening}/>`;
  if (children.some((child) => typeof child === "string")) {
    const inside = children.map((child) =>
      typeof child === "string" ? escapedXml(child) : elementText(child, ""),
    );
    return `${opening}>${inside.join("")}</${name}>`;
  }
  const lines = children.map((child) =>
    typeof child === "string" ? escapedXml(child) : elementText(child, `${indent}  `),
  );
  return `${opening}>\n${lines.join("\n")}\n${indent}</${name}>`;
}

/** Characters that XML 1.0 cannot hold, even escaped. */
const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;

/** Text for an element or attribute of XML and HTML; a character XML cannot hold becomes U+FFFD. */
export function escapedXml(text: string): string {
  return text
    .replace(forbidden, "\uFFFD")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll('"', "&quot;");
}
