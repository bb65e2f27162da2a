import {
  accessibilityLinks,
  accessibilityPaths,
  firstPageWords,
  type Language,
} from "@mehrwert/study";
import { html, raw } from "hono/html";
import { participantFrame } from "../participant/participant-frame.ts";
import { feedbackWords as words } from "./feedback-words.ts";

type Html = ReturnType<typeof html>;

/** The fields of the form, in their order. */
export const feedbackFields = ["barrier", "place", "replyTo"] as const;
export type FeedbackField = (typeof feedbackFields)[number];

/** What stands in the form and what is wrong with it. */
export type FeedbackForm = {
  typed: Readonly<Record<FeedbackField, string>>;
  /** By field, in the reader's language. */
  errors: Partial<Record<FeedbackField, string>>;
  /** Why nothing was stored although every field is right. */
  failure?: string;
};

/** The form to report a barrier. It needs no script; what was typed stays in it whatever went wrong. */
export function feedbackPage(form: FeedbackForm, language: Language): Html {
  const content = html`<h1 tabindex="-1">${words.title[language]}</h1>
${errorSummary(form, language)}
<p>${words.intro[language]}</p>
<form method="post" action="${accessibilityPaths.feedback}?lang=${language}" novalidate>
${feedbackFields.map((field) => fieldSection(field, form, language))}
<h2>${words.privacyTitle[language]}</h2>
<p>${words.privacy[language]}</p>
<button type="submit" class="mw-button mw-button-primary">${words.submit[language]}</button>
</form>`;
  return framed(content, language);
}

/** The title of the form's page; a screen reader hears first that something is wrong. */
export function feedbackTitle({ errors, failure }: FeedbackForm, language: Language): string {
  const isWrong = failure !== undefined || Object.keys(errors).length > 0;
  return `${isWrong ? words.errorPrefix[language] : ""}${words.title[language]}`;
}

/** What is shown once the message is stored. */
export function feedbackThanksPage(language: Language): Html {
  const [statement] = accessibilityLinks(language);
  const content = html`<div class="message">
<h1 tabindex="-1">${words.thanksTitle[language]}</h1>
<p class="lead">${words.thanks[language]}</p>
<p><a class="mw-link" href="${statement?.href ?? ""}">${words.statement[language]}</a></p>
</div>`;
  return framed(content, language);
}

function framed(content: Html, language: Language): Html {
  const footer = firstPageWords.noCookies[language];
  return html`<div id="root">${participantFrame({ language, footer, content })}</div>`;
}

function errorSummary({ errors, failure }: FeedbackForm, language: Language): Html {
  const lines = feedbackFields.flatMap((field) => {
    const text = errors[field];
    return text === undefined ? [] : [html`<li><a href="#${field}">${text}</a></li>`];
  });
  if (failure === undefined && lines.length === 0) return html``;
  return html`<div class="mw-notice mw-notice-caution" role="alert">
<p class="mw-notice-title">${words.errorsTitle[language]}</p>
${failure === undefined ? html`<ul>${lines}</ul>` : html`<p>${failure}</p>`}
</div>`;
}

function fieldSection(field: FeedbackField, { typed, errors }: FeedbackForm, language: Language) {
  const error = errors[field];
  const state = raw(error === undefined ? "" : ' aria-invalid="true"');
  const described = `${field}-hint${error === undefined ? "" : ` ${field}-error`}`;
  // The parser drops one line break after <textarea>, so one is given away.
  const control =
    field === "barrier"
      ? html`<textarea id="${field}" name="${field}" class="field" rows="7" required aria-describedby="${described}"${state}>
${typed[field]}</textarea>`
      : html`<input id="${field}" name="${field}" type="text" class="field" value="${typed[field]}" aria-describedby="${described}"${state}${raw(field === "replyTo" ? ' autocomplete="email"' : ' autocomplete="off"')}>`;
  return html`<div class="question${error === undefined ? "" : " has-error"}">
<label class="question-title" for="${field}"><strong>${words[field][language]}</strong></label>
<p class="hint" id="${field}-hint">${words[`${field}Hint`][language]}</p>
<p class="question-error" id="${field}-error">${error ?? ""}</p>
${control}
</div>`;
}
