import type { InstrumentDifference, Language } from "@mehrwert/study";

const words = {
  same: { de: "Nichts hat sich geändert.", en: "Nothing changed." },
  before: { de: "Vorher:", en: "Before:" },
  after: { de: "Nachher:", en: "After:" },
} as const;

const effects = [
  [
    "major",
    { de: "Bricht die Vergleichbarkeit", en: "Breaks comparability" },
    {
      de: "Verlangt eine neue Hauptversion und eine eigene Studie.",
      en: "Asks for a new major version and a study of its own.",
    },
  ],
  [
    "minor",
    { de: "Ergänzt oder ändert, vergleichbar", en: "Adds or changes, still comparable" },
    {
      de: "Bestehende Antworten bleiben gültig; der Datensatz sagt, was in welcher Fassung gefragt war.",
      en: "Existing answers stay valid; the dataset says what was asked in which version.",
    },
  ],
  [
    "text",
    { de: "Nur Schreibweise oder Angaben", en: "Spelling or particulars only" },
    { de: "Antworten bedeuten dasselbe.", en: "Answers mean the same." },
  ],
] as const;

/** A difference in words, the weightiest changes first, each with what it does to stored answers. */
export function DifferenceView({
  difference,
  language,
}: {
  difference: InstrumentDifference;
  language: Language;
}) {
  const { changes } = difference;
  if (changes.length === 0) return <p>{words.same[language]}</p>;
  return effects.map(([effect, title, meaning]) => {
    const these = changes.filter((change) => change.effect === effect);
    if (these.length === 0) return null;
    return (
      <details key={effect} open={effect !== "text"}>
        <summary>
          {title[language]}: {these.length}
        </summary>
        <p className="note">{meaning[language]}</p>
        <ul className="changes">
          {these.map((change, index) => (
            <li key={index}>
              <Change change={change} language={language} />
            </li>
          ))}
        </ul>
      </details>
    );
  });
}

function Change({
  change: { place, what, consequence, before, after },
  language,
}: {
  change: InstrumentDifference["changes"][number];
  language: Language;
}) {
  return (
    <>
      <p>
        <strong>{place[language]}</strong>: {what[language]}
      </p>
      {before === undefined ? null : (
        <p className="wording">
          {words.before[language]} <del>{before[language]}</del>
        </p>
      )}
      {after === undefined ? null : (
        <p className="wording">
          {words.after[language]} <ins>{after[language]}</ins>
        </p>
      )}
      <p className="note">{consequence[language]}</p>
    </>
  );
}
