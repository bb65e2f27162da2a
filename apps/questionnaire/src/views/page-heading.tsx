import { type ReactNode, useEffect, useRef } from "react";

/**
 * The heading of a view. When the view changes, the focus comes here, so that those who do not see the page
 * are read where they are; the very first view leaves the focus alone.
 */
export function PageHeading({
  children,
  title,
  takesFocus,
  describedBy,
}: {
  children: ReactNode;
  /** For the tab: which view of which study. */
  title: string;
  takesFocus: boolean;
  /** What is read after the heading, such as the section's number. */
  describedBy?: string;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (!takesFocus) return;
    scrollTo(0, 0);
    heading.current?.focus({ preventScroll: true });
  }, [takesFocus]);
  useEffect(() => {
    document.title = title;
  }, [title]);
  return (
    <h1 ref={heading} tabIndex={-1} aria-describedby={describedBy}>
      {children}
    </h1>
  );
}
