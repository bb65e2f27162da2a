import { escapedXml } from "../data-dictionary/xml-element.ts";
import type { Language } from "../language.ts";
import type { Block, Piece } from "./block.ts";

/** A document as one page that needs nothing else: no script, no font, no request; for screens and for paper. */
export function blocksHtml(blocks: readonly Block[], language: Language): string {
  const [first] = blocks;
  const title = first?.kind === "heading" ? first.pieces.map(({ text }) => text).join("") : "";
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="referrer" content="no-referrer">
<title>${escapedXml(title)}</title>
<style>${style}</style>
</head>
<body>
<main>
${blocks.map(blockHtml).join("\n")}
</main>
</body>
</html>
`;
}

function blockHtml(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `<h${block.level}>${pieces(block.pieces)}</h${block.level}>`;
    case "paragraph":
      return `<p>${pieces(block.pieces)}</p>`;
    case "quotation":
      return `<figure><blockquote>${pieces(block.pieces)}</blockquote><figcaption>${escapedXml(block.source)}</figcaption></figure>`;
    case "list":
      return `<ul>${block.items.map((item) => `<li>${pieces(item)}</li>`).join("")}</ul>`;
    case "table": {
      const caption = escapedXml(block.caption);
      const head = block.columns.map((column) => cell(column)).join("");
      const rows = block.rows.map(([first, ...rest]) => {
        const name = `<th scope="row">${pieces(first === undefined ? [] : [first])}</th>`;
        return `<tr>${name}${rest.map((piece) => `<td>${pieces([piece])}</td>`).join("")}</tr>`;
      });
      return `<div class="table" role="group" tabindex="0" aria-label="${caption}">
<table>
<caption>${caption}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${rows.join("\n")}
</tbody>
</table>
</div>`;
    }
  }
}

function cell(column: string): string {
  return column === "" ? "<td></td>" : `<th scope="col">${escapedXml(column)}</th>`;
}

function pieces(list: readonly Piece[]): string {
  return list
    .map(({ text, language, isCode }) => {
      if (isCode === true) return `<code>${escapedXml(text)}</code>`;
      if (language === undefined) return escapedXml(text);
      return `<span lang="${language}">${escapedXml(text)}</span>`;
    })
    .join("");
}

const style = `
:root { color-scheme: light; }
* { box-sizing: border-box; }
body { margin: 2rem auto; max-width: 68rem; padding: 0 1.25rem; background: #fff; color: #1c2126;
  font: 1rem/1.5 system-ui, "Segoe UI", Roboto, "Helvetica Neue", Arial, sans-serif; overflow-wrap: break-word; }
h1 { font-size: 1.6rem; line-height: 1.25; } h2 { font-size: 1.3rem; margin-top: 2.5rem; }
h3 { font-size: 1.05rem; margin: 2.25rem 0 .25rem; border-top: 1px solid #ddd8cc; padding-top: 1rem; }
p { margin: .25rem 0; max-width: 48rem; } [lang] { font-style: italic; }
code { font: .9em ui-monospace, "Cascadia Mono", Consolas, monospace; }
figure { margin: .9rem 0; padding-left: .9rem; border-left: 3px solid #ddd8cc; }
blockquote { margin: 0; white-space: pre-line; } figcaption { color: #4a525a; font-size: .85rem; }
.table { overflow-x: auto; margin: .9rem 0; }
table { border-collapse: collapse; min-width: 60%; font-size: .9rem; }
caption { text-align: left; font-weight: 600; padding-bottom: .3rem; }
th, td { padding: .3rem .6rem .3rem 0; border-bottom: 1px solid #ddd8cc; text-align: left; vertical-align: top; }
thead th, thead td { border-bottom: 2px solid #1c2126; } tbody th { font-weight: 400; white-space: nowrap; }
@page { margin: 14mm; }
@media print { body { margin: 0; max-width: none; padding: 0; font-size: 9.5pt; } table { font-size: 8pt; }
  .table { overflow: visible; } tbody th { white-space: normal; } tr { break-inside: avoid; }
  h2, h3, caption { break-after: avoid; } figure { break-inside: avoid; } }
`;
