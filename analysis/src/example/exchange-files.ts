import { strToU8, type Zippable, zipSync } from "fflate";

/** A GUID that says its number. */
export function guidOf(number: number): string {
  return `00000000-0000-4000-8000-${number.toString(16).padStart(12, "0")}`;
}

/** A passage of an exchange file, as a program would write it. */
export type WrittenSelection = {
  start: number | string;
  end: number | string;
  name?: string;
  /** Number of the code's GUID; 1 unless said otherwise. */
  code?: number;
  /** More inside the selection. */
  more?: string;
};

const projectStart = (origin: string) =>
  `<?xml version="1.0" encoding="utf-8"?>\n<Project xmlns="urn:QDA-XML:project:1.0" name="Study" origin="${origin}">` +
  `<Users><User guid="${guidOf(900)}" name="Anna Müller"/></Users>` +
  `<CodeBook><Codes><Code guid="${guidOf(1)}" name="Zeit" isCodable="true"/></Codes></CodeBook>`;

/** Selections as XML, each with one coding of Anna Müller. */
export function selectionsXml(selections: readonly WrittenSelection[]): string {
  return selections
    .map(({ start, end, name, code = 1, more = "" }, at) => {
      const named = name === undefined ? "" : ` name="${name}"`;
      return (
        `<PlainTextSelection guid="${guidOf(100 + at)}" startPosition="${start}" endPosition="${end}"${named}>` +
        `<Coding guid="${guidOf(500 + at)}" creatingUser="${guidOf(900)}" creationDateTime="2026-05-04T08:30:00Z">` +
        `<CodeRef targetGUID="${guidOf(code)}"/></Coding>${more}</PlainTextSelection>`
      );
    })
    .join("");
}

/** `project.qde` with one code “Zeit” and the sources that are given as XML. */
export function projectOf(sources: string, { origin = "", after = "" } = {}): string {
  const list = sources === "" ? "" : `<Sources>${sources}</Sources>`;
  return `${projectStart(origin)}${list}${after}</Project>`;
}

/** A source whose text lies in `sources/E1.txt`. */
export function fileSource(
  selections: readonly WrittenSelection[],
  path = "internal://E1.txt",
): string {
  return `<TextSource guid="${guidOf(50)}" name="E1" plainTextPath="${path}">${selectionsXml(selections)}</TextSource>`;
}

/** A source whose text stands in the XML; `content` as it is written there. */
export function inlineSource(content: string, selections: readonly WrittenSelection[]): string {
  return (
    `<TextSource guid="${guidOf(50)}" name="E1"><PlainTextContent>${content}</PlainTextContent>` +
    `${selectionsXml(selections)}</TextSource>`
  );
}

/** A ZIP archive of texts and bytes by name. */
export function archiveOf(
  files: { [name: string]: string | Uint8Array },
  level: 0 | 6 | 9 = 6,
): Uint8Array {
  const packed: Zippable = {};
  for (const [name, content] of Object.entries(files)) {
    packed[name] = typeof content === "string" ? strToU8(content) : content;
  }
  return zipSync(packed, { level });
}

/** A .qdpx with one text in a file. */
export function archiveWithText(
  text: string | Uint8Array,
  selections: readonly WrittenSelection[],
  origin = "",
): Uint8Array {
  return archiveOf({
    "project.qde": projectOf(fileSource(selections), { origin }),
    "sources/E1.txt": text,
  });
}

/** The same, the text in the XML. */
export function archiveWithInlineText(
  content: string,
  selections: readonly WrittenSelection[],
  origin = "",
): Uint8Array {
  return archiveOf({ "project.qde": projectOf(inlineSource(content, selections), { origin }) });
}

/** How a program may count: code points or UTF-16 units, with or without the CR of a line break. */
export type Counting = { unit: "code-points" | "utf-16"; returns: boolean };

/** Where words stand in a text by some way of counting; `text` has CR LF. */
export function placesOf(
  text: string,
  words: readonly string[],
  { unit, returns }: Counting,
): WrittenSelection[] {
  const counted = returns ? text : text.replaceAll("\r\n", "\n");
  const length = (part: string) => (unit === "utf-16" ? part.length : [...part].length);
  return words.map((word) => {
    const wanted = returns ? word : word.replaceAll("\r\n", "\n");
    const at = counted.indexOf(wanted);
    if (at < 0) throw new RangeError(`placesOf: no ${word}`);
    const start = length(counted.slice(0, at));
    return { start, end: start + length(wanted) };
  });
}
