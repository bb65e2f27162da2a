import type { Instrument, Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useState } from "react";
import type { Draft } from "../keeping/draft.ts";
import { visiblePages } from "../survey/routing.ts";
import { filled } from "../words.ts";
import type { Target } from "./answers-leading-to.ts";
import { previewWords } from "./preview-words.ts";

type Props = {
  instrument: Instrument;
  language: Language;
  draft: Draft;
  isWhyShown: boolean;
  onWhyShown: (isShown: boolean) => void;
  onAssign: (question: string, code: string | number) => void;
  /** Without a target: to the welcome page. */
  onJump: (target: Target | undefined) => void;
  onAgain: () => void;
};

/** What somebody can do in a preview: choose groups, go to any page, see the reasons, begin anew. */
export function PreviewControls(props: Props) {
  const { language, isWhyShown, onWhyShown, onAgain } = props;
  return (
    <details className="preview-controls" open={matchMedia("(min-width: 56em)").matches}>
      <summary>{previewWords.controls[language]}</summary>
      <div className="preview-fields">
        <Groups {...props} />
        <PageChoice {...props} />
        <label className="preview-switch">
          <input
            type="checkbox"
            checked={isWhyShown}
            onChange={({ target }) => onWhyShown(target.checked)}
          />
          <span>{previewWords.why[language]}</span>
        </label>
        <Button onClick={onAgain}>{previewWords.again[language]}</Button>
      </div>
    </details>
  );
}

/** Every `assigned` question with its groups. */
function Groups({ instrument, language, draft, onAssign }: Props) {
  const assigned = instrument.pages
    .flatMap(({ elements }) => elements)
    .filter((question) => question.type === "assigned");
  return assigned.map(({ name, title, choices }) => (
    <label className="preview-field" key={name}>
      <span>{title[language]}</span>
      <select
        className="field"
        name={name}
        value={String(draft.answers[name] ?? "")}
        onChange={({ target }) => {
          const chosen = choices.find(({ value }) => String(value) === target.value);
          if (chosen) onAssign(name, chosen.value);
        }}
      >
        {choices.map(({ value, text }) => (
          <option key={value} value={String(value)}>
            {text[language]}
          </option>
        ))}
      </select>
    </label>
  ));
}

function PageChoice({ instrument, language, draft, onJump }: Props) {
  const [page, setPage] = useState("");
  const shown = new Set(
    visiblePages(instrument, draft.answers, draft.presentation).map(({ name }) => name),
  );
  const { question: consent } = instrument.mehrwert.consent;
  const pages = instrument.pages.filter(({ elements }) =>
    elements.some(({ name, type }) => name !== consent && type !== "assigned"),
  );
  return (
    <div className="preview-jump">
      <label className="preview-field">
        <span>{previewWords.goTo[language]}</span>
        <select
          className="field"
          name="preview-page"
          value={page}
          onChange={({ target }) => setPage(target.value)}
        >
          <option value="">{previewWords.welcome[language]}</option>
          {pages.map(({ name, title }) => (
            <option key={name} value={name}>
              {shown.has(name)
                ? title[language]
                : filled(previewWords.hiddenNow[language], title[language])}
            </option>
          ))}
        </select>
      </label>
      <Button onClick={() => onJump(page === "" ? undefined : { page })}>
        {previewWords.go[language]}
      </Button>
    </div>
  );
}
