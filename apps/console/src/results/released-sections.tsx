import type { GroupedResults, GroupingResults, ResultsReply } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { memo, useMemo } from "react";
import { useAddressPart } from "../address-part.ts";
import { Refused } from "../library/refused.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { GroupChoice } from "./group-choice.tsx";
import { useGroupedResults, useStudyFrame } from "./live-results.ts";
import { OpenAnswersSection } from "./open-answers-section.tsx";
import { type ByGroups, QuestionSection } from "./question-section.tsx";
import { RankingSection } from "./ranking-section.tsx";
import { saveFile } from "./save-file.ts";
import { ScalesSection } from "./scales-section.tsx";
import { type SharesSource, sharesCsv } from "./shares-csv.ts";

const words = {
  onPage: { de: "Auf dieser Seite", en: "On this page" },
  scales: { de: "Skalen", en: "Scales" },
  questions: { de: "Alle Fragen", en: "All questions" },
  openAnswers: { de: "Freie Antworten", en: "Open answers" },
  loading: { de: "Die Gruppen werden geladen …", en: "The groups are loading …" },
  save: { de: "Alle Verteilungen als CSV speichern", en: "Save all distributions as CSV" },
} as const;

/** Everything that was released: rankings, scales, every question, and apart from them the open answers. */
export function ReleasedSections({
  results,
  language,
}: {
  results: ResultsReply;
  language: Language;
}) {
  const { study, rankings, groupings, questions, scales, release } = results;
  const frame = useStudyFrame(study.slug);
  const of = { study: study.slug, wave: study.wave };
  const [by, setBy] = useAddressPart("by", (text) => text ?? "");
  const grouping = groupings.find(({ id }) => id === by);
  const grouped = useGroupedResults(of, { grouping: grouping?.id, release });
  const softwareVersion = frame?.softwareVersion ?? "";
  const { slug, isSimulated } = study;
  const source = useMemo(
    () => ({ study: slug, isSimulated, softwareVersion }),
    [slug, isSimulated, softwareVersion],
  );
  const byGroups = useMemo(() => byGroupsOf(grouping, grouped.data), [grouping, grouped.data]);
  return (
    <>
      <Contents results={results} language={language} />
      {rankings.map((table, index) => (
        <RankingSection
          key={table.question}
          {...{ table, language, study, frame }}
          number={index + 1}
        />
      ))}
      <div className="break-down">
        <GroupChoice {...{ groupings, language }} chosen={grouping} onChoose={setBy} />
        {grouping !== undefined && grouped.isPending ? (
          <Waiting label={words.loading[language]} language={language} />
        ) : null}
        {grouped.isError ? <Refused error={grouped.error} language={language} /> : null}
      </div>
      <ScalesSection
        scales={grouping === undefined ? scales : (grouped.data?.scales ?? [])}
        {...{ grouping, source, language }}
      />
      <Questions questions={questions} by={byGroups} {...{ source, language }} />
      <OpenAnswersSection {...of} language={language} />
      {results.notes.map((note) => (
        <p key={note.en} className="note">
          {note[language]}
        </p>
      ))}
    </>
  );
}

function byGroupsOf(
  grouping: GroupingResults | undefined,
  grouped: GroupedResults | undefined,
): ByGroups | undefined {
  if (grouping === undefined) return undefined;
  const items = grouped?.grouping === grouping.id ? grouped.items : [];
  return { grouping, tables: new Map(items.map((item) => [item.id, item])) };
}

function Contents({ results, language }: { results: ResultsReply; language: Language }) {
  const links = [
    ...results.rankings.map(({ question, questionText }) => ({
      href: `#ranking-${question}`,
      text: questionText[language],
    })),
    ...(results.scales.length > 0 ? [{ href: "#scales", text: words.scales[language] }] : []),
    { href: "#questions", text: words.questions[language] },
    { href: "#open-answers", text: words.openAnswers[language] },
  ];
  return (
    <nav className="no-print" aria-label={words.onPage[language]}>
      <ul className="links">
        {links.map(({ href, text }) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Every question with its answers. Drawn anew only when a release, the groups or the language change. */
export const Questions = memo(function Questions({
  questions,
  by,
  source,
  language,
}: {
  questions: ResultsReply["questions"];
  by: ByGroups | undefined;
  source: SharesSource;
  language: Language;
}) {
  const all = questions.flatMap(({ question, items }) =>
    items.flatMap((item) => {
      const table = by === undefined ? item.table : by.tables.get(item.id)?.table;
      return table === undefined ? [] : [{ question, item, table }];
    }),
  );
  const suffix = by === undefined ? "" : `-by-${by.grouping.id}`;
  const save = () => {
    const text = sharesCsv(all, { ...source, grouping: by?.grouping }, language);
    saveFile(`${source.study}-distributions${suffix}.csv`, "text/csv", text);
  };
  return (
    <section className="ranking" aria-labelledby="questions">
      <h2 id="questions">{words.questions[language]}</h2>
      <p className="no-print">
        <Button kind="quiet" onClick={save}>
          {words.save[language]}
        </Button>
      </p>
      {questions.map((question) => (
        <QuestionSection key={question.question} {...{ question, by, source, language }} />
      ))}
    </section>
  );
});
