import {
  accessibilityLinks,
  firstPageWords,
  type Language,
  type LocalizedText,
} from "@mehrwert/study";
import { html } from "hono/html";
import { type AccessibilityDetails, accessibilityGaps } from "../../accessibility-details.ts";
import { participantFrame } from "../participant/participant-frame.ts";
import {
  type Barrier,
  knownBarriers,
  selfAssessmentDay,
  statementWords,
} from "./statement-words.ts";

type Html = ReturnType<typeof html>;

/** What the statement is written from. */
type Statement = {
  details: AccessibilityDetails;
  language: Language;
  /** Today, `YYYY-MM-DD`. */
  today: string;
  /** The page that the reader came from, if the server knows it. */
  place: string | undefined;
};

/** The statement on accessibility, with everything the operator has not told marked as missing. */
export function statementPage({ details, language, today, place }: Statement): Html {
  const content = html`<h1 tabindex="-1">${statementWords.title[language]}</h1>
<p>${statementWords.scope[language]}${told(details.law[language], language)}.</p>
${gapsNotice(details, language, today)}
<h2>${statementWords.responsibleTitle[language]}</h2>
<p>${told(details.responsible[language], language)}</p>
<h2>${statementWords.conformityTitle[language]}</h2>
<p>${statementWords.conformity[language]}</p>
<h2>${statementWords.barriersTitle[language]}</h2>
<ul>${knownBarriers.map((barrier) => barrierItem(barrier, language))}
${details.furtherBarriers.map((barrier) => html`<li>${barrier[language]}</li>`)}</ul>
<h2>${statementWords.assessmentTitle[language]}</h2>
<p>${statementWords.assessment[language].replace("{0}", dayInWords(selfAssessmentDay, language))}</p>
<p>${statementWords.notAssessed[language]}</p>
<p>${statementWords.dated[language]}${told(dayInWords(details.date, language), language)}.</p>
${feedbackSection(details, language, place)}
${arbitrationSection(details, language)}`;
  const footer = firstPageWords.noCookies[language];
  return html`<div id="root">${participantFrame({ language, footer, content, place })}</div>`;
}

const told = (text: string, language: Language) => text || statementWords.missing[language];

function dayInWords(day: string, language: Language): string {
  if (day === "") return "";
  const [en, de] = ["en-GB", "de-DE"];
  const options = { dateStyle: "long", timeZone: "UTC" } as const;
  return new Intl.DateTimeFormat({ en, de }[language], options).format(new Date(day));
}

function gapsNotice(details: AccessibilityDetails, language: Language, today: string): Html {
  const gaps = accessibilityGaps(details, today);
  if (gaps.length === 0) return html``;
  const item = (gap: LocalizedText) => html`<li>${gap[language]}</li>`;
  return html`<div class="mw-notice mw-notice-caution">
<p class="mw-notice-title">${statementWords.gapsTitle[language]}</p>
<p>${statementWords.gapsText[language]}</p>
<ul>${gaps.map(item)}</ul>
</div>`;
}

function barrierItem({ what, why, instead }: Barrier, language: Language): Html {
  return html`<li><p>${what[language]} ${why[language]} ${instead[language]}</p></li>`;
}

function feedbackSection(
  { contact }: AccessibilityDetails,
  language: Language,
  place: string | undefined,
): Html {
  const [, form] = accessibilityLinks(language, place);
  const phone = html`<p>${statementWords.phone[language]}${contact.phone}</p>`;
  return html`<h2>${statementWords.feedbackTitle[language]}</h2>
<p>${statementWords.feedback[language]}</p>
<p><a class="mw-link" href="${form?.href ?? ""}">${statementWords.feedbackLink[language]}</a></p>
<p>${statementWords.email[language]}${mail(contact.email, language)}</p>
${contact.phone === "" ? "" : phone}`;
}

function mail(address: string, language: Language): Html {
  if (address === "") return html`${statementWords.missing[language]}`;
  return html`<a href="mailto:${address}">${address}</a>`;
}

function arbitrationSection({ arbitration }: AccessibilityDetails, language: Language): Html {
  const { name, address, email, url } = arbitration;
  const link = html`<a href="${url}" rel="noreferrer">${url}</a>`;
  return html`<h2>${statementWords.arbitrationTitle[language]}</h2>
<p>${statementWords.arbitration[language]}</p>
<p>${told(name[language], language)}${address[language] === "" ? "" : html`<br>${address[language]}`}</p>
${email === "" ? "" : html`<p>${statementWords.email[language]}${mail(email, language)}</p>`}
<p>${statementWords.web[language]}${url === "" ? statementWords.missing[language] : link}</p>`;
}
