import type { ExchangeSource } from "../exchange-project.ts";
import {
  type DecidedReading,
  decideReading,
  type ReadingEvidence,
  readingEvidence,
  summedEvidence,
} from "./decide-reading.ts";
import { type PositionMap, positionMap } from "./position-reading.ts";
import { readValues } from "./read-cases.ts";
import {
  readCodings,
  readSelections,
  type SelectionNode,
  selectionNodes,
} from "./read-selections.ts";
import { madeBy, notKept, type Reader, references } from "./reader.ts";
import { tellReading, usualReading } from "./reading-report.ts";
import type { SourceContext } from "./source-context.ts";
import { type FoundText, sourceText } from "./source-text.ts";
import { childOf, childrenOf, type XmlNode } from "./xml-tree.ts";

type Found = {
  /** The element that is the document for cases and sets: a PDF, not its text. */
  outer: XmlNode;
  node: XmlNode;
  where: string;
  guid: string;
  found: FoundText;
  map: PositionMap;
  selections: SelectionNode[];
  evidence: ReadingEvidence;
};

/** The texts of a project with their passages, at positions whose counting was decided by evidence. */
export function readSources(context: SourceContext, root: XmlNode): ExchangeSource[] {
  const nodes = childrenOf(root, "sources").flatMap(({ children }) => children);
  const found = nodes.flatMap((node) => foundText(context, node));
  const whole = summedEvidence(found.map(({ evidence }) => evidence));
  return found.map((each) => {
    const { origin, reader } = context;
    const usual = usualReading(origin, each.found);
    // What this program wrote needs no guessing.
    const decided: DecidedReading = /^mehrwert\b/i.test(origin)
      ? { reading: usual, by: "default", evidence: each.evidence }
      : decideReading({ usual, own: each.evidence, whole });
    tellReading(reader.log, { where: each.where, decided, usual, text: each.found });
    return readSource(context, each, decided);
  });
}

/** Pictures, PDFs and recordings count with the text that stands for them, if they have one. */
function foundText(context: SourceContext, outer: XmlNode): Found[] {
  const { reader, file } = context;
  const where = `${outer.name} “${outer.attributes.get("name") ?? ""}”`;
  const textNodes =
    outer.key === "textsource"
      ? [outer]
      : ["representation", "textdescription", "transcript"].flatMap((key) =>
          childrenOf(outer, key),
        );
  if (!outer.key.endsWith("source")) return [];
  if (outer.key !== "textsource") notText(reader, outer, where, textNodes.length);
  const guid = reader.guids.own(outer, where);
  return textNodes.flatMap((node, at) => {
    const text = sourceText(file, node, where, reader.log);
    if (text === undefined) return [];
    const map = positionMap(text);
    const selections = selectionNodes(reader, node, where);
    return {
      ...{ outer, node, where, found: text, map, selections },
      guid: at === 0 ? guid : reader.guids.own(node, where),
      evidence: readingEvidence(map, selections),
    };
  });
}

function notText({ log }: Reader, outer: XmlNode, where: string, texts: number): void {
  const selections = outer.children.filter(({ key }) =>
    /^(picture|pdf|audio|video)selection$/.test(key),
  );
  const [de, en] =
    texts > 0
      ? [
          "Kodiert wird hier nur Text; genommen wurde der beigegebene Text",
          "Only text is coded here; the text that came with it was taken",
        ]
      : [
          "Kodiert wird hier nur Text; das Dokument wurde weggelassen",
          "Only text is coded here; the document was left out",
        ];
  const codings = selections.reduce((sum, each) => sum + childrenOf(each, "coding").length, 0);
  log.add(
    "not-text",
    where,
    `${de}, mit ${selections.length} Stellen (${codings} Kodierungen) außerhalb des Textes weggelassen.`,
    `${en}; left out ${selections.length} passages (${codings} codings) outside the text.`,
  );
}

function readSource(
  context: SourceContext,
  { outer, node, where, guid, found, map, selections }: Found,
  { reading }: DecidedReading,
): ExchangeSource {
  const { reader, variables } = context;
  const name = (outer.attributes.get("name") ?? node.attributes.get("name") ?? "").trim();
  const description = (childOf(outer, "description")?.text ?? "").trim();
  const parts = outer === node ? [node] : [outer, node];
  const read = readSelections(context, { where, map, reading, selections, source: guid });
  const whole = parts.flatMap((part) => readCodings(context, part, where));
  if (outer.attributes.has("modifieddatetime")) notKept(reader, "modifiedDateTime", where);
  if (whole.length > 0) {
    reader.log.add(
      "coded-document",
      where,
      `${whole.length} Kodierungen gelten dem ganzen Dokument; sie stehen nun auf seinem ganzen Text.`,
      `${whole.length} codings are about the whole document; they stand on all of its text now.`,
    );
  }
  return {
    guid,
    ...(name !== "" && { name }),
    text: found.text,
    ...madeBy(reader, outer, where),
    ...(description !== "" && { description }),
    selections: [...read.selections, ...wholeText(whole, map.length, guid)],
    noteRefs: [
      ...parts.flatMap((part) => references(reader, part, "noteref", where)),
      ...read.noteRefs,
    ],
    values: readValues(reader, outer, variables, where),
  };
}

function wholeText(
  codings: ExchangeSource["selections"][number]["codings"],
  length: number,
  source: string,
): ExchangeSource["selections"] {
  if (codings.length === 0 || length === 0) return [];
  return [{ guid: source, start: 0, end: length, codings, noteRefs: [] }];
}
