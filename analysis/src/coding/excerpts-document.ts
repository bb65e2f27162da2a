import { type Block, codeSubtree, type Language, type Piece } from "@mehrwert/study";
import type { CodingLine } from "./coding-lines.ts";
import { codeWithPolarity, lineRange } from "./codings-document.ts";
import type { CodingMaterial } from "./material.ts";
import { projectWarnings } from "./report-frame.ts";

/** Excerpts per code as a document: every code with its definition and its passages, with where they stand. */
export function excerptBlocks(
  material: CodingMaterial,
  lines: readonly CodingLine[],
  { language, isCleared }: { language: Language; isCleared: boolean },
): Block[] {
  const text = (de: string, en: string) => ({ de, en })[language];
  const { codebook } = material.project;
  const used = codeSubtree(codebook).filter(({ id }) => lines.some(({ code }) => code === id));
  return [
    heading(1, text(`Stellen je Code: ${material.title}`, `Passages by code: ${material.title}`)),
    ...projectWarnings(material, language).map(paragraph),
    paragraph(
      isCleared
        ? text(
            "Nur aus Gesprächen, die zum Zitieren freigegeben sind.",
            "Only from interviews that are cleared for quoting.",
          )
        : text(
            "Alle Stellen, für die eigene Arbeit. Zitieren Sie nur, was dafür freigegeben ist (--cleared).",
            "All passages, for your own work. Quote only what is cleared for it (--cleared).",
          ),
    ),
    ...used.flatMap((code) => {
      const own = passagesOf(lines.filter((line) => line.code === code.id));
      const { definition } = code;
      return [
        heading(2, `${code.id} ${code.label[language]} (${own.length})`),
        ...(definition === undefined ? [] : [paragraph(definition[language])]),
        ...own.map(
          ({ line, coders }): Block => ({
            kind: "quotation",
            pieces: [{ text: line.text }],
            source: sourceOf(line, coders, language),
          }),
        ),
      ];
    }),
  ];
}

/** A passage that several people coded alike stands once, with all of them. */
function passagesOf(lines: readonly CodingLine[]): { line: CodingLine; coders: string[] }[] {
  const passages = new Map<string, { line: CodingLine; coders: string[] }>();
  for (const line of lines) {
    const key = [line.document, line.start, line.end, line.polarity].join(" ");
    const passage = passages.get(key) ?? { line, coders: [] };
    passage.coders.push(line.coder);
    passages.set(key, passage);
  }
  return [...passages.values()];
}

function sourceOf(line: CodingLine, coders: readonly string[], language: Language): string {
  const { document, speaker, memos } = line;
  const place = { de: `Zeile ${lineRange(line)}`, en: `line ${lineRange(line)}` }[language];
  const notes = memos.map((memo) => `Memo: ${memo}`);
  const who = speaker === undefined || speaker === document ? document : `${document} (${speaker})`;
  return [who, place, codeWithPolarity(line), coders.join(", "), ...notes].join(" · ");
}

function heading(level: 1 | 2, text: string): Block {
  return { kind: "heading", level, pieces: [{ text }] };
}

function paragraph(text: string): Block {
  const pieces: Piece[] = [{ text }];
  return { kind: "paragraph", pieces };
}
