import type { Language, LocalizedText, ResponseOption } from "@mehrwert/study";
import { words } from "../words.ts";
import { Choice, ClearButton } from "./choice.tsx";
import { isMissingCode } from "./missing-code.ts";
import type { Code } from "./parts.ts";

/**
 * One response scale with the text it is about as its group's name: all anchors in words, side by side on wide
 * screens, as a list on narrow ones; reasons for no opinion are set apart; the choice can be cleared.
 */
export function RatingRow({
  name,
  id,
  text,
  columns,
  language,
  chosen,
  errorId,
  about = text,
  of,
  className = "item",
  onChoose,
}: {
  /** Name of the group of radio buttons, unlike any other on the page. */
  name: string;
  id: string;
  text: LocalizedText;
  columns: readonly ResponseOption[];
  language: Language;
  chosen: Code | undefined;
  /** The ids of what is wrong, if anything is; what is not answered yet is then marked. */
  errorId: string | undefined;
  /** What is cleared, where the text alone does not say it. */
  about?: LocalizedText;
  /** What the scale belongs to, for those who do not see where it stands; absent where a group around it says so. */
  of?: LocalizedText;
  className?: string;
  /** `undefined` takes the choice back. */
  onChoose: (code: Code | undefined) => void;
}) {
  const choice = (option: ResponseOption) => (
    <Choice
      key={option.value}
      kind="radio"
      name={name}
      code={option.value}
      isChecked={chosen === option.value}
      onChange={() => onChoose(option.value)}
      isInvalid={errorId !== undefined && chosen === undefined}
      describedBy={errorId}
      className="anchor"
    >
      {option.text[language]}
    </Choice>
  );
  const missing = columns.filter(({ value }) => isMissingCode(value));
  return (
    <fieldset className={className} id={id} data-answer>
      <legend className="item-text">
        {text[language]}
        {of ? <span className="mw-visually-hidden">: {of[language]}</span> : null}
      </legend>
      <div className="rated">
        <div className="scale">
          <div className="anchors">
            {columns.filter(({ value }) => !isMissingCode(value)).map(choice)}
          </div>
          {missing.length > 0 ? <div className="anchors-missing">{missing.map(choice)}</div> : null}
        </div>
        <ClearButton
          isShown={chosen !== undefined}
          label={words.clear[language]}
          about={about[language]}
          onClear={() => onChoose(undefined)}
        />
      </div>
    </fieldset>
  );
}
