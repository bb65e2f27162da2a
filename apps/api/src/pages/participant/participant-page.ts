import {
  asRead,
  baseLanguage,
  firstPage,
  firstPageWords,
  type Instrument,
  type Language,
  languages,
  notKeptNotice,
  offersSimpleGerman,
  type ReadingLanguage,
  resumption,
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
  /** Nobody can begin yet. */
  | { state: "planned"; study: Study }
  /** Nobody can begin any more; who has begun may finish. */
  | { state: "finishing"; study: Study }
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
export function participantPage(page: ParticipantPage, reading: ReadingLanguage): Html {
  const language = baseLanguage(reading);
  const hash = "study" in page ? page.study.definitionHash : "";
  const consentHash = page.state === "open" ? page.consentHash : "";
  const isTaking = page.state === "open" || page.state === "finishing";
  const footer = firstPageWords[isTaking ? "keptHere" : "noCookies"][language];
  const place = "study" in page ? `/s/${page.study.slug}` : undefined;
  const fingerprint = "study" in page ? page.study.credentialKey?.fingerprint : undefined;
  const content = contentOf(page, reading);
  const offered = offeredBy(page);
  return html`<div id="root" data-state="${page.state}" data-definition-hash="${hash}" data-consent-hash="${consentHash}" data-fingerprint="${fingerprint ?? ""}">
${participantFrame({ language: reading, offered, footer, content, place })}
</div>
<template id="loading"><p role="status">${firstPageWords.loading[language]}</p></template>
<template id="not-arrived">${message("unreachable", language)}</template>
<template id="wrong-key">${message("wrongKey", language)}</template>
<template id="not-kept">${markupHtml(notKeptNotice(language))}</template>
<template id="kept-in-page">${firstPageWords.keptInPage[language]}</template>`;
}

/** The languages a page can be read in. */
export function offeredBy(page: ParticipantPage): readonly ReadingLanguage[] {
  const offered = ("study" in page ? page.study.languages : undefined) ?? languages;
  const isSimpleToo =
    page.state === "open" && offered.includes("de") && offersSimpleGerman(page.study);
  return isSimpleToo ? [...offered, "de-simple"] : offered;
}

function openPage(
  page: Extract<ParticipantPage, { state: "open" }>,
  reading: ReadingLanguage,
): Html {
  const language = baseLanguage(reading);
  const [study, instrument] = [asRead(page.study, reading), asRead(page.instrument, reading)];
  return html`<h1 tabindex="-1">${study.title[language]}</h1>
<noscript><p class="mw-notice mw-notice-caution">${firstPageWords.needsScript[language]}</p></noscript>
${firstPage({ study, instrument, language }).map(markupHtml)}`;
}

function contentOf(page: ParticipantPage, reading: ReadingLanguage): Html {
  if (page.state === "open") return openPage(page, reading);
  const language = baseLanguage(reading);
  if (page.state === "finishing") return finishingPage(page.study, language);
  return message(page.state, language);
}

/** For those who come back to a study that is ending: until when, and the way in. */
function finishingPage(study: Study, language: Language): Html {
  const text = firstPageWords.finishingText[language].replace("{0}", longDay(study, language));
  return html`<h1 tabindex="-1">${firstPageWords.finishingTitle[language]}</h1>
<p class="lead">${study.title[language]}</p>
<p>${text}</p>
${markupHtml(resumption(language, true))}`;
}

function longDay({ lastDay }: Study, language: Language): string {
  if (lastDay === undefined) return "…";
  const format = { dateStyle: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", format).format(
    new Date(lastDay),
  );
}

/** A page that says one thing; where trying again may help, it offers to. */
function message(
  state: "planned" | "closed" | "unknown" | "unreachable" | "wrongKey",
  language: Language,
): Html {
  const again = html`<a class="mw-button mw-button-primary" href="">${firstPageWords.tryAgain[language]}</a>`;
  return html`<div class="message">
<h1 tabindex="-1">${firstPageWords[`${state}Title`][language]}</h1>
<p class="lead">${firstPageWords[`${state}Text`][language]}</p>
${state === "unreachable" ? again : ""}
</div>`;
}
