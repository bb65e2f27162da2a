import type { DraftReply } from "@mehrwert/api";
import type { ImportReport } from "@mehrwert/import";
import type { Language } from "@mehrwert/study";
import { ConsoleLink } from "../../frame/console-link.tsx";
import { addressOf } from "../../place.ts";
import { ScrollingTable } from "../../results/scrolling-table.tsx";

const words = {
  title: { de: "Eingelesen als Entwurf", en: "Imported as the draft" },
  edit: { de: "Entwurf bearbeiten", en: "Edit the draft" },
  preview: { de: "Vorschau", en: "Preview" },
  complete: {
    de: "Zu ergänzen, bevor Sie veröffentlichen",
    en: "To complete before you publish",
  },
  where: { de: "Ort", en: "Place" },
  was: { de: "In der Datei", en: "In the file" },
  became: { de: "Jetzt", en: "Now" },
  advice: { de: "Rat", en: "Advice" },
  looks: {
    de: "Außerdem entfiel, was nur das Aussehen betraf:",
    en: "Also left out, as a matter of looks alone:",
  },
} as const;

const outcomes = [
  ["left-out", { de: "Nicht übernommen", en: "Left out" }],
  ["changed", { de: "Geändert", en: "Changed" }],
  ["carried-over", { de: "Übernommen", en: "Carried over" }],
] as const;

/** What became of everything in a file, what is missing most first, and the way to the draft. */
export function ImportReportView({
  draft,
  report,
  language,
}: {
  draft: DraftReply;
  report: ImportReport;
  language: Language;
}) {
  const { entries, toComplete, cosmetic, fileName } = report;
  return (
    <section className="report" aria-label={`${words.title[language]} ${draft.slug}`}>
      <h3>
        {words.title[language]} {draft.slug}
      </h3>
      <p>
        {fileName}:{" "}
        {outcomes
          .map(([outcome, label]) => `${label[language]}: ${count(entries, outcome)}`)
          .join(", ")}
      </p>
      <ul className="links">
        <li>
          <ConsoleLink href={addressOf.edit(draft.slug, language)}>
            {words.edit[language]}
          </ConsoleLink>
        </li>
        <li>
          <ConsoleLink href={addressOf.preview(draft.slug, "draft", language)}>
            {words.preview[language]}
          </ConsoleLink>
        </li>
      </ul>
      {toComplete.length > 0 ? <h4>{words.complete[language]}</h4> : null}
      <ul>
        {toComplete.map(({ path, what, advice }) => (
          <li key={`${path} ${what.en}`}>
            {what[language]} (<code>{path}</code>) {advice[language]}
          </li>
        ))}
      </ul>
      {outcomes.map(([outcome, label]) => (
        <Entries
          key={outcome}
          title={`${label[language]}: ${count(entries, outcome)}`}
          entries={entries.filter((entry) => entry.outcome === outcome)}
          {...{ outcome, language }}
        />
      ))}
      {cosmetic.length > 0 ? (
        <p className="note">
          {words.looks[language]}{" "}
          {cosmetic.map(({ name, count: times }) => `${name} (${times})`).join(", ")}
        </p>
      ) : null}
    </section>
  );
}

function count(entries: ImportReport["entries"], outcome: string): number {
  return entries.filter((entry) => entry.outcome === outcome).length;
}

function Entries({
  title,
  outcome,
  entries,
  language,
}: {
  title: string;
  outcome: string;
  entries: ImportReport["entries"];
  language: Language;
}) {
  if (entries.length === 0) return null;
  return (
    <details open={outcome !== "carried-over"}>
      <summary>{title}</summary>
      <ScrollingTable id={`import-${outcome}`} caption={title}>
        <thead>
          <tr>
            {(["where", "was", "became", "advice"] as const).map((column) => (
              <th key={column} scope="col">
                {words[column][language]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {entries.map(({ where, was, became, advice }, index) => (
            <tr key={index}>
              <th scope="row">{where}</th>
              <td>{was[language]}</td>
              <td>{became[language]}</td>
              <td>{advice?.[language] ?? ""}</td>
            </tr>
          ))}
        </tbody>
      </ScrollingTable>
    </details>
  );
}
