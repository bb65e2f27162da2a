/**
 * What axe cannot decide by itself, each looked at by a person: the rule, what axe says, and why it is no fault. Whatever
 * is not listed here counts as one.
 */
const judged: readonly { rule: string; says: RegExp; why: string }[] = [
  {
    rule: "color-contrast",
    says: /has a 1:1 contrast ratio with the background/,
    why:
      "In forced colours Chromium replaces `color`, but not `-webkit-text-fill-color`, which axe reads. " +
      "`faintTexts` computes the contrast of the colours that are painted.",
  },
  {
    rule: "color-contrast",
    says: /too short to determine if it is actual text content/,
    why: "Single digits at a figure's axis; `faintTexts` computes their contrast like that of any text.",
  },
];

/** Whether somebody has judged this finding already. */
export function isJudged({ id, failureSummary = "" }: { id: string; failureSummary?: string }) {
  return judged.some(({ rule, says }) => rule === id && says.test(failureSummary));
}
