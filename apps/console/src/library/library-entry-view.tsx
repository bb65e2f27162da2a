import type { Language, LocalizedText } from "@mehrwert/study";
import { ConsoleLink } from "../frame/console-link.tsx";
import { addressOf } from "../place.ts";
import { factWords, languagesInWords, minutesInWords, originWords } from "./instrument-words.ts";
import type { LibraryEntry } from "./library-client.ts";

const words = {
  read: { de: "Ansehen", en: "Read" },
  preview: { de: "Vorschau", en: "Preview" },
  edit: { de: "Entwurf bearbeiten", en: "Edit the draft" },
  broken: {
    de: "Ein Entwurf, der noch kein Fragebogen ist.",
    en: "A draft that is no instrument yet.",
  },
} as const;

/** As many as one takes in at a glance; the instrument's page has them all. */
const shownConstructs = 6;

function measuredInBrief(constructs: readonly LocalizedText[], language: Language): string {
  const shown = constructs.slice(0, shownConstructs).map((label) => label[language]);
  const rest = constructs.length - shown.length;
  if (rest === 0) return shown.join(" · ");
  return [...shown, language === "de" ? `und ${rest} weitere` : `and ${rest} more`].join(" · ");
}

/** One instrument in the list: what it is, in brief, and the ways to it. */
export function LibraryEntryView({ entry, language }: { entry: LibraryEntry; language: Language }) {
  const { slug, about, versions, draft } = entry;
  const title = about?.title[language] ?? slug;
  const newest = versions.at(-1) ?? "draft";
  const ways = [
    ...(about === undefined
      ? []
      : [
          { href: addressOf.instrument(slug, newest, language), text: words.read[language] },
          { href: addressOf.preview(slug, newest, language), text: words.preview[language] },
        ]),
    ...(draft === undefined
      ? []
      : [{ href: addressOf.edit(slug, language), text: words.edit[language] }]),
  ];
  return (
    <li className="study">
      <h2>
        <span className="kicker">
          {slug} · {originWords[entry.origin][language]}
        </span>{" "}
        {title}
      </h2>
      {about === undefined ? (
        <p>{words.broken[language]}</p>
      ) : (
        <EntryFacts entry={entry} about={about} language={language} />
      )}
      <ul className="links">
        {ways.map(({ href, text }) => (
          <li key={href}>
            <ConsoleLink href={href}>
              {text}
              <span className="mw-visually-hidden">: {title}</span>
            </ConsoleLink>
          </li>
        ))}
      </ul>
    </li>
  );
}

function EntryFacts({
  entry: { versions, draft },
  about,
  language,
}: {
  entry: LibraryEntry;
  about: NonNullable<LibraryEntry["about"]>;
  language: Language;
}) {
  const told = draft === undefined ? versions : [...versions, factWords.draft[language]];
  const rows = [
    [factWords.forWhom, about.targetGroup[language]],
    [factWords.measures, measuredInBrief(about.constructs, language)],
  ] as const;
  const facts = [
    minutesInWords(about.durationMinutes, language),
    `${about.pages} ${factWords.pages[language]}`,
    `${about.items} ${factWords.items[language]}`,
    languagesInWords(about.languages, language),
    `${factWords.versions[language]}: ${told.join(", ")}`,
    about.licence,
  ];
  return (
    <>
      <p>{about.summary[language]}</p>
      <dl className="entry-rows">
        {rows.map(([label, text]) => (
          <div key={label.en}>
            <dt>{label[language]}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
      <p className="study-facts">{facts.join(" · ")}</p>
    </>
  );
}
