import {
  accessibilityLinks,
  baseLanguage,
  frameWords,
  type Language,
  type ReadingLanguage,
} from "@mehrwert/study";
import { type ReactNode, useRef } from "react";
import { LanguageSwitch } from "./language-switch.tsx";

/**
 * What surrounds every page: link past the header, name at the top, language switch, footer with the links to the
 * statement on accessibility and its form.
 * The way past the header moves the focus and leaves the address alone, so that "back" means a page.
 * `isWide` is for tables and figures; text stays in a readable measure either way.
 */
export function PageFrame<Offered extends ReadingLanguage>({
  language: chosen,
  offered,
  onLanguage,
  name,
  navigation,
  footer,
  isWide = false,
  children,
}: {
  language: Offered;
  /** What can be chosen. */
  offered: readonly Offered[];
  onLanguage: (language: Offered) => void;
  name: ReactNode;
  /** The main areas, beside the name; none in an app of one page. */
  navigation?: ReactNode;
  footer?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}) {
  const content = useRef<HTMLElement>(null);
  const language = baseLanguage(chosen);
  return (
    <div className={isWide ? "mw-frame mw-frame-wide" : "mw-frame"}>
      <header className="mw-header">
        <button type="button" className="mw-skip" onClick={() => content.current?.focus()}>
          {frameWords.skip[language]}
        </button>
        <div className="mw-frame-inner">
          <p className="mw-wordmark">{name}</p>
          {navigation}
          <LanguageSwitch language={chosen} offered={offered} onLanguage={onLanguage} />
        </div>
      </header>
      <main
        className="mw-main"
        id="content"
        ref={content}
        tabIndex={-1}
        aria-label={frameWords.content[language]}
      >
        <div className="mw-frame-inner">{children}</div>
      </main>
      <footer className="mw-footer">
        <div className="mw-frame-inner">
          {footer}
          <AccessibilityLinks language={language} />
        </div>
      </footer>
    </div>
  );
}

/** In a window of their own: nobody loses answers or edits that exist in this one only. */
function AccessibilityLinks({ language }: { language: Language }) {
  const place = typeof location === "undefined" ? undefined : location.pathname;
  return (
    <ul className="mw-footer-links">
      {accessibilityLinks(language, place).map(({ href, text }) => (
        <li key={href}>
          <a href={href} target="_blank" rel="noreferrer">
            {text} ({frameWords.newWindow[language]})
          </a>
        </li>
      ))}
    </ul>
  );
}
