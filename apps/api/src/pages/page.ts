import { accessibilityLinks, type Language } from "@mehrwert/study";
import { html, raw } from "hono/html";

const style = `
:root { color-scheme: light dark; --paper: #fff; --ink: #1c1c1a; --quiet: #55544f; --line: #d5d3cb; --link: #1d4f91 }
@media (prefers-color-scheme: dark) {
  :root { --paper: #161615; --ink: #ecebe6; --quiet: #b3b1a8; --line: #44433e; --link: #a8c7f0 }
}
body { margin: 0; background: var(--paper); color: var(--ink); font: 1rem/1.55 system-ui, sans-serif }
main { max-width: 46rem; margin: 0 auto; padding: 2rem 1rem 4rem }
h1, h2 { font-family: Georgia, "Times New Roman", serif; font-weight: 600; line-height: 1.2 }
h2 { margin-top: 2.5rem; border-top: 1px solid var(--line); padding-top: 1rem }
h3 { font-size: 1rem; margin: 1rem 0 0.25rem }
a { color: var(--link) }
code { font-size: 0.95em; overflow-wrap: anywhere }
footer { max-width: 46rem; margin: 0 auto; padding: 0 1rem 2rem }
footer a { display: inline-flex; align-items: center; min-height: 2.75rem; margin-right: 1rem }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px }
.quiet { color: var(--quiet) }
dt { font-weight: 600; margin-top: 0.5rem }
dd { margin: 0 0 0 1.5rem }
`;

type Content = ReturnType<typeof html>;

/** A whole server-rendered page with nothing to load. Its parts are escaped by `html`. */
export function bareDocument({
  language,
  title,
  style,
  body,
}: {
  language: Language;
  title: string;
  style: string;
  body: Content;
}): Content {
  return html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Mehrwert</title>
<style>${raw(style)}</style>
</head>
<body>
${body}
</body>
</html>`;
}

/** A small page to read: title, one heading, content, and where to turn to about accessibility. */
export function page({
  language,
  title,
  content,
}: {
  language: Language;
  title: string;
  content: Content;
}): Content {
  const links = accessibilityLinks(language).map(
    ({ href, text }) => html`<a href="${href}">${text}</a> `,
  );
  const body = html`<main>
<h1>${title}</h1>
${content}
</main>
<footer>${links}</footer>`;
  return bareDocument({ language, title, style, body });
}
