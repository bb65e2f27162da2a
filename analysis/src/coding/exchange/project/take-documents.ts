import { codePointLength, foundSpeakers, textHash } from "@mehrwert/study";
import type { ExchangeSource } from "../exchange-project.ts";
import { documentNames } from "./part-names.ts";
import { inParts, longestText, type TakeContext } from "./take-context.ts";
import type { PeopleMap } from "./take-people.ts";

/** Texts of documents by name, and names by GUID. */
export type TakenDocuments = {
  texts: { document: string; version: number; text: string }[];
  ids: ReadonlyMap<string, string>;
};

/** The texts of a file as documents, version 1 each. */
export async function takeDocuments(
  context: TakeContext,
  people: PeopleMap,
): Promise<TakenDocuments> {
  const { exchange, settings, record, happened } = context;
  const known = settings.native?.documents ?? {};
  const names = documentNames();
  for (const { guid } of exchange.sources) {
    const id = known[guid]?.id;
    if (id !== undefined) names.reserve(id);
  }
  const texts: TakenDocuments["texts"] = [];
  const ids = new Map<string, string>();
  const hashes = await Promise.all(exchange.sources.map(({ text }) => textHash(text)));
  for (const [at, source] of exchange.sources.entries()) {
    const { guid, text, user } = source;
    const native = known[guid];
    const document = native?.id ?? namedBy(context, names, source);
    ids.set(guid, document);
    record.guids[`document:${document}`] = guid;
    texts.push({ document, version: 1, text });
    const title = titleOf(context, source, document);
    const person = people(user);
    happened(
      {
        kind: "document-added",
        transcript: {
          ...{ document, version: 1, hash: hashes[at] ?? "", length: codePointLength(text) },
          speakers: native?.speakers ?? foundSpeakers(text),
          source: native?.source ?? { format: "qdpx", encoding: "UTF-8" },
        },
        ...(title !== undefined && { title }),
        ...(native?.language !== undefined && { language: native.language }),
      },
      {
        ...(person !== undefined && { person }),
        ...(source.at !== undefined && { at: source.at }),
      },
    );
  }
  return { texts, ids };
}

function namedBy(
  { log }: TakeContext,
  names: ReturnType<typeof documentNames>,
  { guid, name = "" }: ExchangeSource,
): string {
  const where = `TextSource “${name}”`;
  if (name.trim() === "") {
    const given = names.give("").name;
    log.add(
      "no-name",
      `TextSource ${guid}`,
      `Das Dokument hat keinen Namen; es heißt nun ${given}.`,
      `The document has no name; it is called ${given} now.`,
    );
    return given;
  }
  const { name: given, isOther } = names.give(name);
  if (isOther) {
    log.add(
      "duplicate-name",
      where,
      `Ein anderes Dokument heißt hier schon so; dieses heißt nun ${given}.`,
      `Another document is called so here already; this one is called ${given} now.`,
    );
  }
  return given;
}

/** What the other program called it, where that is no name here. */
function titleOf(
  { log }: TakeContext,
  { name = "" }: ExchangeSource,
  document: string,
): string | undefined {
  if (name.trim() === "" || name === document) return undefined;
  const [title = "", ...more] = inParts(name, longestText.title);
  if (more.length > 0) {
    log.add(
      "long-text",
      `TextSource “${document}”`,
      `Der Name hat mehr als ${longestText.title} Zeichen; gekürzt.`,
      `The name has more than ${longestText.title} characters; shortened.`,
    );
  }
  return title;
}
