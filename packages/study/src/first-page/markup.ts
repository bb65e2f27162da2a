/** The elements a first page is made of; none of them runs or loads anything. */
export type Tag =
  | "a"
  | "button"
  | "code"
  | "dd"
  | "details"
  | "div"
  | "dl"
  | "dt"
  | "fieldset"
  | "form"
  | "h2"
  | "input"
  | "label"
  | "legend"
  | "p"
  | "span"
  | "strong"
  | "summary";

/** Content of a page before it is HTML or DOM: a text, never parsed as HTML, or an element. */
export type Markup = string | MarkupElement;

/** One element with attributes as HTML names them; `true` is an attribute without a value. */
export type MarkupElement = {
  tag: Tag;
  attributes: Readonly<Record<string, string | true>>;
  children: readonly Markup[];
};

/** An element; attributes that are `false` or undefined are left out. */
export function element(
  tag: Tag,
  attributes: Readonly<Record<string, string | boolean | undefined>> = {},
  children: readonly Markup[] = [],
): MarkupElement {
  const present = Object.entries(attributes).flatMap(([name, value]) =>
    value === undefined || value === false ? [] : [[name, value] as const],
  );
  return { tag, attributes: Object.fromEntries(present), children };
}
