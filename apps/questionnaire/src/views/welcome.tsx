import type { Instrument, Language, Study } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { type FormEvent, useState } from "react";
import { Choice } from "../questions/choice.tsx";
import type { Deleted } from "../use-participation.ts";
import { sendingWords, words } from "../words.ts";
import { fieldsInBrief, furtherFields, InformationList } from "./information-sheet.tsx";
import { PageHeading } from "./page-heading.tsx";

/** The consent question of an instrument, with its options. */
function consentQuestion(instrument: Instrument) {
  const { question: name } = instrument.mehrwert.consent;
  const page = instrument.pages.find(({ elements }) =>
    elements.some((element) => element.name === name),
  );
  const question = page?.elements.find((element) => element.name === name);
  if (!page || question?.type !== "radiogroup") {
    throw new TypeError(`instrument ${instrument.mehrwert.slug}: consent is not a radiogroup`);
  }
  return { page, question };
}

/**
 * The first view: who asks and why, what happens to the answers, and the choice to take part.
 * Drawn without the survey library, which is fetched meanwhile. Nothing is ticked beforehand.
 */
export function Welcome({
  study,
  instrument,
  language,
  hasConsented,
  deleted,
  isCarried,
  outlivesReload,
  takesFocus,
  onConsent,
  onDecline,
}: {
  study: Study;
  instrument: Instrument;
  language: Language;
  /** True for those who come back from the questionnaire. */
  hasConsented: boolean;
  /** Set for those who have just stopped and deleted their answers. */
  deleted: Deleted | undefined;
  /** True for those whose answers were given to an older version of the questionnaire. */
  isCarried: boolean;
  /** False in a browser that forbids to keep answers for the case of a reload. */
  outlivesReload: boolean;
  takesFocus: boolean;
  onConsent: () => void;
  onDecline: () => void;
}) {
  const { page, question } = consentQuestion(instrument);
  const { given } = instrument.mehrwert.consent;
  const { from, to } = instrument.mehrwert.durationMinutes;
  return (
    <>
      <PageHeading
        title={study.title[language]}
        takesFocus={takesFocus}
        {...(deleted ? { describedBy: "deleted" } : {})}
      >
        {study.title[language]}
      </PageHeading>
      <div role="status" id="deleted">
        {deleted ? (
          <Notice>
            <p>{words[deleted][language]}</p>
          </Notice>
        ) : null}
      </div>
      {study.isSimulated ? (
        <Notice kind="caution" title={words.simulatedTitle[language]}>
          <p>{words.simulatedText[language]}</p>
        </Notice>
      ) : null}
      {isCarried ? (
        <Notice kind="caution" title={sendingWords.carriedTitle[language]}>
          <p>{sendingWords.carriedText[language]}</p>
        </Notice>
      ) : null}
      {outlivesReload ? null : (
        <Notice kind="caution" title={words.notKeptTitle[language]}>
          <p>{words.keptInPage[language]}</p>
        </Notice>
      )}
      {page.description ? <p className="lead">{page.description[language]}</p> : null}
      <p>
        <strong>{words.duration[language]}:</strong> {from}–{to} {words.minutes[language]}
      </p>
      <InformationList sheet={study.informationSheet} language={language} fields={fieldsInBrief} />
      <details className="more">
        <summary>{words.moreInformation[language]}</summary>
        <InformationList
          sheet={study.informationSheet}
          language={language}
          fields={furtherFields}
        />
      </details>
      <ConsentForm
        question={question}
        given={given}
        language={language}
        hasConsented={hasConsented}
        onConsent={onConsent}
        onDecline={onDecline}
      />
    </>
  );
}

function ConsentForm({
  question,
  given,
  language,
  hasConsented,
  onConsent,
  onDecline,
}: {
  question: ReturnType<typeof consentQuestion>["question"];
  given: string;
  language: Language;
  hasConsented: boolean;
  onConsent: () => void;
  onDecline: () => void;
}) {
  const [choice, setChoice] = useState<string | number | undefined>(
    hasConsented ? given : undefined,
  );
  const [isMissing, setMissing] = useState(false);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setMissing(choice === undefined);
    if (choice === given) onConsent();
    else if (choice !== undefined) onDecline();
    else event.currentTarget.querySelector<HTMLElement>("input")?.focus();
  };
  const describedBy = isMissing ? "consent-short consent-error" : "consent-short";
  return (
    <form className="consent" noValidate onSubmit={onSubmit}>
      <div className={isMissing ? "question has-error" : "question"}>
        <fieldset>
          <legend>
            <h2 className="question-title">{question.title[language]}</h2>
          </legend>
          {question.description ? (
            <p className="question-description" id="consent-short">
              {question.description[language]}
            </p>
          ) : null}
          <p className="question-error" id="consent-error" role="alert">
            {isMissing ? words.chooseConsent[language] : ""}
          </p>
          <div className="choices">
            {question.choices.map(({ value, text }) => (
              <Choice
                key={value}
                kind="radio"
                name={question.name}
                code={value}
                isChecked={choice === value}
                onChange={() => {
                  setChoice(value);
                  setMissing(false);
                }}
                isInvalid={isMissing}
                describedBy={describedBy}
              >
                {text[language]}
              </Choice>
            ))}
          </div>
        </fieldset>
      </div>
      <Button kind="primary" type="submit">
        {words.begin[language]}
      </Button>
    </form>
  );
}
