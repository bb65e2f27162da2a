import type { Instrument, Language } from "@mehrwert/study";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { ConsoleLink } from "../../frame/console-link.tsx";
import { useLanguage } from "../../frame/language.ts";
import { addressOf } from "../../place.ts";
import { useInstrument, useLibrary } from "../library-client.ts";
import { Refused } from "../refused.tsx";
import { WayBack } from "../way-back.tsx";
import { ChangesSection } from "./changes-section.tsx";
import { ChecksSection } from "./checks-section.tsx";
import { CopySection } from "./copy-section.tsx";
import { InstrumentFacts } from "./instrument-facts.tsx";
import { InstrumentWays } from "./instrument-ways.tsx";
import { MeasuredSection } from "./measured-section.tsx";
import { SourcesSection } from "./sources-section.tsx";

const words = {
  kicker: { de: "Fragebogen", en: "Instrument" },
  library: { de: "Zur Bibliothek", en: "To the library" },
  ways: { de: "Wege", en: "Ways" },
  loading: { de: "Der Fragebogen wird geladen …", en: "The instrument is loading …" },
  edit: { de: "Entwurf bearbeiten", en: "Edit the draft" },
} as const;

/** Everything a researcher wants to know of an instrument before fielding it. */
export function InstrumentPage(): ReactNode {
  const { slug, version } = useParams({ from: "/library/$slug/$version" });
  const language = useLanguage();
  const instrument = useInstrument(slug, version, language);
  const title = instrument.data?.title[language] ?? slug;
  return (
    <>
      <title>{`${title} – ${words.kicker[language]} – Mehrwert`}</title>
      <WayBack
        label={words.ways[language]}
        links={[{ href: addressOf.library(language), text: words.library[language] }]}
      />
      <h1>
        <span className="kicker">
          {words.kicker[language]} {slug} {version}
        </span>{" "}
        {title}
      </h1>
      {instrument.data === undefined ? (
        <div role="status">
          {instrument.isPending ? <p>{words.loading[language]}</p> : null}
          {instrument.isError ? <Refused error={instrument.error} language={language} /> : null}
          {instrument.isError && version === "draft" ? (
            <p>
              <ConsoleLink href={addressOf.edit(slug, language)}>
                {words.edit[language]}
              </ConsoleLink>
            </p>
          ) : null}
        </div>
      ) : (
        <About instrument={instrument.data} {...{ slug, version, language }} />
      )}
    </>
  );
}

function About({
  instrument,
  slug,
  version,
  language,
}: {
  instrument: Instrument;
  slug: string;
  version: string;
  language: Language;
}) {
  const library = useLibrary(language);
  const entry = library.data?.instruments.find((each) => each.slug === slug);
  const isReadOnly = library.data?.isReadOnly ?? true;
  return (
    <>
      <p className="lead">{instrument.mehrwert.summary[language]}</p>
      <InstrumentFacts {...{ instrument, entry, language }} />
      <InstrumentWays {...{ slug, version, entry, isReadOnly, language }} />
      <MeasuredSection {...{ instrument, language }} />
      <SourcesSection {...{ instrument, language }} />
      <ChangesSection {...{ slug, version, language }} versions={entry?.versions ?? []} />
      <ChecksSection {...{ slug, version, language }} />
      {entry !== undefined && !isReadOnly ? (
        <CopySection {...{ slug, version, language, entry }} />
      ) : null}
    </>
  );
}
