import type { ReactNode } from "react";

/**
 * A remark set apart from the text. `caution` for what must not be overlooked, `error` for what went wrong.
 * It is not announced by itself: the page puts it into a live region or moves the focus to it.
 */
export function Notice({
  kind = "info",
  title,
  children,
}: {
  kind?: "info" | "caution" | "error";
  title?: string;
  children?: ReactNode;
}) {
  return (
    <div className={kind === "info" ? "mw-notice" : `mw-notice mw-notice-${kind}`}>
      {title === undefined ? null : <p className="mw-notice-title">{title}</p>}
      {children}
    </div>
  );
}
