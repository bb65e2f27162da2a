import type { Instrument, Language } from "@mehrwert/study";
import { factWords } from "../instrument-words.ts";

const measured = {
  scale: { de: "Skala aus mehreren Items", en: "scale of several items" },
  items: { de: "Item für Item berichtet", en: "reported item by item" },
  ranking: { de: "Rangordnung", en: "ranking" },
} as const;

/** For whom an instrument is and what it measures, each construct with its definition. */
export function MeasuredSection({
  instrument: { mehrwert },
  language,
}: {
  instrument: Instrument;
  language: Language;
}) {
  return (
    <>
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
