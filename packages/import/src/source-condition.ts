import type { LocalizedText } from "@mehrwert/study";

/** An answer that a condition of the file looks at, in the names of the file. */
export type SourceVariable = { question: string; row?: string; option?: string };

/** How a condition compares. */
export type SourceOperator = "=" | "<>" | "<" | "<=" | ">" | ">=";

/** What a condition of the file claims, whatever language it was written in. */
export type SourceClaim =
  | { kind: "and" | "or"; parts: SourceClaim[] }
  | { kind: "not"; part: SourceClaim }
  | { kind: "compare"; variable: SourceVariable; operator: SourceOperator; value: string }
  /** An option is chosen, alone or among others. */
  | { kind: "chosen"; question: string; option: string }
  | { kind: "answered"; variable: SourceVariable }
  /** Nothing an instrument can say. */
  | { kind: "untranslatable"; reason: LocalizedText };

/** A condition and its wording in the file. */
export type SourceCondition = {
  original: string;
  claim: SourceClaim;
  /** The conditions of the file that must hold together, where there are several. */
  joint?: readonly SourceCondition[];
};

/** Both conditions at once. */
export function bothConditions(
  one: SourceCondition | undefined,
  other: SourceCondition | undefined,
): SourceCondition | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  return {
    original: `(${one.original}) and (${other.original})`,
    claim: { kind: "and", parts: [one.claim, other.claim] },
    joint: [...(one.joint ?? [one]), ...(other.joint ?? [other])],
  };
}

/** The questions a claim looks at. */
export function claimedQuestions(claim: SourceClaim): string[] {
  switch (claim.kind) {
    case "and":
    case "or":
      return claim.parts.flatMap(claimedQuestions);
    case "not":
      return claimedQuestions(claim.part);
    case "chosen":
      return [claim.question];
    case "untranslatable":
      return [];
    default:
      return [claim.variable.question];
  }
}
