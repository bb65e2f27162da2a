import type { Code, Language, LocalizedText } from "@mehrwert/study";

const headings = {
  definition: { de: "Definition", en: "Definition" },
  anchorExample: { de: "Ankerbeispiel", en: "Anchor example" },
  codingRule: { de: "Kodierregel", en: "Coding rule" },
  delimitation: { de: "Abgrenzung", en: "Delimitation" },
} as const;

/**
 * What a coder must know of a code as one text, because the standard has one: the definition alone, or definition, anchor
 * example, rule and delimitation with a word before each. Undefined if there is nothing.
 */
export function codeDescription(code: Code, language: Language): string | undefined {
  const parts = Object.entries(headings).flatMap(([key, heading]) => {
    const text = textOf(code, key);
    return text === undefined
      ? []
      : [{ key, line: `${heading[language]}: ${text[language]}`, text }];
  });
  const [first, ...more] = parts;
  if (first === undefined) return undefined;
  if (first.key === "definition" && more.length === 0) return first.text[language];
  return parts.map(({ line }) => line).join("\n\n");
}

function textOf(code: Code, key: string): LocalizedText | undefined {
  switch (key) {
    case "definition":
      return code.definition;
    case "anchorExample":
      return code.anchorExample;
    case "codingRule":
      return code.codingRule;
    default:
      return code.delimitation;
  }
}
