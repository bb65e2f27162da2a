import { firstPageWords, type Language } from "@mehrwert/study";
import { html } from "hono/html";
import { participantFrame } from "../participant/participant-frame.ts";
import {
  type Statement,
  statementGroups,
  withoutTest,
  operatorViewWords as words,
} from "./statements.ts";

/** The page that says what the operator can and cannot see, each sentence with the test that holds it. */
export function operatorViewPage(language: Language): ReturnType<typeof html> {
  const item = (statement: Statement) =>
    html`<li><p>${statement[language]}</p><p class="hint">${words.test[language]}: <code lang="en">${statement.test}</code></p></li>`;
  const content = html`<h1 tabindex="-1">${words.title[language]}</h1>
<p>${words.intro[language]}</p>
${statementGroups.map(
  ({ title, statements }) => html`<h2>${title[language]}</h2>
<ul class="statements">${statements.map(item)}</ul>`,
)}
<h2>${words.withoutTest[language]}</h2>
<ul class="statements">${withoutTest.map((text) => html`<li><p>${text[language]}</p></li>`)}</ul>`;
  const footer = firstPageWords.noCookies[language];
  return html`<div id="root">${participantFrame({ language, footer, content, place: "/privacy" })}</div>`;
}
