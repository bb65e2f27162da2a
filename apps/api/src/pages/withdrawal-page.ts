import {
  codeComplaints,
  codeHint,
  codeNames,
  firstPageWords,
  type Language,
  type Study,
} from "@mehrwert/study";
import { html } from "hono/html";
import { participantFrame } from "./participant/participant-frame.ts";
import { withdrawalWords as words } from "./withdrawal-words.ts";

type Html = ReturnType<typeof html>;

/** What the script may have to say, as templates in the language of the page. */
const answers = ["no-such-code", "too-many", "failed", "working"] as const;

/**
 * The page on which a participant deletes the answers given. The field has no name and the form no address: without
 * the script nothing is sent, and with it only the code's hash.
 */
export function withdrawalPage(study: Study, language: Language): Html {
  return html`<div id="root" data-study="${study.slug}">
${participantFrame({ language, footer: firstPageWords.noCookies[language], content: content(study, language), place: `/s/${study.slug}/withdraw` })}
</div>
${Object.entries(codeComplaints("receipt", language)).map(([mistake, text]) => said(mistake, text))}
${answers.map((each) => said(each, words[each][language]))}
<template id="said-deleted"><div class="message">
<h1 tabindex="-1">${words.deletedTitle[language]}</h1>
<p class="lead">${words.deleted[language]}</p>
${limits(language)}
</div></template>`;
}

const said = (name: string, text: string) => html`<template id="said-${name}">${text}</template>`;

function content(study: Study, language: Language): Html {
  return html`<h1 tabindex="-1">${words.title[language]}</h1>
<p class="lead">${study.title[language]}</p>
<noscript><p class="mw-notice mw-notice-caution">${words.needsScript[language]}</p></noscript>
<p>${words.intro[language]}</p>
<form class="withdrawal" novalidate>
<div class="question">
<label class="question-title" for="code"><strong>${codeNames.receipt[language]}</strong></label>
<p class="hint" id="code-hint">${codeHint("receipt", language)}</p>
<p class="question-error" id="code-error" role="alert"></p>
<input id="code" type="text" class="field secret-code" autocomplete="off" autocapitalize="characters" autocorrect="off" spellcheck="false" translate="no" aria-describedby="code-hint code-error">
</div>
<button type="submit" class="mw-button mw-button-primary">${words.submit[language]}</button>
<p class="hint" role="status" id="code-status"></p>
</form>
<p>${words.lost[language]}</p>
${limits(language)}
<p><a class="mw-link" href="/s/${study.slug}">${words.back[language]}</a></p>`;
}

function limits(language: Language): Html {
  return html`<h2>${words.limitsTitle[language]}</h2>
<p>${words.exported[language]}</p>
<p>${words.backups[language]}</p>`;
}
