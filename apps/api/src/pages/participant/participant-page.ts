import {
  firstPage,
  firstPageWords,
  type Instrument,
  type Language,
  notKeptNotice,
  type Study,
} from "@mehrwert/study";
import { html } from "hono/html";
import { markupHtml } from "./markup-html.ts";
import { participantFrame } from "./participant-frame.ts";

type Html = ReturnType<typeof html>;

/** What a participant's page says first. */
export type ParticipantPage =
  /** `consentHash` is of what the page tells: consent is to that and nothing else. */
  | { state: "open"; study: Study; instrument: Instrument; consentHash: string }
  | { state: "closed"; study: Study }
  /** No such study, or the server cannot tell. */
  | { state: "unknown" | "unreachable" };

/** The title of the page, for the tab and for those who hear it first. */
export function participantTitle(page: ParticipantPage, language: Language): string {
  if (page.state === "open") return page.study.title[language];
  return firstPageWords[`${page.state}Title`][language];
}

/**
 * The participant's page, whole and readable without any script. The script that comes with it puts the questionnaire
 * in its place; the `template`s hold what the script may have to say, in the language of the page.
 */
export function participantPage(page: ParticipantPage, language: Language): Html {
  const hash = "study" in page ? page.study.definitionHash : "";
  const consentHash = page.state === "open" ? page.consentHash : "";
  const footer = firstPageWords[page.state === "open" ? "keptHere" : "noCookies"][language];
  const place = "study" in page ? `/s/${page.study.slug}` : undefined;
  const content = page.state === "open" ? openPage(page, language) : message(page.state, language);
  return html`<div id="root" data-state="${page.state}" data-definition-hash="${hash}" data-consent-hash="${consentHash}">
${participantFrame({ language, footer, content, place })}
</div>
<template id="loading"><p role="status">${firstPageWords.loading[language]}</p></template>
<template id="not-arrived">${message("unreachable", language)}</template>
<template id="not-kept">${markupHtml(notKeptNotice(language))}</template>
<template id="kept-in-page">${firstPageWords.keptInPage[language]}</template>`;
}

function openPage(
  { study, instrument }: Extract<ParticipantPage, { state: "open" }>,
  language: Language,
): Html {
  return html`<h1 tabindex="-1">${study.title[language]}</h1>
<noscript><p class="mw-notice mw-notice-caution">${firstPageWords.needsScript[language]}</p></noscript>
${firstPage({ study, instrument, language }).map(markupHtml)}`;
}

/** A page that says one thing; where trying again may help, it offers to. */
function message(state: "closed" | "unknown" | "unreachable", language: Language): Html {
  const again = html`<a class="mw-button mw-button-primary" href="">${firstPageWords.tryAgain[language]}</a>`;
  return html`<div class="message">
<h1 tabindex="-1">${firstPageWords[`${state}Title`][language]}</h1>
<p class="lead">${firstPageWords[`${state}Text`][language]}</p>
${state === "unreachable" ? again : ""}
</div>`;
}
