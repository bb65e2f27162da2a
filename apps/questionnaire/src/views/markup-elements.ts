import type { Markup } from "@mehrwert/study";
import { createElement, type ReactNode } from "react";

/** Where React names an attribute differently. `checked` is how a choice begins; after that it is the browser's. */
const reactNames: Record<string, string> = {
  class: "className",
  novalidate: "noValidate",
  checked: "defaultChecked",
  for: "htmlFor",
  autocomplete: "autoComplete",
  autocapitalize: "autoCapitalize",
  autocorrect: "autoCorrect",
  spellcheck: "spellCheck",
};

/** The elements of a page that the server would write as HTML. */
export function markupElements(markup: readonly Markup[]): ReactNode[] {
  return markup.map((one, place) => {
    if (typeof one === "string") return one;
    const attributes = Object.entries(one.attributes).map(([name, value]) => [
      reactNames[name] ?? name,
      value,
    ]);
    const properties = { key: place, ...Object.fromEntries(attributes) };
    return createElement(one.tag, properties, ...markupElements(one.children));
  });
}
