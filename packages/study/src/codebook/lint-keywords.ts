import { pointer, warning } from "../lint-instrument/issue.ts";
import { languages } from "../localized-text.ts";
import type { Issue } from "../result.ts";
import { parseKeywordRule } from "./keyword-rule.ts";
import type { Code } from "./schema.ts";

/**
 * Keywords that are no rules, and those listed twice. Warnings: one can code without keywords, and a project must open
 * whatever its codebook hints at; suggestions are refused until the keyword is mended.
 */
export function lintKeywords({ id, keywords }: Code, at: number): Issue[] {
  return languages.flatMap((language) => {
    const list = keywords?.[language] ?? [];
    const folded = list.map((word) => word.toLowerCase());
    const place = (index: number) => pointer("codes", at, "keywords", language, index);
    return list.flatMap((word, index) => {
      const rule = parseKeywordRule(word);
      if ("message" in rule) {
        const { message, advice } = rule;
        return [
          warning(
            place(index),
            [
              `Code „${id}“, Stichwort „${word}“: ${message.de}`,
              `Code “${id}”, keyword “${word}”: ${message.en}`,
            ],
            [advice.de, advice.en],
          ),
        ];
      }
      if (folded.indexOf(word.toLowerCase()) === index) return [];
      return [
        warning(
          place(index),
          [`„${word}“ steht zweimal da.`, `“${word}” is listed twice.`],
          ["Streichen Sie eines davon.", "Delete one of them."],
        ),
      ];
    });
  });
}
