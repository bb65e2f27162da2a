import type { Code, Codebook, NativeExchange } from "@mehrwert/study";
import type { ExchangeCode } from "../exchange-project.ts";
import { codeDescription } from "../write/code-description.ts";
import { codebookSlug, codeNames } from "./part-names.ts";
import { inParts, longestText, type TakeContext } from "./take-context.ts";

/** The codebook of a file, and its codes by GUID. */
export type TakenCodes = { codebook: Codebook; ids: ReadonlyMap<string, string> };

/**
 * The tree of codes as a codebook. The standard tells neither origin nor main categories: codes count as deductive, and
 * those at the top are main categories, unless the native file knows better.
 */
export function takeCodes(context: TakeContext): TakenCodes {
  const { exchange, settings, record } = context;
  const { native } = settings;
  const names = codeNames();
  const flat = flattened(exchange.codes);
  for (const { code } of flat) {
    const known = native?.codes[code.guid];
    if (known !== undefined) names.reserve(known.id);
  }
  const ids = new Map<string, string>();
  for (const { code } of flat) {
    const id = native?.codes[code.guid]?.id ?? names.give(code.name).name;
    ids.set(code.guid, id);
    record.guids[`code:${id}`] = code.guid;
  }
  const codes = flat.map(({ code, parent }) => {
    const above = parent === undefined ? undefined : ids.get(parent);
    return taken(context, code, { id: ids.get(code.guid) ?? "", parent: above });
  });
  return { codebook: { ...frame(context), codes }, ids };
}

function frame({ exchange, settings }: TakeContext): Omit<Codebook, "codes"> {
  if (settings.native !== undefined) return settings.native.codebook;
  const { name } = exchange;
  return {
    slug: codebookSlug(name),
    version: "1.0.0",
    languages: ["de", "en"],
    title: { de: name, en: name },
  };
}

function flattened(
  codes: readonly ExchangeCode[],
  parent?: string,
): { code: ExchangeCode; parent: string | undefined }[] {
  return codes.flatMap((code) => [{ code, parent }, ...flattened(code.codes, code.guid)]);
}

type Place = { id: string; parent: string | undefined };

function taken(context: TakeContext, code: ExchangeCode, place: Place): Code {
  const { native } = context.settings;
  const known = native?.codes[code.guid];
  const fresh = freshCode(context, code, place);
  return known === undefined || native === undefined ? fresh : merged(fresh, known, native, code);
}

function freshCode({ log }: TakeContext, code: ExchangeCode, { id, parent }: Place): Code {
  const { name, description, isCodable, colour } = code;
  const [definition, ...more] = inParts(description ?? "", longestText.definition);
  if (more.length > 0) {
    log.add(
      "long-text",
      `Code “${name}”`,
      `Die Beschreibung hat mehr als ${longestText.definition} Zeichen; der Rest steht in einem Memo zum Code.`,
      `The description has more than ${longestText.definition} characters; the rest stands in a memo about the code.`,
    );
  }
  return {
    id,
    ...(parent !== undefined && { parent }),
    label: { de: name, en: name },
    ...(definition !== undefined && { definition: { de: definition, en: definition } }),
    origin: "deductive",
    ...(!isCodable && { isHeading: true }),
    ...(parent === undefined && { isMainCategory: true }),
    ...(colour !== undefined && { colour }),
  };
}

/** What the native file knows of a code, but for what was changed elsewhere since. */
function merged(fresh: Code, known: Code, { language }: NativeExchange, code: ExchangeCode): Code {
  const { parent: _, isHeading: __, colour: ___, ...rest } = known;
  const isSameName = known.label[language] === code.name;
  const isSameText = codeDescription(known, language) === code.description;
  const { anchorExample, codingRule, delimitation, definition, ...others } = rest;
  const texts = { anchorExample, codingRule, delimitation, definition };
  const kept = Object.fromEntries(Object.entries(texts).filter(([, text]) => text !== undefined));
  const described = fresh.definition === undefined ? {} : { definition: fresh.definition };
  return {
    ...others,
    ...(isSameText ? kept : described),
    label: isSameName ? known.label : fresh.label,
    ...(fresh.parent !== undefined && { parent: fresh.parent }),
    ...(fresh.isHeading === true && { isHeading: true }),
    ...(fresh.colour !== undefined && { colour: fresh.colour }),
  };
}

/** What of the descriptions was too long for a definition, by GUID of the code. */
export function longDescriptions(codes: readonly ExchangeCode[]): { guid: string; text: string }[] {
  return flattened(codes).flatMap(({ code: { guid, description = "" } }) => {
    const rest = inParts(description, longestText.definition).slice(1).join("");
    return rest === "" ? [] : [{ guid, text: rest }];
  });
}
