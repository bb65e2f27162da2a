import { formatNumber } from "@mehrwert/analysis";
import type { FrozenDatasetReply } from "@mehrwert/api";
import type { Language, Study } from "@mehrwert/study";
import { addressOf } from "../../place.ts";
import { ScrollingTable } from "../../results/scrolling-table.tsx";

const words = {
  title: { de: "Datensätze", en: "Datasets" },
  lead: {
    de: "Ein Datensatz enthält die Antworten einer Welle, wie sie gegeben wurden, mit Codebuch und Prüfsummen.",
    en: "A dataset holds the answers of a wave as they were given, with data dictionary and checksums.",
  },
  live: {
    de: "Datensatz von Welle {0} herunterladen (ZIP)",
    en: "Download the dataset of wave {0} (ZIP)",
  },
  caption: { de: "Eingefrorene Datensätze", en: "Frozen datasets" },
  wave: { de: "Welle", en: "Wave" },
  day: { de: "Eingefroren am", en: "Frozen on" },
  responses: { de: "Antworten", en: "Responses" },
  hash: { de: "SHA-256 der Datei", en: "SHA-256 of the file" },
  file: { de: "Datei", en: "File" },
  download: { de: "Herunterladen", en: "Download" },
  kept: { de: "aufbewahrt", en: "kept" },
  gone: {
    de: "gelöscht, weil Antworten darin gelöscht wurden",
    en: "deleted, because answers in it were",
  },
} as const;

/** What stays of the answers: the datasets as they are, and those that were frozen, with their hashes. */
export function FrozenSection({
  study,
  frozen,
  mayFetch,
  language,
}: {
  study: Study;
  /** Whether this person may take answers away. */
  mayFetch: boolean;
  frozen: readonly FrozenDatasetReply[];
  language: Language;
}) {
  const day = new Intl.DateTimeFormat(language === "de" ? "de-DE" : "en-GB", {
    dateStyle: "long",
    timeZone: "UTC",
  });
  return (
    <section className="life-section" aria-labelledby="datasets-title">
      <h2 id="datasets-title">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      {mayFetch && study.status !== "planned" ? (
        <ul className="links">
          {Array.from({ length: study.wave }, (_, before) => before + 1).map((wave) => (
            <li key={wave}>
              <a href={addressOf.dataset(study.slug, wave)} download>
                {words.live[language].replace("{0}", String(wave))}
              </a>
            </li>
          ))}
        </ul>
      ) : null}
      {frozen.length === 0 ? null : (
        <ScrollingTable id="frozen-caption" caption={words.caption[language]}>
          <thead>
            <tr>
              <th scope="col">{words.wave[language]}</th>
              <th scope="col">{words.day[language]}</th>
              <th scope="col" className="number">
                {words.responses[language]}
              </th>
              <th scope="col">{words.hash[language]}</th>
              <th scope="col">{words.file[language]}</th>
            </tr>
          </thead>
          <tbody>
            {frozen.map((each) => (
              <tr key={each.sha256}>
                <td>{each.wave}</td>
                <td>{day.format(new Date(each.day))}</td>
                <td className="number">{formatNumber(each.responses, language)}</td>
                <td>
                  <code className="hash">{each.sha256}</code>
                </td>
                <td>
                  {each.isKept && !mayFetch ? words.kept[language] : null}
                  {each.isKept && mayFetch ? (
                    <a href={addressOf.frozenDataset(study.slug, each.wave)} download>
                      {words.download[language]}
                    </a>
                  ) : null}
                  {each.isKept ? null : words.gone[language]}
                </td>
              </tr>
            ))}
          </tbody>
        </ScrollingTable>
      )}
    </section>
  );
}
