import type { Language } from "@mehrwert/study";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAddressPart } from "../address-part.ts";
import { useLanguage } from "../frame/language.ts";
import { addressOf } from "../place.ts";
import { useInstrument } from "./library-client.ts";
import { PreviewChoices } from "./preview-choices.tsx";
import { PreviewFrame, type PreviewWidth } from "./preview-frame.tsx";
import { Refused } from "./refused.tsx";
import { WayBack } from "./way-back.tsx";

const words = {
  kicker: { de: "Vorschau", en: "Preview" },
  library: { de: "Zur Bibliothek", en: "To the library" },
  instrument: { de: "Zum Fragebogen", en: "To the instrument" },
  ways: { de: "Wege", en: "Ways" },
  lead: {
    de: "So sehen es Teilnehmende. Nichts wird gespeichert oder gesendet. Im Rahmen können Sie zu jeder Seite gehen und fragen, warum etwas gezeigt wird.",
    en: "This is what participants see. Nothing is stored or sent. Inside the frame you can go to any page and ask why something is shown.",
  },
  alone: { de: "Vorschau allein öffnen", en: "Open the preview alone" },
} as const;

/** The participant's app around one version, in the language and width chosen; both are in the address. */
export function PreviewPage(): ReactNode {
  const { slug, version } = useParams({ from: "/library/$slug/$version/preview" });
  const language = useLanguage();
  const [shown, setShown] = useAddressPart<Language>("shown", (text) =>
    text === "de" || text === "en" ? text : language,
  );
  const [width, setWidth] = useAddressPart<PreviewWidth>("width", (text) =>
    text === "phone" || (text === null && window.innerWidth < 800) ? "phone" : "desktop",
  );
  const instrument = useInstrument(slug, version, language);
  const title = instrument.data?.title[language] ?? slug;
  return (
    <>
      <title>{`${words.kicker[language]}: ${title} – Mehrwert`}</title>
      <WayBack
        label={words.ways[language]}
        links={[
          { href: addressOf.library(language), text: words.library[language] },
          {
            href: addressOf.instrument(slug, version, language),
            text: words.instrument[language],
          },
        ]}
      />
      <h1>
        <span className="kicker">
          {words.kicker[language]} {slug} {version}
        </span>{" "}
        {title}
      </h1>
      {instrument.isError ? (
        <div role="status">
          <Refused error={instrument.error} language={language} />
        </div>
      ) : (
        <>
          <p>{words.lead[language]}</p>
          <PreviewChoices {...{ shown, width, language }} onShown={setShown} onWidth={setWidth} />
          <p>
            <a href={addressOf.previewAlone(slug, version, shown)}>{words.alone[language]}</a>
          </p>
          <PreviewFrame {...{ slug, version, shown, width, language }} />
        </>
      )}
    </>
  );
}
