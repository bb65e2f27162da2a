import type { DeviationLog } from "../deviation.ts";
import type { ExchangeCoding, ExchangeSelection } from "../exchange-project.ts";
import type { WrittenPassage } from "./decide-reading.ts";
import type { PositionMap, PositionReading } from "./position-reading.ts";
import { danglingReference, madeBy, notKept, type Reader, references } from "./reader.ts";
import type { SourceContext } from "./source-context.ts";
import { childOf, childrenOf, type XmlNode } from "./xml-tree.ts";

/** A selection with positions as written, the smaller one first. */
export type SelectionNode = WrittenPassage & { node: XmlNode };

/** The passages of a text that say where they are; reversed ones are turned round and told. */
export function selectionNodes(reader: Reader, source: XmlNode, where: string): SelectionNode[] {
  const points = new Map(
    childrenOf(source, "syncpoint").map((node) => [
      reader.guids.own(node, where),
      node.attributes.get("position"),
    ]),
  );
  return source.children.flatMap((node) => {
    if (node.key !== "plaintextselection" && node.key !== "transcriptselection") return [];
    const [from, to] =
      node.key === "plaintextselection"
        ? [node.attributes.get("startposition"), node.attributes.get("endposition")]
        : ["fromsyncpoint", "tosyncpoint"].map((key) =>
            points.get(reader.guids.reference(node, key) ?? ""),
          );
    const [start, end] = [wholeNumber(from), wholeNumber(to)];
    const place = `${where}, ${node.name} ${from ?? "–"}–${to ?? "–"}`;
    if (start === undefined || end === undefined) {
      reader.log.add(
        "bad-position",
        place,
        `Die Stelle hat keine lesbare Position; weggelassen mit ${codingsIn(node).de}.`,
        `The passage has no readable position; left out with ${codingsIn(node).en}.`,
      );
      return [];
    }
    if (start > end) {
      reader.log.add(
        "reversed-selection",
        place,
        "Anfang und Ende der Stelle waren vertauscht; umgedreht.",
        "Beginning and end of the passage were reversed; turned round.",
      );
    }
    const name = node.attributes.get("name");
    const written = { start: Math.min(start, end), end: Math.max(start, end) };
    return [{ node, ...written, ...(name !== undefined && { name }) }];
  });
}

type Placed = {
  where: string;
  map: PositionMap;
  reading: PositionReading;
  selections: readonly SelectionNode[];
  source: string;
};

/** Passages at their places; what notes of passages that cannot be kept refer to goes to the document. */
export function readSelections(
  context: SourceContext,
  { where, map, reading, selections }: Placed,
): { selections: ExchangeSelection[]; noteRefs: string[] } {
  const { reader } = context;
  const kept: ExchangeSelection[] = [];
  const noteRefs: string[] = [];
  for (const selection of selections) {
    const { node } = selection;
    const place = `${where}, ${node.name} ${selection.start}–${selection.end}`;
    const notes = references(reader, node, "noteref", place);
    const passage = placeOf(reader.log, { map, reading, selection, place });
    if (passage === undefined) {
      noteRefs.push(...notes);
      continue;
    }
    const codings = readCodings(context, node, place);
    const description = (childOf(node, "description")?.text ?? "").trim();
    if (node.attributes.has("modifieddatetime")) notKept(reader, "modifiedDateTime", place);
    if (codings.length + notes.length === 0 && description === "") {
      if (childrenOf(node, "coding").length === 0)
        notKept(reader, `${node.name} without Coding`, place);
      continue;
    }
    kept.push({
      guid: reader.guids.own(node, place),
      ...passage,
      ...(description !== "" && { description }),
      ...madeBy(reader, node, place),
      ...{ codings, noteRefs: notes },
    });
  }
  return { selections: kept, noteRefs };
}

/** The codings directly inside an element; those of an unknown code are told and left out. */
export function readCodings(
  { reader, codes }: SourceContext,
  node: XmlNode,
  where: string,
): ExchangeCoding[] {
  return childrenOf(node, "coding").flatMap((coding) => {
    const place = `${where}, Coding`;
    const reference = childOf(coding, "coderef");
    const code = reference && reader.guids.reference(reference, "targetguid");
    if (code === undefined || !codes.has(code)) {
      danglingReference(reader.log, `${place}/CodeRef`, code);
      return [];
    }
    return [
      {
        guid: reader.guids.own(coding, place),
        code,
        ...madeBy(reader, coding, place),
        noteRefs: references(reader, coding, "noteref", place),
      },
    ];
  });
}

function placeOf(
  log: DeviationLog,
  input: { map: PositionMap; reading: PositionReading; selection: SelectionNode; place: string },
): { start: number; end: number } | undefined {
  const { map, reading, selection, place } = input;
  const [start, end] = [map.place(selection.start, reading), map.place(selection.end, reading)];
  if (start !== undefined && end !== undefined && start < end) return { start, end };
  const lost = codingsIn(selection.node);
  if (start !== undefined && start === end) {
    log.add(
      "zero-length-selection",
      place,
      `Die Stelle umfasst kein Zeichen; weggelassen mit ${lost.de}. Notizen dazu stehen nun beim Dokument.`,
      `The passage holds no character; left out with ${lost.en}. Notes on it are with the document now.`,
    );
    return undefined;
  }
  const from = start ?? (selection.start < 0 ? 0 : map.length);
  const to = end ?? (selection.end < 0 ? 0 : map.length);
  if (from >= to) {
    log.add(
      "out-of-range",
      place,
      `Die Stelle liegt außerhalb des Textes (${map.length} Zeichen); weggelassen mit ${lost.de}. Notizen dazu stehen nun beim Dokument.`,
      `The passage lies outside the text (${map.length} characters); left out with ${lost.en}. Notes on it are with the document now.`,
    );
    return undefined;
  }
  log.add(
    "out-of-range",
    place,
    `Die Stelle reicht über den Text hinaus (${map.length} Zeichen); gekürzt auf ${from}–${to}.`,
    `The passage reaches beyond the text (${map.length} characters); cut to ${from}–${to}.`,
  );
  return { start: from, end: to };
}

function codingsIn(node: XmlNode): { de: string; en: string } {
  const count = childrenOf(node, "coding").length;
  return count === 1
    ? { de: "1 Kodierung", en: "1 coding" }
    : { de: `${count} Kodierungen`, en: `${count} codings` };
}

function wholeNumber(written: string | undefined): number | undefined {
  const text = written?.trim() ?? "";
  if (!/^[+-]?\d{1,15}$/.test(text)) return undefined;
  return Number(text);
}
