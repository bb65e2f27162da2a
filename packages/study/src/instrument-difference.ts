import type { Instrument } from "./instrument.ts";
import { type ChangePlace, changePlace } from "./instrument-difference/change-place.ts";
import { kindTexts, placeInWords } from "./instrument-difference/change-words.ts";
import { comparedParts, scoredItems } from "./instrument-difference/compared-parts.ts";
import { consequences, specialConsequences } from "./instrument-difference/consequences.ts";
import type { InstrumentChange } from "./instrument-difference/instrument-change.ts";
import { judgeChange } from "./instrument-difference/judge-change.ts";
import { type RawChange, rawChanges } from "./instrument-difference/raw-change.ts";
import { recodings } from "./instrument-difference/recodings.ts";
import { type ChangeEffect, compareVersions, nextVersion } from "./version-number.ts";

export type { ChangeKind, InstrumentChange } from "./instrument-difference/instrument-change.ts";

/** What changed between two versions of an instrument, the weightiest first. */
export type InstrumentDifference = {
  from: { slug: string; version: string };
  to: { slug: string; version: string };
  changes: InstrumentChange[];
  /** The weightiest effect; undefined if both say the same. */
  effect: ChangeEffect | undefined;
  /** The smallest number the later version may have. A larger one is always allowed. */
  smallestVersion: string;
  /** Whether the later version has at least that number. */
  isVersionEnough: boolean;
};

const weights: Record<ChangeEffect, number> = { major: 0, minor: 1, text: 2 };

/**
 * The difference of two versions in words: what changed, what it does to stored answers and to comparing the versions.
 *
 * A text that changed by more than a slip counts as `minor` and asks the researcher to judge; who finds that it means
 * something else takes a new name or a new major version, which is never refused.
 */
export function instrumentDifference(before: Instrument, after: Instrument): InstrumentDifference {
  const raw = rawChanges(comparedParts(before), comparedParts(after));
  const types = typesOf(before, after);
  const typeOf = (question: string) => types.get(question)?.type;
  const context = {
    typeOf,
    isShuffled: (question: string) => types.get(question)?.isShuffled === true,
    isRecoded: recodings(raw),
  };
  const changes = raw.flatMap((change) => {
    const place = changePlace(change, typeOf);
    if (isToldElsewhere(change, place, raw)) return [];
    return [inWords(change, place, judgeChange(change, place, context))];
  });
  const all = [...changes, ...compositionChanges(before, after)].sort(
    (a, b) => weights[a.effect] - weights[b.effect],
  );
  const [from, to] = [before.mehrwert, after.mehrwert];
  const effect = all[0]?.effect;
  const smallestVersion = nextVersion(from.version, effect ?? "text");
  return {
    from: { slug: from.slug, version: from.version },
    to: { slug: to.slug, version: to.version },
    changes: all,
    effect,
    smallestVersion,
    isVersionEnough: compareVersions(to.version, smallestVersion) >= 0,
  };
}

function typesOf(before: Instrument, after: Instrument) {
  const questions = [before, after].flatMap(({ pages }) => pages.flatMap((page) => page.elements));
  return new Map(
    questions.map((question) => {
      const isRandom = "choicesOrder" in question && question.choicesOrder === "random";
      const isShuffled = isRandom || ("rowOrder" in question && question.rowOrder === "random");
      return [question.name, { type: question.type, isShuffled }];
    }),
  );
}

/** An item comes and goes with what is asked; the option of a ranking with its name. */
function isToldElsewhere(
  change: RawChange,
  { top, last, key }: ChangePlace,
  all: readonly RawChange[],
): boolean {
  const isPart = (each: RawChange) => each.kind === "added" || each.kind === "removed";
  if (
    last === "names" ||
    change.path.some((step) => "property" in step && step.property === "names")
  )
    return all.some(
      (each) => isPart(each) && each.path.some((step) => "list" in step && step.list === "choices"),
    );
  if (top !== "items" || !isPart(change) || key === undefined) return false;
  const names = [key, "part" in change ? String(change.part.question) : key];
  return all.some(
    (each) =>
      each !== change &&
      each.kind === change.kind &&
      each.path.some((step) => "key" in step && step.list !== "items" && names.includes(step.key)),
  );
}

function inWords(
  change: RawChange,
  { question }: ChangePlace,
  { kind, effect, consequence }: ReturnType<typeof judgeChange>,
): InstrumentChange {
  const base = {
    kind,
    effect,
    question,
    place: placeInWords(change.path),
    what: kindTexts[kind],
    consequence: consequence ?? consequences[kind],
  };
  if (change.kind === "text") return { ...base, before: change.before, after: change.after };
  if (change.kind === "value") return { ...base, ...valuesInWords(change) };
  if (change.kind === "order" || change.text === undefined) return base;
  return change.kind === "added"
    ? { ...base, after: change.text }
    : { ...base, before: change.text };
}

function valuesInWords({ before, after }: { before: unknown; after: unknown }) {
  const told = (value: unknown) => {
    const isList = Array.isArray(value) && value.every((part) => typeof part !== "object");
    const text = isList
      ? value.join(", ")
      : typeof value === "string"
        ? value
        : JSON.stringify(value);
    return { de: text, en: text };
  };
  return {
    ...(before === undefined ? {} : { before: told(before) }),
    ...(after === undefined ? {} : { after: told(after) }),
  };
}

function compositionChanges(before: Instrument, after: Instrument): InstrumentChange[] {
  const [old, fresh] = [scoredItems(before), scoredItems(after)];
  return [...old].flatMap(([construct, items]) => {
    const now = fresh.get(construct);
    if (now === undefined || now.join(" ") === items.join(" ")) return [];
    const [was, is] = [items.join(", "), now.join(", ")];
    return [
      {
        kind: "scoring" as const,
        effect: "major" as const,
        question: undefined,
        place: { de: `Konstrukt „${construct}“`, en: `Construct “${construct}”` },
        what: kindTexts.scoring,
        consequence: specialConsequences.composition,
        before: { de: was, en: was },
        after: { de: is, en: is },
      },
    ];
  });
}
