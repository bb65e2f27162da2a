import { baseLanguage, frameWords, languageNames, type ReadingLanguage } from "@mehrwert/study";

/** Switches the language of everything on the page; each language is named in itself. */
export function LanguageSwitch<Offered extends ReadingLanguage>({
  language,
  offered,
  onLanguage,
}: {
  language: Offered;
  offered: readonly Offered[];
  onLanguage: (language: Offered) => void;
}) {
  return (
    <ul className="mw-language" aria-label={frameWords.language[baseLanguage(language)]}>
      {offered.map((each) => (
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
