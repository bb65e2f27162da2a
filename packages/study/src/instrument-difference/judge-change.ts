import type { LocalizedText } from "../localized-text.ts";
import { missingOptionCodes } from "../missing-option-codes.ts";
import type { ChangeEffect } from "../version-number.ts";
import type { ChangePlace } from "./change-place.ts";
import { consequences, specialConsequences } from "./consequences.ts";
import type { ChangeKind } from "./instrument-change.ts";
import { isTypo } from "./is-typo.ts";
import type { RawChange } from "./raw-change.ts";

/** What a change is and does. */
export type Judgement = { kind: ChangeKind; effect: ChangeEffect; consequence?: LocalizedText };

/** What judging needs to know beside the change itself. */
export type JudgementContext = {
  typeOf: (question: string) => string | undefined;
  /** Whether the order of the question's parts is drawn anew for everybody. */
  isShuffled: (question: string) => boolean;
  /** Whether the text of a part now stands under another code, or stood there before. */
  isRecoded: (change: RawChange) => boolean;
};

const missingCodes: ReadonlySet<string> = new Set(missingOptionCodes);
const aboutOnly = new Set([
  "title",
  "description",
  "summary",
  "targetGroup",
  "durationMinutes",
  "licence",
  "sources",
  "languages",
  "constructs",
]);

/** Judges one change. Every change gets a judgement; what no rule knows is `minor`, to be looked at. */
export function judgeChange(
  change: RawChange,
  place: ChangePlace,
  context: JudgementContext,
): Judgement {
  if (change.kind === "text") return judgeText(change, place, context);
  if (change.kind === "order") return judgeOrder(place, context);
  if (change.kind === "value") return judgeValue(change, place, context);
  return judgePart(change, place, context);
}

function judgeText(
  change: RawChange & { kind: "text" },
  { top, last, list, isAnchor }: ChangePlace,
  { isRecoded }: JudgementContext,
): Judgement {
  const { before, after } = change;
  if (isTypo(before.de, after.de) && isTypo(before.en, after.en))
    return { kind: "corrected", effect: "text" };
  if (isRecoded(change)) return { kind: "recoded", effect: "major" };
  if (aboutOnly.has(top) || (top === "indices" && list !== "options"))
    return { kind: "description", effect: "text" };
  if (top === "pages" && last === "title") return { kind: "description", effect: "text" };
  if (isAnchor) return { kind: "scale", effect: "major" };
  if (["advice", "note", "agree", "disagree"].includes(last))
    return { kind: "description", effect: "text" };
  return { kind: "reworded", effect: "minor" };
}

function judgeOrder(
  { top, last, question, isAnchor }: ChangePlace,
  { isShuffled }: JudgementContext,
): Judgement {
  if (isAnchor) return { kind: "scale", effect: "major" };
  if (last === "types") return { kind: "scoring", effect: "major" };
  if (question !== undefined)
    return { kind: "re-ordered", effect: isShuffled(question) ? "text" : "minor" };
  const isSeen = top === "questions" || top === "pages";
  return isSeen ? { kind: "re-ordered", effect: "minor" } : { kind: "description", effect: "text" };
}

const rankOnly = new Set(["ranking", "maxdiff"]);

function judgePart(
  change: RawChange & { kind: "added" | "removed" },
  { top, list, key = "", question, isAnchor }: ChangePlace,
  { typeOf, isRecoded }: JudgementContext,
): Judgement {
  const { kind } = change;
  if (isRecoded(change)) return { kind: "recoded", effect: "major" };
  const isDescription = aboutOnly.has(top) || (top === "scales" && list === "scales");
  if (isDescription) return { kind, effect: "text", consequence: consequences.description };
  if (list === "indices") return { kind, effect: "minor", consequence: specialConsequences.index };
  if (list === "types" || list === "criteria") return { kind: "scoring", effect: "major" };
  if (list === "elements") return { kind: "scale", effect: "major" };
  const isMissingOption = missingCodes.has(key);
  if (isAnchor && !isMissingOption) return { kind: "scale", effect: "major" };
  if (list === "choices" && question !== undefined) {
    const isRanked = rankOnly.has(typeOf(question) ?? "");
    if (isRanked) return { kind, effect: "major", consequence: specialConsequences.ranking };
    return { kind, effect: "minor", consequence: specialConsequences.options };
  }
  const isAsked = question !== undefined || isMissingOption;
  return isAsked
    ? { kind, effect: "minor" }
    : { kind, effect: "minor", consequence: consequences.setting };
}

const conditions = new Set(["visibleIf", "condition"]);
const requirements = new Set(["isRequired", "isAllRowRequired"]);
const layout = new Set(["mehrwertLayout", "rows", "feedback", "names", "level", "scale"]);
const orders = new Set(["choicesOrder", "rowOrder", "questionOrder"]);
const scorings = new Set([
  ...["direction", "cut", "defaultWeight", "criteria", "from", "topK", "unranked", "measure"],
  ...["reverseKeyed", "scored", "construct"],
]);
const limits = new Set(["minSelectedChoices", "maxSelectedChoices"]);

function judgeValue(
  { before, after }: RawChange & { kind: "value" },
  { top, last, question, isAnchor }: ChangePlace,
  { typeOf }: JudgementContext,
): Judgement {
  if (conditions.has(last)) return { kind: "condition", effect: "minor" };
  if (requirements.has(last)) return { kind: "required", effect: "minor" };
  if (isAnchor) return { kind: "scale", effect: "major" };
  if (last === "page") return { kind: "moved", effect: "minor" };
  if (last === "type")
    return { kind: "setting", effect: "major", consequence: specialConsequences.type };
  if (top === "indices" || scorings.has(last)) return { kind: "scoring", effect: "major" };
  if (last === "minimumAnswered") return { kind: "scoring", effect: "minor" };
  if (aboutOnly.has(top) || layout.has(last)) return { kind: "description", effect: "text" };
  if (orders.has(last)) return { kind: "re-ordered", effect: "minor" };
  if (limits.has(last) && question !== undefined && typeOf(question) === "ranking")
    return { kind: "setting", effect: "major", consequence: specialConsequences.ranking };
  const isMoreRoom =
    last === "maxLength" && typeof before === "number" && typeof after === "number";
  return { kind: "setting", effect: isMoreRoom && after > before ? "text" : "minor" };
}
