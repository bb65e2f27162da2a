import type { NoAgreement, NoAgreementReason, Segment } from "@mehrwert/statistics";
import type { Language, LocalizedText } from "@mehrwert/study";
import { originDocument } from "../text-table/study-origin.ts";
import { agreementReasons } from "./agreement-reasons.ts";
import type { MarkedSpans } from "./marked-spans.ts";
import {
  ac1Of,
  type CodeAgreement,
  type GroupAgreement,
  type SpansAgreement,
} from "./spans-agreement.ts";

type Found = { exists: true; value: number } | NoAgreement;

const severalGroups: LocalizedText = {
  de: "es gibt mehrere Gruppen von Codes; jede hat ihre eigenen Werte, siehe groups",
  en: "there are several groups of codes; each has its own values, see groups",
};

/**
 * Agreement on spans as a plain object for programs. A coefficient that does not exist is null; `reasons` says why in the
 * language asked for, `reasonNames` by a name that no language changes. With several groups of codes, `groups` has them.
 */
export function spansDocument(
  agreement: SpansAgreement,
  { language, softwareVersion }: { language: Language; softwareVersion: string },
): object {
  const { marked, groups, segmentAgreement: segments } = agreement;
  const [only, ...others] = groups;
  return {
    ...{ format: "mehrwert-agreement-spans", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    ...{ version: softwareVersion, seed: null, origin: originDocument(marked.origin) },
    ...{ length: marked.length, coders: marked.coders.length, coderNames: marked.coders },
    ...{ spans: marked.segments.length, exclusions: { spansOfOtherCoders: marked.leftOut } },
    ...(only === undefined || others.length > 0
      ? valuesOf(undefined, language, segments)
      : valuesOf(only, language, segments)),
    segmentAgreement: segments.exists
      ? {
          ...{ value: segments.value, rule: segments.rule, ratio: segments.ratio },
          ...{ agreeing: segments.agreeing, compared: segments.compared },
        }
      : null,
    perCode: groups.flatMap(({ perCode }) => perCode.map((code) => codeDocument(code, language))),
    ...(others.length > 0 && {
      groups: groups.map((group) => ({
        ...{ group: group.group ?? null, spans: group.spans },
        ...valuesOf(group, language),
      })),
    }),
    overlaps: groups.flatMap(({ group, overlaps }) =>
      overlaps.map(([before, after]) => ({
        ...{ coder: marked.coders[before.coder] ?? null, group: group ?? null },
        segments: [before, after].map((segment) => segmentDocument(segment, marked)),
      })),
    ),
    touchingSpans: groups.reduce((sum, { touching }) => sum + touching, 0),
  };
}

/** The values of a group and what is missing; of no group if there are several. */
function valuesOf(
  group: GroupAgreement | undefined,
  language: Language,
  segments?: SpansAgreement["segmentAgreement"],
): object {
  const positions = group?.positions;
  const values: Record<string, Found | undefined> = {
    percentAgreement: positions?.exists
      ? { exists: true, value: positions.percentAgreement }
      : positions,
    uAlpha: group?.uAlpha,
    uAlphaBinary: group?.uAlphaBinary,
    cuAlpha: group?.cuAlpha,
    gwetsAc1: group === undefined ? undefined : ac1Of(group),
  };
  const found = withReasons(values, language);
  if (segments === undefined || segments.exists) return found;
  const { reason } = segments;
  return {
    ...found,
    reasons: { ...found.reasons, segmentAgreement: agreementReasons[reason][language] },
    reasonNames: { ...found.reasonNames, segmentAgreement: reason },
  };
}

function withReasons(values: Record<string, Found | undefined>, language: Language) {
  const entries = Object.entries(values);
  const reasonOf = (found: Found | undefined): NoAgreementReason | "several-groups" | undefined =>
    found === undefined ? "several-groups" : found.exists ? undefined : found.reason;
  const absent = entries.flatMap(([name, found]) => {
    const reason = reasonOf(found);
    return reason === undefined ? [] : [{ name, reason }];
  });
  return {
    ...Object.fromEntries(
      entries.map(([name, found]) => [name, found?.exists ? found.value : null]),
    ),
    reasons: Object.fromEntries(
      absent.map(({ name, reason }) => [
        name,
        (reason === "several-groups" ? severalGroups : agreementReasons[reason])[language],
      ]),
    ),
    reasonNames: Object.fromEntries(absent.map(({ name, reason }) => [name, reason])),
  };
}

function codeDocument({ code, group, spans, ...found }: CodeAgreement, language: Language): object {
  const { uAlpha, kuAlpha, coverage } = found;
  return {
    ...{ code, group: group ?? null, spans },
    ...withReasons({ uAlpha, kuAlpha }, language),
    coverage: coverage ?? null,
  };
}

function segmentDocument({ code, start, end }: Segment, { codes }: MarkedSpans): object {
  return { code: codes[code]?.name ?? null, start, end };
}
