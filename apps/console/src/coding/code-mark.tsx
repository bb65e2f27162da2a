import type { Code, Language } from "@mehrwert/study";
import type { CodeLook } from "./code-looks.ts";

const plain: CodeLook = { hue: 0, line: "solid", key: undefined };

/** A sample of the line that marks a code in the text; colour and kind of line both tell it. */
export function CodeSample({ look = plain }: { look: CodeLook | undefined }) {
  return (
    <span
      aria-hidden="true"
      className={`coding-sample coding-hue-${look.hue}`}
      style={{ textDecorationStyle: look.line }}
    >
      {"   "}
    </span>
  );
}

/** What a code is called, with its short name. */
export function codeTitle(code: Code | undefined, id: string, language: Language): string {
  return code === undefined ? id : `${code.label[language]} (${id})`;
}
