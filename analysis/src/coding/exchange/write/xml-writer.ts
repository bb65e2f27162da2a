/** Attributes in the order they are written; undefined ones are left out. */
export type XmlAttributes = { [name: string]: string | number | boolean | undefined };

/**
 * One element as XML. Line breaks and tabs in attributes, and every CR, become character references, so that they come
 * out of any parser as they went in.
 *
 * @example xmlElement("Code", { name: "a & b" }) // '<Code name="a &amp; b"/>'
 */
export function xmlElement(
  name: string,
  attributes: XmlAttributes,
  inside: readonly string[] = [],
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) =>
      value === undefined ? [] : ` ${key}="${inAttribute(String(value))}"`,
    )
    .join("");
  const content = inside.join("");
  return content === "" ? `<${name}${written}/>` : `<${name}${written}>${content}</${name}>`;
}

/** An element that holds only a text. */
export function xmlText(name: string, text: string): string {
  return `<${name}>${inText(text)}</${name}>`;
}

/** A list of elements, or nothing: the schema allows no empty list. */
export function xmlList(name: string, inside: readonly string[]): string {
  return inside.join("") === "" ? "" : xmlElement(name, {}, inside);
}

/** Whether XML cannot hold a text as it is: control characters and halves of surrogate pairs. */
export function isOutsideXml(text: string): boolean {
  return outsideXml.test(text);
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters XML 1.0 forbids.
const outsideXml = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/u;

function legal(text: string): string {
  return isOutsideXml(text) ? text.replace(new RegExp(outsideXml, "gu"), "\ufffd") : text;
}

function inText(text: string): string {
  return legal(text)
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("\r", "&#13;");
}

function inAttribute(text: string): string {
  return inText(text).replaceAll('"', "&quot;").replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}
