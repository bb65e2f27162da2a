import type { Markup } from "@mehrwert/study";
import { html, raw } from "hono/html";

const voidTags: readonly string[] = ["input"];

/** Markup as HTML. Texts and values of attributes are escaped by `html`, as on every page of the server. */
export function markupHtml(markup: Markup): ReturnType<typeof html> {
  if (typeof markup === "string") return html`${markup}`;
  const { tag, attributes, children } = markup;
  // Names of tags and attributes are our own, never anybody's text.
  const written = Object.entries(attributes).map(([name, value]) =>
    value === true ? html` ${raw(name)}` : html` ${raw(name)}="${value}"`,
  );
  if (voidTags.includes(tag)) return html`<${raw(tag)}${written}>`;
  return html`<${raw(tag)}${written}>${children.map(markupHtml)}</${raw(tag)}>`;
}
