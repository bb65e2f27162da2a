import type { Language } from "@mehrwert/study";
import { html } from "hono/html";
import { bareDocument } from "../page.ts";

const style = `
:root { color-scheme: light; --ink: #1c1c1a; --quiet: #55544f; --line: #8a887f }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 1.5rem 1rem; max-width: 60rem; background: #fff; color: var(--ink); font: 1rem/1.45 system-ui, sans-serif }
h1, h2 { font-family: Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.2; overflow-wrap: break-word; hyphens: auto }
code { font: 600 1.05rem/1.4 ui-monospace, monospace; overflow-wrap: anywhere }
a { color: inherit }
:focus-visible { outline: 3px solid #1d4f91; outline-offset: 2px }
.quiet { color: var(--quiet) }
.qr { display: block; width: 100%; height: auto }
.slips { list-style: none; margin: 1.5rem 0 0; padding: 0; display: grid; grid-template-columns: repeat(auto-fill, minmax(min(21rem, 100%), 1fr)) }
.slips li { border: 1px dashed var(--line); padding: 0.75rem; margin: 0 -1px -1px 0; display: grid; grid-template-columns: 8rem minmax(0, 1fr); overflow-wrap: anywhere; gap: 0.75rem; align-items: center; break-inside: avoid }
.slips p { margin: 0 0 0.35rem }
.poster { text-align: center; padding: 2rem 0 }
.poster h1 { font-size: 2.4rem }
.poster .qr { max-width: 22rem; margin: 2rem auto }
.poster .address { font-size: 1.3rem; overflow-wrap: anywhere }
@media print { .no-print { display: none } body { padding: 0; max-width: none } @page { margin: 12mm } }
`;

/** A page to be printed: black on white whatever the reader prefers, nothing to load. */
export function printPage({
  language,
  title,
  content,
}: {
  language: Language;
  title: string;
  content: ReturnType<typeof html>;
}): ReturnType<typeof html> {
  const body = html`<main>
${content}
</main>`;
  return bareDocument({ language, title, style, body });
}
