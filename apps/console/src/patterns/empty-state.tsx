import type { ReactNode } from "react";

/**
 * What stands where there is nothing yet: what will be here, what it is good for, and the way to the first one.
 * `action` is a link or a button; leave it out only where nothing can be done.
 */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: string;
  children: ReactNode;
  action?: ReactNode;
}) {
  return (
    <section className="empty-state" aria-label={title}>
      <p className="empty-state-title">{title}</p>
      <div>{children}</div>
      {action === undefined ? null : <div className="buttons">{action}</div>}
    </section>
  );
}
