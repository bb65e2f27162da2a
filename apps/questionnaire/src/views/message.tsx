import type { ReactNode } from "react";
import { PageHeading } from "./page-heading.tsx";

/** A view that says one thing: thank you, ended, not found, not reachable. */
export function Message({
  title,
  text,
  takesFocus = true,
  children,
}: {
  title: string;
  text: string;
  takesFocus?: boolean;
  children?: ReactNode;
}) {
  return (
    <div className="message">
      <PageHeading title={title} takesFocus={takesFocus}>
        {title}
      </PageHeading>
      <p className="lead">{text}</p>
      {children}
    </div>
  );
}
