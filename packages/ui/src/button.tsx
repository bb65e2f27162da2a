import type { ComponentProps } from "react";

/**
 * A button. `primary`: the one way on; `plain`: another way; `quiet`: looks like a link and changes something here;
 * `danger`: destroys what cannot be brought back.
 *
 * `isBusy` keeps the focus and refuses clicks, as `disabled` would lose the focus of those who work by keyboard.
 */
export function Button({
  kind = "plain",
  isBusy = false,
  onClick,
  ...rest
}: Omit<ComponentProps<"button">, "className" | "disabled"> & {
  kind?: "primary" | "plain" | "quiet" | "danger";
  isBusy?: boolean;
}) {
  return (
    <button
      type="button"
      {...rest}
      {...(isBusy ? { "aria-disabled": true } : {})}
      className={kind === "plain" ? "mw-button" : `mw-button mw-button-${kind}`}
      onClick={(event) => {
        if (isBusy) event.preventDefault();
        else onClick?.(event);
      }}
    />
  );
}
