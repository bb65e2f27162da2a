import type { Instrument, Language } from "@mehrwert/study";

const words = {
  title: { de: "Quellen und Lizenz", en: "Sources and licence" },
  licence: { de: "Lizenz:", en: "Licence:" },
} as const;

/** Where an instrument comes from and under which terms it may be used. */
export function SourcesSection({
  instrument: { mehrwert },
  language,
}: {
  instrument: Instrument;
  language: Language;
}) {
  return (
    <>
      <h2>{words.title[language]}</h2>
      <ul>
        {mehrwert.sources.map(({ id, citation }) => (
          <li key={id}>{citation}</li>
        ))}
      </ul>
      <p>
        {words.licence[language]} {mehrwert.licence}
      </p>
    </>
  );
}
