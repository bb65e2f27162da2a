import type { Instrument } from "../instrument.ts";
import type { Language } from "../localized-text.ts";
import { shownInformationSheet } from "../shown-information-sheet.ts";
import type { Study } from "../study.ts";
import { firstPageWords } from "./first-page-words.ts";
import { fieldsInBrief, furtherFields, informationList } from "./information-list.ts";
import { element, type Markup, type MarkupElement } from "./markup.ts";

/**
 * What a participant reads first, below the heading: who asks and why, what happens to the answers, and the choice to
 * take part. The server makes HTML of it, the participant's app elements; both show the same. Nothing is ticked
 * beforehand: `isConsentGiven` is for those who come back from the questionnaire.
 */
export function firstPage({
  study,
  instrument,
  language,
  isConsentGiven = false,
}: {
  study: Pick<Study, "informationSheet" | "retentionDate" | "isSimulated">;
  instrument: Instrument;
  language: Language;
  isConsentGiven?: boolean;
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
    informationList(sheet, language, fieldsInBrief),
    element("details", { class: "more" }, [
      element("summary", {}, [moreInformation[language]]),
      informationList(sheet, language, furtherFields),
    ]),
    consentForm(instrument, language, isConsentGiven),
  ];
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
function consentForm(
  instrument: Instrument,
  language: Language,
  isConsentGiven: boolean,
): MarkupElement {
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
    element("button", { type: "submit", class: "mw-button mw-button-primary" }, [begin[language]]),
    element("p", { class: "consent-status", role: "status", "data-text": loading[language] }),
  ]);
}
