import { type Block, csvText, type Language, textCell } from "@mehrwert/study";
import { coreqItems, coreqKey } from "./coreq-items.ts";
import type { CodingMaterial } from "./material.ts";
import { projectWarnings } from "./report-frame.ts";

/** What a report says of one item: computed, recorded by a person, or neither. */
export type CoreqLine = {
  number: number;
  name: string;
  asks: string;
  known: string | undefined;
  recorded: string | undefined;
};

/** Items 12 to 32 with what is known and what was recorded. */
export function coreqLines(
  material: CodingMaterial,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): CoreqLine[] {
  return coreqItems(material, softwareVersion).map(({ number, name, asks, known }) => ({
    ...{ number, name: name[language], asks: asks[language], known: known?.[language] },
    recorded: material.project.records.get(coreqKey(number))?.text,
  }));
}

/** The checklist as a document; what nobody recorded says so. */
export function coreqBlocks(
  material: CodingMaterial,
  lines: readonly CoreqLine[],
  language: Language,
): Block[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const open = lines.filter(({ known, recorded }) => known === undefined && recorded === undefined);
  return [
    {
      kind: "heading",
      level: 1,
      pieces: [
        {
          text: text(
            `COREQ, Punkte 12 bis 32: ${material.title}`,
            `COREQ, items 12 to 32: ${material.title}`,
          ),
        },
      ],
    },
    ...projectWarnings(material, language).map(
      (warning): Block => ({ kind: "paragraph", pieces: [{ text: warning }] }),
    ),
    {
      kind: "paragraph",
      pieces: [
        {
          text: text(
            `${lines.length - open.length} von ${lines.length} Punkten sind beantwortet. Was fehlt, hält „mehrwert code record“ fest. Die Punkte folgen Tong, Sainsbury und Craig (2007); die Fragen sind hier in eigenen Worten gestellt.`,
            `${lines.length - open.length} of ${lines.length} items are answered. “mehrwert code record” records what is missing. The items follow Tong, Sainsbury and Craig (2007); the questions are in our own words.`,
          ),
        },
      ],
    },
    {
      kind: "table",
      caption: "COREQ",
      columns: [text("Punkt", "Item"), text("Frage", "Question"), text("Antwort", "Answer")],
      rows: lines.map(({ number, name, asks, known, recorded }) => [
        { text: `${number} ${name}` },
        { text: asks },
        {
          text:
            [known, recorded].filter((each) => each !== undefined).join(" ") ||
            notRecorded(language),
        },
      ]),
    },
  ];
}

/** What stands where nobody recorded anything. */
export function notRecorded(language: Language): string {
  return { de: "nicht festgehalten", en: "not recorded" }[language];
}

/** The checklist as a flat table. */
export function coreqCsv(lines: readonly CoreqLine[], language: Language): string {
  return csvText([
    ["item", "name", "question", "known", "recorded"],
    ...lines.map(({ number, name, asks, known, recorded }) => [
      ...[String(number), name, asks, textCell(known ?? "")],
      textCell(recorded ?? (known === undefined ? notRecorded(language) : "")),
    ]),
  ]);
}
