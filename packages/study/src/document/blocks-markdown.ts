import type { Block, Piece } from "./block.ts";

/** A document as Markdown with tables, as GitHub and pandoc read it. */
export function blocksMarkdown(blocks: readonly Block[]): string {
  return `${blocks.map(blockMarkdown).join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `${"#".repeat(block.level)} ${pieces(block.pieces)}`;
    case "paragraph":
      return pieces(block.pieces);
    case "quotation":
      return `> ${pieces(block.pieces)}\n>\n> — ${escaped(block.source)}`;
    case "list":
      return block.items.map((item) => `- ${pieces(item)}`).join("\n");
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
