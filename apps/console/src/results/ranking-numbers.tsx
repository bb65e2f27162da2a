import { rankingCsv } from "@mehrwert/analysis";
import { Button } from "@mehrwert/ui";
import type { StudyFrame } from "./live-results.ts";
import { numberOfPeople } from "./number-of-people.ts";
import type { RankingProps } from "./ranking-props.ts";
import { RankingTableView } from "./ranking-table-view.tsx";
import { saveFile } from "./save-file.ts";

const words = {
  caption: {
    de: "Tabelle {n}a. Die Rangfolge in Zahlen",
    en: "Table {n}a. The ranking in numbers",
  },
  simulated: { de: "simulierte Daten", en: "simulated data" },
  save: { de: "Tabelle als CSV speichern", en: "Save table as CSV" },
} as const;

/** The ranking in numbers, with what must be known to read them, and as a file. */
export function RankingNumbers({ table, number, study, frame, language }: RankingProps) {
  const people = numberOfPeople("answered", table, study.minimumGroupSize, language);
  const simulated = study.isSimulated ? `; ${words.simulated[language]}` : "";
  const save = ({ study: { slug, isSimulated, wave, ...rest }, softwareVersion }: StudyFrame) => {
    const instrument = { slug: rest.instrumentSlug, version: rest.instrumentVersion };
    const manifest = { study: { slug, isSimulated, wave }, instrument };
    const text = rankingCsv({ manifest, table, softwareVersion });
    saveFile(`${slug}-${table.question}.csv`, "text/csv", text);
  };
  return (
    <>
      <RankingTableView
        {...{ table, language }}
        explanations={frame?.explanations}
        caption={`${words.caption[language].replace("{n}", String(number))}; ${people}${simulated}`}
      />
      {table.notes.map((note) => (
        <p key={note.en} className="note">
          {note[language]}
        </p>
      ))}
      {frame === undefined ? null : (
        <p className="no-print">
          <Button kind="quiet" onClick={() => save(frame)}>
            {words.save[language]}
          </Button>
        </p>
      )}
    </>
  );
}
