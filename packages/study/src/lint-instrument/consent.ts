import type { Instrument } from "../instrument.ts";
import type { Issue } from "../result.ts";
import { error, warning } from "./issue.ts";
import { unknownName } from "./items.ts";
import { placedQuestions, questionsByName } from "./outline.ts";

/** Consent is asked first, always, and must be given; nothing else is forced. */
export function lintConsent(instrument: Instrument): Issue[] {
  const { consent } = instrument.mehrwert;
  return [...lintConsentQuestion(instrument), ...lintForced(instrument, consent.question)];
}

function lintConsentQuestion(instrument: Instrument): Issue[] {
  const { consent } = instrument.mehrwert;
  const placed = questionsByName(instrument).get(consent.question);
  if (placed === undefined) {
    return [unknownName("/mehrwert/consent/question", "question", consent.question)];
  }
  const { question, path, order, page } = placed;
  const issues: Issue[] = [];
  if (question.type !== "radiogroup") {
    issues.push(
      error(
        `${path}/type`,
        ["Die Einwilligung ist keine Einfachauswahl.", "Consent is not a single choice."],
        ["Verwenden Sie die Art „radiogroup“.", "Use the type “radiogroup”."],
      ),
    );
  } else if (!question.choices.some(({ value }) => value === consent.given)) {
    issues.push(
      error(
        "/mehrwert/consent/given",
        [
          `Die Einwilligung hat keine Antwort „${consent.given}“.`,
          `Consent has no option “${consent.given}”.`,
        ],
        ["Nennen Sie die Antwort, die zustimmt.", "Name the option that agrees."],
      ),
    );
  }
  if (question.isRequired !== true) {
    issues.push(
      error(
        path,
        ["Die Einwilligung ist nicht als Pflicht markiert.", "Consent is not required."],
        ["Setzen Sie „isRequired“ auf true.", "Set “isRequired” to true."],
      ),
    );
  }
  const earlier = placedQuestions(instrument).slice(0, order);
  if (earlier.some(({ question: { type } }) => type !== "assigned")) {
    issues.push(
      error(
        path,
        ["Vor der Einwilligung wird schon gefragt.", "Questions come before consent."],
        ["Stellen Sie die Einwilligung an den Anfang.", "Put consent first."],
      ),
    );
  }
  const isConditional =
    question.visibleIf !== undefined || instrument.pages[page]?.visibleIf !== undefined;
  if (isConditional) {
    issues.push(
      error(
        path,
        ["Die Einwilligung wird nicht immer gezeigt.", "Consent is not always shown."],
        ["Entfernen Sie „visibleIf“.", "Remove “visibleIf”."],
      ),
    );
  }
  return issues;
}

function lintForced(instrument: Instrument, consentQuestion: string): Issue[] {
  return placedQuestions(instrument)
    .filter(({ question }) => question.name !== consentQuestion)
    .filter(
      ({ question }) =>
        question.isRequired === true ||
        (question.type === "matrix" && question.isAllRowRequired === true),
    )
    .map(({ path }) =>
      warning(
        path,
        ["Die Frage erzwingt eine Antwort.", "The question forces an answer."],
        [
          "Erzwingen Sie nur die Einwilligung; erzwungene Antworten sind oft falsch.",
          "Force nothing but consent; forced answers are often wrong.",
        ],
      ),
    );
}
