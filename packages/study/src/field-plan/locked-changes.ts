import { canonicalJson } from "../canonical-json.ts";
import type { PlannedStudy } from "../field-plan.ts";
import { languages } from "../language.ts";
import type { Issue } from "../result.ts";
import { lockReasons } from "./lock-reasons.ts";

/** What has happened to a study and cannot be taken back. */
export type StudyFacts = { isInvited: boolean; hasResponses: boolean };

type Field = keyof typeof lockReasons;
type Rule = (before: PlannedStudy, after: PlannedStudy, facts: StudyFacts) => boolean;

const same = (one: unknown, other: unknown) =>
  canonicalJson(one ?? null) === canonicalJson(other ?? null);

/** Nobody has been asked and nobody has answered, so nothing has been promised to anybody. */
const isFree = ({ study }: PlannedStudy, { isInvited, hasResponses }: StudyFacts) =>
  study.status === "planned" && !isInvited && !hasResponses;

/** Rules by what they keep: whether this change is one that may not be. */
const breaks: Record<Field, Rule> = {
  mode: (before, after, facts) =>
    !isFree(before, facts) &&
    !(
      before.study.mode === after.study.mode &&
      same(before.study.credentialKey, after.study.credentialKey)
    ),
  instrument: (before, after, facts) =>
    !isFree(before, facts) && before.study.definitionHash !== after.study.definitionHash,
  assigned: (before, after, facts) =>
    !isFree(before, facts) &&
    !(
      same(before.study.assigned, after.study.assigned) &&
      before.study.codeSalt === after.study.codeSalt
    ),
  title: ({ study }, after) => study.status !== "planned" && !same(study.title, after.study.title),
  languages: ({ study }, after) =>
    study.status !== "planned" &&
    (study.languages ?? languages).some(
      (each) => !(after.study.languages ?? languages).includes(each),
    ),
  minimumGroupSize: (before, after, facts) =>
    !isFree(before, facts) && after.study.minimumGroupSize < before.study.minimumGroupSize,
  groupedBy: ({ study }, after, { hasResponses }) =>
    hasResponses && !same(study.groupedBy, after.study.groupedBy),
  retentionDate: ({ study }, after) =>
    study.status !== "planned" &&
    study.retentionDate !== undefined &&
    (after.study.retentionDate ?? "9999-12-31") > study.retentionDate,
  finishingDays: ({ study }, after) =>
    study.status === "finishing" && study.finishingDays !== after.study.finishingDays,
  waves: ({ study, plan }, after) => {
    const isUnderWay = study.status === "fielding";
    const past = study.status === "planned" ? 0 : study.wave - (isUnderWay ? 1 : 0);
    if (!same(plan.waves.slice(0, past), after.plan.waves.slice(0, past))) return true;
    if (!isUnderWay) return after.plan.waves.length < past;
    const at = study.wave - 1;
    return after.plan.waves.length <= at || plan.waves[at]?.from !== after.plan.waves[at]?.from;
  },
  archived: ({ study, plan }, after) =>
    study.status === "archived" && !(same(study, after.study) && same(plan, after.plan)),
};

/**
 * Every change of a plan that may no longer be made, and why: what participants were promised cannot be taken back, what
 * keeps answers comparable cannot be given up. Empty: the change may be made.
 *
 * | While | Still changes |
 * |---|---|
 * | planned, nobody invited | everything but the slug |
 * | invited or in the field | texts, dates to come; more languages; larger groups; an earlier deletion |
 * | nobody has answered yet | also by what results are broken down |
 * | finishing, closed | the same, of waves to come |
 * | archived | nothing |
 */
export function lockedChanges(
  before: PlannedStudy,
  after: PlannedStudy,
  facts: StudyFacts,
): Issue[] {
  const fields: Field[] = Object.keys(breaks).filter((name): name is Field => name in breaks);
  return fields
    .filter((field) => breaks[field](before, after, facts))
    .map((field) => ({ path: `#/${field}`, severity: "error", ...lockReasons[field] }));
}

/** Which parts of a plan can change at all as things are, by field; `only-up`, `only-earlier`, `only-more` where half can. */
export function changeableParts({ study }: Pick<PlannedStudy, "study">, facts: StudyFacts) {
  const { status } = study;
  const isArchived = status === "archived";
  const isPromised = status !== "planned" || facts.isInvited || facts.hasResponses;
  const whileFree = isArchived || isPromised ? "no" : "yes";
  const always = isArchived ? "no" : "yes";
  return {
    mode: whileFree,
    instrument: whileFree,
    assigned: whileFree,
    title: status === "planned" ? "yes" : "no",
    languages: status === "planned" ? "yes" : isArchived ? "no" : "only-more",
    minimumGroupSize: isArchived ? "no" : isPromised ? "only-up" : "yes",
    groupedBy: facts.hasResponses ? "no" : always,
    retentionDate:
      status === "planned"
        ? "yes"
        : isArchived
          ? "no"
          : study.retentionDate
            ? "only-earlier"
            : "yes",
    finishingDays: isArchived || status === "finishing" ? "no" : "yes",
    informationSheet: always,
    waves: always,
    expectedRespondents: always,
  } as const;
}
export type ChangeableParts = ReturnType<typeof changeableParts>;
