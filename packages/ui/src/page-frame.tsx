import { frameWords, type Language } from "@mehrwert/study";
import { type ReactNode, useRef } from "react";
import { LanguageSwitch } from "./language-switch.tsx";

/**
 * What surrounds every page: link past the header, name at the top, language switch, footer.
 * The way past the header moves the focus and leaves the address alone, so that "back" means a page.
 * `isWide` is for tables and figures; text stays in a readable measure either way.
 */
export function PageFrame({
  language,
  onLanguage,
  name,
  footer,
  isWide = false,
  children,
}: {
  language: Language;
  onLanguage: (language: Language) => void;
  name: ReactNode;
  footer?: ReactNode;
  isWide?: boolean;
  children: ReactNode;
}) {
  const content = useRef<HTMLElement>(null);
  return (
    <div className={isWide ? "mw-frame mw-frame-wide" : "mw-frame"}>
      <header className="mw-header">
        <button type="button" className="mw-skip" onClick={() => content.current?.focus()}>
          {frameWords.skip[language]}
        </button>
        <div className="mw-frame-inner">
          <p className="mw-wordmark">{name}</p>
          <LanguageSwitch language={language} onLanguage={onLanguage} />
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
      {footer === undefined ? null : (
        <footer className="mw-footer">
          <div className="mw-frame-inner">{footer}</div>
        </footer>
      )}
    </div>
  );
}
