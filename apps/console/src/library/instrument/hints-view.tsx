import type { Language, PreFieldChecks } from "@mehrwert/study";

const kinds = [
  ["duration", { de: "Dauer", en: "Duration" }],
  ["demographics", { de: "Fragen zur Person", en: "Questions about the person" }],
  ["codes", { de: "Selbst erzeugte Codes", en: "Self-generated codes" }],
  ["structure", { de: "Aufbau", en: "Structure" }],
  ["wording", { de: "Wortlaut", en: "Wording" }],
] as const;

const words = {
  title: { de: "Hinweise", en: "Hints" },
  none: { de: "Kein Hinweis.", en: "No hint." },
} as const;

/** What to look at again, by what it is about. Hints on wording are folded: there may be many. */
export function HintsView({
  hints,
  language,
}: {
  hints: PreFieldChecks["hints"];
  language: Language;
}) {
  return (
    <>
      <h3>{words.title[language]}</h3>
      {hints.length === 0 ? <p>{words.none[language]}</p> : null}
      {kinds.map(([about, title]) => {
        const these = hints.filter((hint) => hint.about === about);
        if (these.length === 0) return null;
        return (
          <details key={about} open={about !== "wording"}>
            <summary>
              {title[language]}: {these.length}
            </summary>
            <ul className="changes">
              {these.map(({ path, message, advice, language: asked }) => (
                <li key={`${path} ${asked} ${message.en}`}>
                  <p>
                    {asked === undefined ? null : `${asked}: `}
                    {message[language]} {advice[language]}
                  </p>
                  <p className="note">
                    <code>{path}</code>
                  </p>
                </li>
              ))}
            </ul>
          </details>
        );
      })}
    </>
  );
}
