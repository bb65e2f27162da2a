import type { Instrument } from "../instrument.ts";
import type { Language } from "../localized-text.ts";
import { shownInformationSheet } from "../shown-information-sheet.ts";
import type { Study } from "../study.ts";
import { codeField } from "./code-field.ts";
import { firstPageWords } from "./first-page-words.ts";
import { frameWords } from "./frame-words.ts";
import { fieldsInBrief, furtherFields, informationTerms } from "./information-list.ts";
import { element, type Markup, type MarkupElement } from "./markup.ts";
import { modeSentence, needsCode } from "./mode-words.ts";

/**
 * What a participant reads first, below the heading: who asks and why, what happens to the answers, and the choice to
 * take part. The server makes HTML of it, the participant's app elements; both show the same. Nothing is ticked
 * beforehand: `isConsentGiven` is for those who come back from the questionnaire. Who `hasBegun` is asked for no code.
 */
export function firstPage({
  study,
  instrument,
  language,
  isConsentGiven = false,
  hasBegun = false,
}: {
  study: FirstPageStudy;
  instrument: Instrument;
  language: Language;
  isConsentGiven?: boolean;
  hasBegun?: boolean;
}): MarkupElement[] {
  const { page } = consentQuestion(instrument);
  const { from, to } = instrument.mehrwert.durationMinutes;
  const { duration, minutes, moreInformation, simulatedTitle, simulatedText } = firstPageWords;
  const sheet = shownInformationSheet(study);
  return [
    ...(study.isSimulated ? [caution(simulatedTitle[language], simulatedText[language])] : []),
    ...(page.description ? [element("p", { class: "lead" }, [page.description[language]])] : []),
    element("p", {}, [
      element("strong", {}, [`${duration[language]}:`]),
      ` ${from}–${to} ${minutes[language]}`,
    ]),
    element("dl", { class: "sheet" }, [
      ...informationTerms(sheet, language, fieldsInBrief),
      participation(study, language),
    ]),
    element("details", { class: "more" }, [
      element("summary", {}, [moreInformation[language]]),
      element("dl", { class: "sheet" }, informationTerms(sheet, language, furtherFields)),
    ]),
    consentForm({
      instrument,
      language,
      isConsentGiven,
      beginning: hasBegun ? [] : beginning(study, language),
    }),
    ...(hasBegun ? [] : [resumption(language)]),
  ];
}

/** Of a study what the first page tells. */
export type FirstPageStudy = Pick<
  Study,
  "informationSheet" | "retentionDate" | "isSimulated" | "mode" | "credentialKey"
>;

/** How one takes part, with the key that everybody must be shown alike. */
function participation(study: FirstPageStudy, language: Language): MarkupElement {
  const { mode, key, whatIsSeen } = firstPageWords;
  const { credentialKey } = study;
  const proof = credentialKey
    ? [
        element("p", { class: "key" }, [
          `${key[language]}: `,
          element("code", {}, [fingerprintInGroups(credentialKey.fingerprint)]),
        ]),
      ]
    : [];
  return element("div", {}, [
    element("dt", {}, [mode[language]]),
    element("dd", {}, [
      element("p", {}, [modeSentence(study)[language]]),
      ...proof,
      element("p", {}, [
        element("a", { href: `/privacy?lang=${language}`, target: "_blank", rel: "noreferrer" }, [
          `${whatIsSeen[language]} (${frameWords.newWindow[language]})`,
        ]),
      ]),
    ]),
  ]);
}

/** 64 hexadecimal digits as people compare them. */
function fingerprintInGroups(fingerprint: string): string {
  return (fingerprint.match(/.{8}/g) ?? []).join(" ");
}

/** What is asked of somebody who begins, beside consent. */
function beginning(study: FirstPageStudy, language: Language): MarkupElement[] {
  const code = needsCode(study)
    ? [codeField("participation", language, ["not-free", "unreachable"])]
    : [];
  return [...code, sharedDevice(language, "shared-device")];
}

function sharedDevice(language: Language, id: string): MarkupElement {
  return element("label", { class: "choice shared-device" }, [
    element("input", { type: "checkbox", id }),
    element("span", {}, [firstPageWords.shared[language]]),
  ]);
}

/** The way back in for somebody who has begun elsewhere or earlier. */
export function resumption(language: Language, isOpen = false): MarkupElement {
  const { resumeTitle, resumeHere, resume, working } = firstPageWords;
  return element("details", { class: "more resumption", open: isOpen }, [
    element("summary", {}, [resumeTitle[language]]),
    element("p", { class: "resume-here", hidden: true }, [resumeHere[language]]),
    element("form", { class: "resume", novalidate: true }, [
      codeField("resume", language, ["not-begun", "unreachable"]),
      sharedDevice(language, "shared-device-resuming"),
      element("button", { type: "submit", class: "mw-button" }, [resume[language]]),
      element("p", { class: "consent-status", role: "status", "data-text": working[language] }),
    ]),
  ]);
}

/** What those read whose browser forbids to keep answers for the case of a reload. */
export function notKeptNotice(language: Language): MarkupElement {
  return caution(firstPageWords.notKeptTitle[language], firstPageWords.keptInPage[language]);
}

function caution(title: string, text: string): MarkupElement {
  return element("div", { class: "mw-notice mw-notice-caution" }, [
    element("p", { class: "mw-notice-title" }, [title]),
    element("p", {}, [text]),
  ]);
}

/** The consent question of an instrument, with its page. */
function consentQuestion(instrument: Instrument) {
  const { question: name } = instrument.mehrwert.consent;
  const page = instrument.pages.find(({ elements }) => elements.some((one) => one.name === name));
  const question = page?.elements.find((one) => one.name === name);
  if (!page || question?.type !== "radiogroup") {
    throw new TypeError(`instrument ${instrument.mehrwert.slug}: consent is not a radiogroup`);
  }
  return { page, question };
}

/** The form carries what its script needs to know: the code that means consent, and the words it may have to say. */
function consentForm({
  instrument,
  language,
  isConsentGiven,
  beginning,
}: {
  instrument: Instrument;
  language: Language;
  isConsentGiven: boolean;
  beginning: readonly MarkupElement[];
}): MarkupElement {
  const { question } = consentQuestion(instrument);
  const { given } = instrument.mehrwert.consent;
  const { begin, chooseConsent, loading } = firstPageWords;
  const description: Markup[] = question.description
    ? [
        element("p", { class: "question-description", id: "consent-short" }, [
          question.description[language],
        ]),
      ]
    : [];
  const choices = question.choices.map(({ value, text }) =>
    element("label", { class: "choice" }, [
      element("input", {
        type: "radio",
        name: question.name,
        value: String(value),
        checked: isConsentGiven && value === given,
        "aria-describedby": "consent-error",
      }),
      element("span", {}, [text[language]]),
    ]),
  );
  return element("form", { class: "consent", novalidate: true, "data-given": String(given) }, [
    element("div", { class: "question" }, [
      element("fieldset", question.description ? { "aria-describedby": "consent-short" } : {}, [
        element("legend", {}, [
          element("h2", { class: "question-title" }, [question.title[language]]),
        ]),
        ...description,
        element("p", {
          class: "question-error",
          id: "consent-error",
          role: "alert",
          "data-text": chooseConsent[language],
        }),
        element("div", { class: "choices" }, choices),
      ]),
    ]),
    ...beginning,
    element("button", { type: "submit", class: "mw-button mw-button-primary" }, [begin[language]]),
    element("p", { class: "consent-status", role: "status", "data-text": loading[language] }),
  ]);
}
