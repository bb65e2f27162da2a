import {
  type Block,
  type CodingEvent,
  codebookState,
  effectiveEvents,
  type Language,
  orderedEvents,
} from "@mehrwert/study";
import { shortId } from "./coding-lines.ts";
import { brokenRules } from "./coding-rules.ts";
import { eventInWords, subject } from "./event-words.ts";
import type { CodingMaterial } from "./material.ts";
import { projectWarnings } from "./report-frame.ts";

/** The coding protocol: material, coders, codebook and its history, memos, rules broken, and what was done when. */
export function protocolBlocks(
  material: CodingMaterial,
  events: readonly CodingEvent[],
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): Block[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { project } = material;
  return [
    heading(1, text(`Kodierprotokoll: ${material.title}`, `Coding protocol: ${material.title}`)),
    ...projectWarnings(material, language).map(paragraph),
    paragraph(
      text(
        `Codebuch ${project.codebook.slug} ${codebookState(project)}; ${project.assignments.length} Kodierungen; Mehrwert ${softwareVersion}. Positionen zählen Unicode-Codepoints ab 0, das Ende ist nicht eingeschlossen.`,
        `Codebook ${project.codebook.slug} ${codebookState(project)}; ${project.assignments.length} codings; Mehrwert ${softwareVersion}. Positions count Unicode code points from 0, the end is not included.`,
      ),
    ),
    heading(2, text("Material", "Material")),
    documentsBlock(material, language),
    heading(2, text("Kodierende", "Coders")),
    codersBlock(material, language),
    ...versionBlocks(material, language),
    ...memoBlocks(material, language),
    heading(2, text("Abweichungen von den Regeln", "Deviations from the rules")),
    ...ruleBlocks(material, language),
    heading(2, text("Verlauf", "History")),
    historyBlock(events, language),
  ];
}

function documentsBlock({ project }: CodingMaterial, language: Language): Block {
  const text = (de: string, en: string) => ({ de, en })[language];
  return {
    kind: "table",
    caption: text("Transkripte", "Transcripts"),
    columns: [
      ...[
        text("Transkript", "Transcript"),
        text("Fassung", "Version"),
        text("Zeichen", "Characters"),
      ],
      ...[text("Format", "Format"), text("Prüfsumme (SHA-256)", "Checksum (SHA-256)")],
    ],
    rows: project.documents.flatMap(({ id, versions }) =>
      versions.map(({ version, length, source, hash }) => [
        ...[id, String(version), String(length)].map((cell) => ({ text: cell })),
        ...[{ text: `${source.format}, ${source.encoding}` }, { text: hash, isCode: true }],
      ]),
    ),
  };
}

function codersBlock({ project }: CodingMaterial, language: Language): Block {
  const text = (de: string, en: string) => ({ de, en })[language];
  const coders = [...new Set(project.assignments.map(({ coder }) => coder))].sort();
  const { documents } = project;
  const count = (coder: string, document?: string) =>
    project.assignments.filter(
      (each) =>
        each.coder === coder && (document === undefined || each.excerpt.document === document),
    ).length;
  return {
    kind: "table",
    caption: text("Kodierungen je Person", "Codings per person"),
    columns: [text("Person", "Person"), ...documents.map(({ id }) => id), text("Summe", "Sum")],
    rows: coders.map((coder) =>
      [coder, ...documents.map(({ id }) => String(count(coder, id))), String(count(coder))].map(
        (cell) => ({
          text: cell,
        }),
      ),
    ),
  };
}

function versionBlocks({ project }: CodingMaterial, language: Language): Block[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebookVersions, changesSince } = project;
  if (codebookVersions.length === 0 && changesSince.length === 0) return [];
  const since =
    changesSince.length === 0
      ? []
      : [
          text(
            `${changesSince.length} Änderungen seither.`,
            `${changesSince.length} changes since.`,
          ),
        ];
  return [
    heading(2, text("Fassungen des Codebuchs", "Versions of the codebook")),
    {
      kind: "list",
      items: [
        ...codebookVersions.map(({ version, at, person, note, changes }) => {
          const codes = changes
            .map(({ kind, codes: named }) => `${named.join(", ")} (${kind})`)
            .join("; ");
          return `${version}, ${at.slice(0, 10)}, ${person}: ${codes}${note === undefined ? "" : `. ${note}`}`;
        }),
        ...since,
      ].map((line) => [{ text: line }]),
    },
  ];
}

function memoBlocks({ project }: CodingMaterial, language: Language): Block[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  if (project.memos.length === 0) return [];
  return [
    heading(2, text("Memos", "Memos")),
    {
      kind: "table",
      caption: text("Memos", "Memos"),
      columns: [text("Zu", "On"), text("Von", "By"), text("Am", "On the"), text("Text", "Text")],
      rows: project.memos.map(({ about, person, at, text: words }) =>
        [subject(about)[language], person, at.slice(0, 10), words].map((cell) => ({ text: cell })),
      ),
    },
  ];
}

function ruleBlocks(material: CodingMaterial, language: Language): Block[] {
  const broken = brokenRules(material);
  if (broken.length === 0) {
    return [paragraph({ de: "Keine.", en: "None." }[language])];
  }
  return [{ kind: "list", items: broken.map(({ message }) => [{ text: message[language] }]) }];
}

function historyBlock(events: readonly CodingEvent[], language: Language): Block {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { undone } = effectiveEvents(events);
  return {
    kind: "table",
    caption: text("Ereignisse", "Events"),
    columns: [text("Zeit (UTC)", "Time (UTC)"), text("Person", "Person"), text("Was", "What")],
    rows: runsTold(orderedEvents(events), language).map(({ event, words }) => [
      { text: `${event.at.slice(0, 10)} ${event.at.slice(11, 19)}` },
      { text: event.person },
      {
        text: `${undone.has(event.id) ? text("(zurückgenommen) ", "(taken back) ") : ""}${words}`,
      },
    ]),
  };
}

/** A run of suggestions is one line: it has hundreds, and none of them is a coding. `code log` has them all. */
function runsTold(
  events: readonly CodingEvent[],
  language: Language,
): { event: CodingEvent; words: string }[] {
  const told = new Set<string>();
  return events.flatMap((event) => {
    const { change, run } = event;
    if (change.kind !== "suggestion-added" || run === undefined) {
      return [{ event, words: eventInWords(event, language) }];
    }
    if (told.has(run.id)) return [];
    told.add(run.id);
    const name = shortId(run.id);
    const words = {
      de: `${run.size} Vorschläge gemacht (Lauf ${name}); keiner ist eine Kodierung`,
      en: `${run.size} suggestions made (run ${name}); none of them is a coding`,
    };
    return [{ event, words: words[language] }];
  });
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: "heading", level, pieces: [{ text }] };
}

function paragraph(text: string): Block {
  return { kind: "paragraph", pieces: [{ text }] };
}
