import { numberWriter } from "@mehrwert/analysis";
import type { Language, PreFieldChecks } from "@mehrwert/study";
import { ScrollingTable } from "../../results/scrolling-table.tsx";
import { languagesInWords, minutesInWords } from "../instrument-words.ts";

const words = {
  duration: { de: "Geschätzte Dauer in Minuten", en: "Estimated duration in minutes" },
  form: { de: "Form", en: "Form" },
  language: { de: "Sprache", en: "Language" },
  only: { de: "einzige", en: "the only one" },
  shortest: { de: "Kürzeste", en: "Shortest" },
  typical: { de: "Typisch", en: "Typical" },
  longest: { de: "Längste", en: "Longest" },
  pages: { de: "Seiten", en: "Pages" },
  announced: { de: "Angekündigt:", en: "Announced:" },
  demographics: {
    de: "Wie viele Gruppen die Fragen zur Person ergeben",
    en: "How many groups the questions about the person lead to",
  },
  none: {
    de: "Der Fragebogen fragt nichts zur Person, was sich zu Gruppen verbindet.",
    en: "The instrument asks nothing about the person that adds up to groups.",
  },
} as const;

/** Estimated minutes of every form, in both languages. */
export function DurationsView({
  checks,
  language,
}: {
  checks: PreFieldChecks;
  language: Language;
}) {
  const { minutes } = writers(language);
  const rows = (["de", "en"] as const).flatMap((asked) =>
    checks.durations[asked].map((duration) => ({ asked, ...duration })),
  );
  return (
    <>
      <h3>{words.duration[language]}</h3>
      <p>
        {words.announced[language]} {minutesInWords(checks.announcedMinutes, language)}
      </p>
      <ScrollingTable id="durations" caption={words.duration[language]}>
        <thead>
          <tr>
            {(["form", "language"] as const).map((column) => (
              <th key={column} scope="col">
                {words[column][language]}
              </th>
            ))}
            {(["shortest", "typical", "longest", "pages"] as const).map((column) => (
              <th key={column} scope="col" className="number">
                {words[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ asked, form, shortest, typical, longest, pages }) => (
            <tr key={`${asked} ${form?.en}`}>
              <th scope="row">{form?.[language] ?? words.only[language]}</th>
              <td>{languagesInWords([asked], language)}</td>
              <td className="number">{minutes(shortest)}</td>
              <td className="number">{minutes(typical)}</td>
              <td className="number">{minutes(longest)}</td>
              <td className="number">
                {pages.from === pages.to ? pages.from : `${pages.from}–${pages.to}`}
              </td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </>
  );
}

function writers(language: Language) {
  const { count } = numberWriter(language);
  const one = new Intl.NumberFormat(language, {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  });
  return { count, minutes: (value: number) => one.format(value) };
}

/** How many combinations the details about a person have, how small the groups get, and what would help. */
export function DemographicsView({
  demographics,
  language,
}: {
  demographics: PreFieldChecks["demographics"];
  language: Language;
}) {
  const { count } = writers(language);
  if (demographics === undefined)
    return (
      <>
        <h3>{words.demographics[language]}</h3>
        <p>{words.none[language]}</p>
      </>
    );
  const { questions, combinations, expected, withoutLargest } = demographics;
  const titleOf = (name: string) =>
    questions.find((question) => question.name === name)?.title[language] ?? name;
  return (
    <>
      <h3>{words.demographics[language]}</h3>
      <ul>
        {questions.map(({ name, title, options }) => (
          <li key={name}>
            {title[language]} ({language === "de" ? `${options} Angaben` : `${options} options`})
          </li>
        ))}
      </ul>
      <p>
        {language === "de"
          ? `Zusammen ergibt das ${count(combinations)} Gruppen.`
          : `Together this makes ${count(combinations)} groups.`}{" "}
        {expected === undefined
          ? null
          : language === "de"
            ? `Bei ${count(expected.respondents)} Antworten haben etwa ${count(Math.round(expected.smallGroups))} davon nur eine bis vier Personen; rund ${count(Math.round(expected.people))} Menschen wären dann erkennbar.`
            : `With ${count(expected.respondents)} responses about ${count(Math.round(expected.smallGroups))} of them have only one to four people; some ${count(Math.round(expected.people))} people could then be recognised.`}
      </p>
      {withoutLargest === undefined ? null : (
        <p>
          {language === "de"
            ? `Ohne „${titleOf(withoutLargest.question)}“ sind es ${count(withoutLargest.combinations)} Gruppen; mit nur zwei Angaben dort ${count(withoutLargest.coarsened)}.`
            : `Without “${titleOf(withoutLargest.question)}” there are ${count(withoutLargest.combinations)} groups; with only two options there, ${count(withoutLargest.coarsened)}.`}
        </p>
      )}
    </>
  );
}
