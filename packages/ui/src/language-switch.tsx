import { type Language, languages } from "@mehrwert/study";

const ownNames = { de: "Deutsch", en: "English" } as const;

/** Switches the language of everything on the page; each language is named in itself. */
export function LanguageSwitch({
  language,
  onLanguage,
}: {
  language: Language;
  onLanguage: (language: Language) => void;
}) {
  return (
    <ul className="mw-language" aria-label={language === "de" ? "Sprache" : "Language"}>
      {languages.map((each) => (
        <li key={each}>
          <button
            type="button"
            lang={each}
            aria-pressed={each === language}
            onClick={() => onLanguage(each)}
          >
            {ownNames[each]}
          </button>
        </li>
      ))}
    </ul>
  );
}
