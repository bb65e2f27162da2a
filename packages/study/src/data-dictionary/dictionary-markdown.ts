import type { DataDictionary } from "../dataset.ts";
import type { Language } from "../localized-text.ts";
import { dictionaryBlocks } from "./dictionary-blocks.ts";
import type { Block, Piece } from "./document-block.ts";

/** A dictionary as Markdown with tables, as GitHub and pandoc read it. */
export function dictionaryMarkdown(dictionary: DataDictionary, language: Language): string {
  return `${dictionaryBlocks(dictionary, language).map(blockMarkdown).join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${pieces(block.pieces)}`;
    case "paragraph":
      return pieces(block.pieces);
    case "table":
      return [
        `**${escaped(block.caption)}**`,
        "",
        row(block.columns.map(escaped)),
        row(block.columns.map(() => "---")),
        ...block.rows.map((cells) => row(cells.map((piece) => pieces([piece])))),
      ].join("\n");
  }
}

function row(cells: readonly string[]): string {
  return `| ${cells.join(" | ")} |`;
}

function pieces(list: readonly Piece[]): string {
  return list
    .map(({ text, language, isCode }) => {
      if (isCode === true)
        return `\`${oneLine(text).replaceAll("`", "'").replaceAll("|", "\\|")}\``;
      return language === undefined ? escaped(text) : `*${escaped(text)}*`;
    })
    .join("");
}

function escaped(text: string): string {
  return oneLine(text).replace(/[\\`*_[\]<>|#]/g, "\\$&");
}

function oneLine(text: string): string {
  return text.replace(/\s*[\r\n]+\s*/g, " ");
}
