import { type CodingEvent, csvText, effectiveEvents, orderedEvents } from "@mehrwert/study";
import type { Report } from "../report/report.ts";
import { shortId } from "./coding-lines.ts";
import { eventInWords } from "./event-words.ts";
import type { CodingMaterial } from "./material.ts";
import { type CodingReportSettings, codingReport } from "./report-frame.ts";

/** Everything that was done, oldest first: the audit trail of a project. */
export function logReport(
  material: CodingMaterial,
  events: readonly CodingEvent[],
  settings: CodingReportSettings,
): Report {
  const { language } = settings;
  const text = (de: string, en: string) => ({ de, en })[language];
  const { undone } = effectiveEvents(events);
  const ordered = orderedEvents(events);
  return codingReport(material, settings, {
    title: text(`Verlauf: ${material.title}`, `History: ${material.title}`),
    sections: [
      {
        heading: text("Was getan wurde", "What was done"),
        sentences: [
          text(
            `${ordered.length} Ereignisse, davon ${undone.size} zurückgenommen. „mehrwert code undo … NUMMER“ nimmt eines oder einen Lauf zurück.`,
            `${ordered.length} events, ${undone.size} of them taken back. “mehrwert code undo … ID” takes one back, or a run.`,
          ),
        ],
        tables: [
          {
            caption: text("Ereignisse", "Events"),
            columns: [
              { label: text("Nummer", "Id"), align: "left" },
              { label: text("Zeit (UTC)", "Time (UTC)"), align: "left" },
              { label: text("Person", "Person"), align: "left" },
              { label: text("Lauf", "Run"), align: "left", isDetail: true },
              { label: text("Was", "What"), align: "left" },
            ],
            lines: ordered.map((event) => [
              shortId(event.id),
              `${event.at.slice(0, 10)} ${event.at.slice(11, 19)}`,
              event.person,
              event.run === undefined ? "" : shortId(event.run.id),
              `${undone.has(event.id) ? text("(zurückgenommen) ", "(taken back) ") : ""}${eventInWords(event, language)}`,
            ]),
          },
        ],
        figures: [],
      },
    ],
  });
}

/** The same as a table for programs. */
export function logCsv(events: readonly CodingEvent[]): string {
  const { undone } = effectiveEvents(events);
  const rows = orderedEvents(events).map((event) => [
    ...[String(event.sequence), event.id, event.at, event.person, event.run?.id ?? ""],
    ...[event.change.kind, undone.has(event.id) ? "1" : "0", eventInWords(event, "en")],
  ]);
  return csvText([["sequence", "id", "at", "person", "run", "kind", "undone", "what"], ...rows]);
}
