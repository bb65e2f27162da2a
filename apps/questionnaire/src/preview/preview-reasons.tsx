import type { Instrument, Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import type { Draft } from "../keeping/draft.ts";
import { filled } from "../words.ts";
import type { Target } from "./answers-leading-to.ts";
import { previewWords } from "./preview-words.ts";
import { type Reason, routingInWords } from "./routing-in-words.ts";

/** The routing laid open: for every page and question why it is shown or hidden now, in words. */
export function PreviewReasons({
  instrument,
  language,
  draft,
  page,
  onJump,
}: {
  instrument: Instrument;
  language: Language;
  draft: Draft;
  /** The page shown. */
  page: string | undefined;
  onJump: (target: Target) => void;
}) {
  const reasons = routingInWords(instrument, draft.answers, language);
  return (
    <section className="preview-reasons" aria-labelledby="preview-why">
      <h2 id="preview-why">{previewWords.whyTitle[language]}</h2>
      {reasons.map((reason) => {
        const isHere = reason.name === page;
        const isHidden = !reason.isShown && !reason.isNeverShown;
        const state = isHere ? "thisPage" : isHidden ? "hidden" : "shown";
        return (
          <details key={`${reason.name} ${isHere}`} open={isHere}>
            <summary>
              {reason.title} ({previewWords[reason.isNeverShown ? "onlyAssigned" : state][language]}
              )
            </summary>
            <ReasonLines
              reason={reason}
              language={language}
              onShow={() => onJump({ page: reason.name })}
            />
            <ul>
              {reason.questions.map((question) => (
                <li key={question.name} className={question.isShown ? undefined : "preview-hidden"}>
                  <strong>{question.title}</strong> <code>{question.name}</code>
                  <ReasonLines
                    reason={question}
                    language={language}
                    onShow={() => onJump({ page: reason.name, question: question.name })}
                  />
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </section>
  );
}

function ReasonLines({
  reason,
  language,
  onShow,
}: {
  reason: Reason;
  language: Language;
  onShow: () => void;
}) {
  return (
    <>
      {reason.lines.map((line) => (
        <p key={line}>{line}</p>
      ))}
      {reason.present.map((line) => (
        <p key={line} className="hint">
          {filled(previewWords.present[language], line)}
        </p>
      ))}
      {reason.isShown || reason.isNeverShown ? null : (
        <Button kind="quiet" data-show={reason.name} onClick={onShow}>
          {previewWords.go[language]}
          <span className="mw-visually-hidden">: {reason.title}</span>
        </Button>
      )}
    </>
  );
}
