import type { Instrument, Language } from "@mehrwert/study";
import { factWords, languagesInWords, minutesInWords, originWords } from "../instrument-words.ts";
import type { LibraryEntry } from "../library-client.ts";

/** Facts in a row. */
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
    <dl className="facts">
      {facts.map(([label, value]) => (
        <div key={label.en}>
          <dt>{label[language]}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  );
}
