import type { ReactNode } from "react";

/** One radio button or tick box with its text; the whole line can be clicked or touched. */
export function Choice({
  kind,
  name,
  code,
  isChecked,
  onChange,
  isInvalid = false,
  describedBy,
  className = "choice",
  children,
}: {
  kind: "radio" | "checkbox";
  name: string;
  /** The code that is stored. */
  code: string | number;
  isChecked: boolean;
  onChange: () => void;
  isInvalid?: boolean;
  describedBy?: string | undefined;
  className?: string;
  children: ReactNode;
}) {
  return (
    <label className={className}>
      <input
        type={kind}
        name={name}
        value={code}
        checked={isChecked}
        onChange={onChange}
        aria-invalid={isInvalid || undefined}
        aria-describedby={describedBy}
      />
      <span>{children}</span>
    </label>
  );
}

/**
 * Takes an answer back; it keeps its room while there is nothing to take back, so that nothing jumps.
 * The focus goes to the first input of the `data-answer` element around it.
 */
export function ClearButton({
  isShown,
  label,
  about,
  onClear,
}: {
  isShown: boolean;
  label: string;
  /** What the choice was about, for those who do not see where the button stands. */
  about: string;
  onClear: () => void;
}) {
  return (
    <button
      type="button"
      className="clear"
      style={isShown ? undefined : { visibility: "hidden" }}
      onClick={(event) => {
        onClear();
        event.currentTarget.closest("[data-answer]")?.querySelector("input")?.focus();
      }}
    >
      {label}
      <span className="mw-visually-hidden">: {about}</span>
    </button>
  );
}
