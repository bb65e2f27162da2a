import { answerSharesFigure, stackedSharesFigure } from "@mehrwert/analysis";
import type { GroupingResults, QuestionResults, SharesTable } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMemo } from "react";
import { FigureView } from "./figure-view.tsx";
import { ItemByGroups } from "./item-by-groups.tsx";
import { questionShares } from "./released-data.ts";
import { saveFile } from "./save-file.ts";
import { type SharesSource, sharesCsv } from "./shares-csv.ts";
import { SharesTableView } from "./shares-table.tsx";
import { WhenNear } from "./when-near.tsx";

const words = {
  figure: { de: "Anteile der Antworten", en: "Shares of the answers" },
  chosen: { de: "Gewählt, mehrere möglich", en: "Chosen, several possible" },
  numbers: { de: "Als Zahlen", en: "As numbers" },
  save: { de: "Zahlen als CSV speichern", en: "Save numbers as CSV" },
} as const;

/** What every part of the results needs to know of its study. */
export type SectionFrame = { source: SharesSource; language: Language };

/** Groups by which the reader looks at the items, and what was released of each. */
export type ByGroups = {
  grouping: GroupingResults;
  tables: ReadonlyMap<
    string,
    { table?: SharesTable; notes: QuestionResults["items"][number]["notes"] }
  >;
};

/** One question: how often each answer was given, by everybody or by groups; figure, numbers, files. */
export function QuestionSection({
  question,
  by,
  ...frame
}: SectionFrame & { question: QuestionResults; by: ByGroups | undefined }) {
  const { language } = frame;
  const heading = `question-${question.question}`;
  return (
    <section className="question" aria-labelledby={heading}>
      <h3 id={heading}>{question.text[language]}</h3>
      <WhenNear heightRem={6 + 3 * question.items.length}>
        {by === undefined ? (
          <OfEverybody question={question} {...frame} />
        ) : (
          question.items.map((item) => (
            <ItemByGroups
              key={item.id}
              {...{ item, question: question.question, grouping: by.grouping }}
              result={by.tables.get(item.id)}
              {...frame}
            />
          ))
        )}
      </WhenNear>
    </section>
  );
}

function OfEverybody({ question, source, language }: SectionFrame & { question: QuestionResults }) {
  const data = useMemo(() => questionShares(question, language), [question, language]);
  const shown = question.items.flatMap((item) =>
    item.table ? [{ question: question.question, item, table: item.table }] : [],
  );
  const first = shown[0]?.item;
  const isOne = first?.type === "selected" || shown.length === 1;
  const notes = notesOf(question);
  const fileName = `${source.study}-${question.question}`;
  return (
    <>
      {data === undefined || first === undefined ? null : (
        <>
          <FigureView
            data={data}
            draw={isOne && first.type !== "rating" ? answerSharesFigure : stackedSharesFigure}
            caption={words[first.type === "selected" ? "chosen" : "figure"][language]}
            fileName={`${fileName}-${language}`}
            isSimulated={source.isSimulated}
            language={language}
          />
          <details>
            <summary>{words.numbers[language]}</summary>
            <SharesTableView
              id={`numbers-${question.question}`}
              caption={question.text[language]}
              lines={shown.flatMap(({ item, table }) => {
                const [column] = table.columns;
                if (column === undefined) return [];
                return [{ key: item.id, label: item.label, column, rows: table.rows }];
              })}
              {...{ item: first, language }}
            />
            <p className="no-print">
              <Button
                kind="quiet"
                onClick={() =>
                  saveFile(`${fileName}.csv`, "text/csv", sharesCsv(shown, source, language))
                }
              >
                {words.save[language]}
              </Button>
            </p>
          </details>
        </>
      )}
      {notes.map((note) => (
        <p key={note.en} className="note">
          {note[language]}
        </p>
      ))}
    </>
  );
}

/** Each note once, however many items it is about. */
function notesOf({ items }: QuestionResults) {
  const all = items.flatMap(({ notes, table }) => [...notes, ...(table?.notes ?? [])]);
  return [...new Map(all.map((note) => [note.en, note])).values()];
}
