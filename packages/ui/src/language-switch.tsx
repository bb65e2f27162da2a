import { frameWords, type Language, languageNames, languages } from "@mehrwert/study";

/** Switches the language of everything on the page; each language is named in itself. */
export function LanguageSwitch({
  language,
  onLanguage,
}: {
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  return (
    <ul className="mw-language" aria-label={frameWords.language[language]}>
      {languages.map((each) => (
        <li key={each}>
          <button
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => onLanguage(each)}
          >
            {languageNames[each]}
          </button>
        </li>
      ))}
    </ul>
  );
}
