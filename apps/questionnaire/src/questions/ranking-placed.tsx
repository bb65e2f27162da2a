import type { Language } from "@mehrwert/study";
import type { KeyboardEvent } from "react";
import { filled, rankingWords } from "../words.ts";
import type { PlacementStep } from "./placement.ts";

const arrows = {
  up: "M8 13V3M3.5 7.5 8 3l4.5 4.5",
  down: "M8 3v10M3.5 8.5 8 13l4.5-4.5",
  back: "M4 4l8 8M12 4l-8 8",
} as const;

function Icon({ path }: { path: string }) {
  return (
    <svg viewBox="0 0 16 16" width="18" height="18" aria-hidden="true" focusable="false">
      <path d={path} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" />
    </svg>
  );
}

/**
 * An option on its place. Its name selects it for a swap; the arrow keys move it, Delete takes it back.
 * Three buttons do the same for those who click or touch.
 */
export function PlacedOption({
  option,
  label,
  place,
  language,
  isSelected,
  isLast,
  describedBy,
  onToggle,
  onStep,
}: {
  option: string;
  label: string;
  place: number;
  language: Language;
  isSelected: boolean;
  isLast: boolean;
  /** The id of the text that names the keys. */
  describedBy: string;
  onToggle: () => void;
  onStep: (step: PlacementStep, ...focus: string[]) => void;
}) {
  const move = (by: 1 | -1, focus: string) => onStep({ step: "move", option, by }, focus);
  const takeBack = () => onStep({ step: "take-back", option }, `option-${option}`);
  const onKeyDown = (event: KeyboardEvent) => {
    const isOwnKey = ["ArrowUp", "ArrowDown", "Delete", "Backspace", "Escape"].includes(event.key);
    if (!isOwnKey || event.ctrlKey || event.altKey || event.metaKey) return;
    event.preventDefault();
    if (event.key === "ArrowUp") move(-1, `placed-${option}`);
    else if (event.key === "ArrowDown") move(1, `placed-${option}`);
    else if (event.key !== "Escape") takeBack();
    else if (isSelected) onToggle();
  };
  return (
    <li className={isSelected ? "place place-selected" : "place"}>
      <span className="place-number" aria-hidden="true">
        {place}
      </span>
      <button
        type="button"
        className="place-label"
        data-focus={`placed-${option}`}
        aria-label={`${label}, ${filled(rankingWords.place[language], place)}`}
        aria-describedby={describedBy}
        aria-pressed={isSelected}
        onClick={onToggle}
        onKeyDown={onKeyDown}
      >
        {label}
      </button>
      <span className="place-actions">
        <button
          type="button"
          data-focus={`up-${option}`}
          aria-label={filled(rankingWords.up[language], label)}
          aria-disabled={place === 1 || undefined}
          onClick={() => move(-1, `up-${option}`)}
        >
          <Icon path={arrows.up} />
        </button>
        <button
          type="button"
          data-focus={`down-${option}`}
          aria-label={filled(rankingWords.down[language], label)}
          aria-disabled={isLast || undefined}
          onClick={() => move(1, `down-${option}`)}
        >
          <Icon path={arrows.down} />
        </button>
        <button
          type="button"
          data-focus={`back-${option}`}
          aria-label={filled(rankingWords.takeBack[language], label)}
          onClick={takeBack}
        >
          <Icon path={arrows.back} />
        </button>
      </span>
    </li>
  );
}

/** A place nobody has yet; the next one says so, so that one sees where the next choice will go. */
export function FreePlace({
  place,
  isNext,
  language,
}: {
  place: number;
  isNext: boolean;
  language: Language;
}) {
  return (
    <li className={isNext ? "place place-free place-next" : "place place-free"}>
      <span className="place-number">{place}</span>
      <span>{rankingWords[isNext ? "next" : "free"][language]}</span>
    </li>
  );
}
