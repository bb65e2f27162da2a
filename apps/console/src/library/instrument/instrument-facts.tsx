import type { Instrument, Language } from "@mehrwert/study";
import { factWords, languagesInWords, minutesInWords, originWords } from "../instrument-words.ts";
import type { LibraryEntry } from "../library-client.ts";

const measured = {
  scale: { de: "Skala aus mehreren Items", en: "scale of several items" },
  items: { de: "Item für Item berichtet", en: "reported item by item" },
  ranking: { de: "Rangordnung", en: "ranking" },
} as const;

/** Facts in a row, for whom it is, and what it measures, each with its definition. */
export function InstrumentFacts({
  instrument,
  entry,
  language,
}: {
  instrument: Instrument;
  entry: LibraryEntry | undefined;
  language: Language;
}) {
  const { mehrwert, pages } = instrument;
  const questions = pages.flatMap(({ elements }) => elements);
  const facts = [
    [factWords.duration, minutesInWords(mehrwert.durationMinutes, language)],
    [factWords.pages, pages.length],
    [factWords.questions, questions.filter(({ type }) => type !== "assigned").length],
    [factWords.items, mehrwert.items.length],
    [factWords.languages, languagesInWords(mehrwert.languages, language)],
    [factWords.licence, mehrwert.licence],
    ...(entry === undefined
      ? []
      : [[factWords.origin, originWords[entry.origin][language]] as const]),
  ] as const;
  return (
    <>
      <dl className="facts">
        {facts.map(([label, value]) => (
          <div key={label.en}>
            <dt>{label[language]}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{factWords.forWhom[language]}</h2>
      <p>{mehrwert.targetGroup[language]}</p>
      <h2>{factWords.measures[language]}</h2>
      <dl className="constructs">
        {mehrwert.constructs.map(({ id, label, definition, measure }) => (
          <div key={id}>
            <dt>
              {label[language]} <small>({measured[measure][language]})</small>
            </dt>
            <dd>{definition[language]}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}
