import type { ReactNode } from "react";

/** The ways from a page back to those it belongs to. */
export function WayBack({
  links,
  label,
}: {
  links: readonly { href: string; text: ReactNode }[];
  label: string;
}) {
  return (
    <nav aria-label={label} className="no-print">
      <ul className="links way-back">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
