import type { ReactNode } from "react";

/** A table that scrolls by itself where the page is too narrow, reachable by keyboard under its caption's name; the caption stays where it is. */
export function ScrollingTable({
  id,
  caption,
  children,
}: {
  id: string;
  caption: string;
  children: ReactNode;
}) {
  return (
    <div className="captioned-table">
      <p id={id} className="caption">
        {caption}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: who cannot drag must be able to scroll by keyboard */}
      <section className="table-frame" aria-labelledby={id} tabIndex={0}>
        <table aria-labelledby={id}>{children}</table>
      </section>
    </div>
  );
}
