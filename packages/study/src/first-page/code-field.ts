import type { Language } from "../localized-text.ts";
import { codeAnswers, codeComplaints, codeHint, codeNames } from "./code-words.ts";
import { element, type MarkupElement } from "./markup.ts";

/**
 * A field for a code, with what may have to be said about it in `data-` attributes of its error. The field has no name,
 * so that not even a broken script puts the code into an address.
 */
export function codeField(
  kind: "participation" | "resume",
  language: Language,
  answers: readonly (keyof typeof codeAnswers)[],
): MarkupElement {
  const id = `${kind}-code`;
  const said = {
    ...codeComplaints(kind, language),
    ...Object.fromEntries(answers.map((answer) => [answer, codeAnswers[answer][language]])),
  };
  const data = Object.entries(said).map(([name, text]) => [`data-${name}`, text] as const);
  return element("div", { class: "question code-question" }, [
    element("label", { for: id, class: "question-title" }, [
      element("strong", {}, [codeNames[kind][language]]),
    ]),
    element("p", { class: "hint", id: `${id}-hint` }, [codeHint(kind, language)]),
    element("p", {
      class: "question-error",
      id: `${id}-error`,
      role: "alert",
      ...Object.fromEntries(data),
    }),
    element("input", {
      id,
      type: "text",
      class: "field secret-code",
      autocomplete: "off",
      autocapitalize: "characters",
      autocorrect: "off",
      spellcheck: "false",
      translate: "no",
      "aria-describedby": `${id}-hint ${id}-error`,
    }),
  ]);
}
