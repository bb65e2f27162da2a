import type { ReactNode } from "react";
import { ConsoleLink } from "../frame/console-link.tsx";

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
            <ConsoleLink href={href}>{text}</ConsoleLink>
          </li>
        ))}
      </ul>
    </nav>
  );
}
