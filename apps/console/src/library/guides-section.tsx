import type { LibraryReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { useId } from "react";
import { addressOf } from "../place.ts";
import { factWords, languagesInWords, minutesInWords } from "./instrument-words.ts";

type Guide = LibraryReply["interviewGuides"][number];

const words = {
  title: { de: "Gesprächsleitfäden", en: "Interview guides" },
  lead: {
    de: "Für Gespräche statt Fragebögen: zum Lesen und Drucken, mit Platz für Notizen und einer Liste der Codes.",
    en: "For conversations instead of questionnaires: to read and print, with room for notes and a checklist of codes.",
  },
  read: { de: "Ansehen und drucken", en: "Read and print" },
  save: { de: "Als Markdown sichern", en: "Save as Markdown" },
} as const;

/** The interview guides that came with Mehrwert, each with its printable document. */
export function GuidesSection({
  guides,
  language,
}: {
  guides: readonly Guide[];
  language: Language;
}) {
  const id = useId();
  return (
    <section className="ranking" aria-labelledby={id}>
      <h2 id={id}>{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <ul className="studies">
        {guides.map((guide) => (
          <GuideView key={`${guide.slug} ${guide.version}`} guide={guide} language={language} />
        ))}
      </ul>
    </section>
  );
}

function GuideView({ guide, language }: { guide: Guide; language: Language }) {
  const { slug, version, title, summary, targetGroup, durationMinutes, languages } = guide;
  const facts = [
    minutesInWords(durationMinutes, language),
    languagesInWords(languages, language),
    `${factWords.versions[language]}: ${version}`,
    guide.licence,
  ];
  const ways = [
    { href: addressOf.guide(slug, version, "html", language), text: words.read[language] },
    { href: addressOf.guide(slug, version, "md", language), text: words.save[language] },
  ];
  return (
    <li className="study">
      <h3>
        <span className="kicker">{slug}</span> {title[language]}
      </h3>
      <p>{summary[language]}</p>
      <dl className="entry-rows">
        <div>
          <dt>{factWords.forWhom[language]}</dt>
          <dd>{targetGroup[language]}</dd>
        </div>
      </dl>
      <p className="study-facts">{facts.join(" · ")}</p>
      <ul className="links">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>
              {text}
              <span className="mw-visually-hidden">: {title[language]}</span>
            </a>
          </li>
        ))}
      </ul>
    </li>
  );
}
