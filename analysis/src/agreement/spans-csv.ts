import type { NoAgreement } from "@mehrwert/statistics";
import { csvText } from "@mehrwert/study";
import { ac1Of, type GroupAgreement, type SpansAgreement } from "./spans-agreement.ts";

type Found = { exists: true; value: number } | NoAgreement;

/** One line per coefficient of a group, of all segments, and of every code; an empty cell is a number that does not exist. */
export function spansCsv(agreement: SpansAgreement, softwareVersion: string): string {
  const { marked, groups, segmentAgreement: segments } = agreement;
  const head = [
    ...["coefficient", "group", "code", "value", "expected", "rule", "ratio", "spans"],
    ...["length", "coders", "reason", "version"],
  ];
  const line = (
    name: string,
    place: { group?: string | undefined; code?: string; spans: number },
    found: Found,
    more: { expected?: number; rule?: string; ratio?: number } = {},
  ) =>
    [
      ...[name, place.group ?? "", place.code ?? "", found.exists ? found.value : ""],
      ...[more.expected ?? "", more.rule ?? "", more.ratio ?? "", place.spans],
      ...[marked.length, marked.coders.length, found.exists ? "" : found.reason, softwareVersion],
    ].map(String);
  const chance = (found: GroupAgreement["uAlpha"]) =>
    found.exists ? { expected: 1 - found.expectedDisagreement } : {};
  const ofGroups = groups.flatMap((group) => {
    const { positions } = group;
    const percent: Found = positions.exists
      ? { exists: true, value: positions.percentAgreement }
      : positions;
    const ac1 = ac1Of(group);
    return [
      line("percentAgreement", group, percent),
      line("uAlpha", group, group.uAlpha, chance(group.uAlpha)),
      line("uAlphaBinary", group, group.uAlphaBinary, chance(group.uAlphaBinary)),
      line("cuAlpha", group, group.cuAlpha, chance(group.cuAlpha)),
      line("gwetsAc1", group, ac1, ac1.exists ? { expected: ac1.expected } : {}),
      ...group.perCode.flatMap((code) => [
        line("uAlpha", code, code.uAlpha, chance(code.uAlpha)),
        line("kuAlpha", code, code.kuAlpha, chance(code.kuAlpha)),
      ]),
    ];
  });
  const whole = line(
    "segmentAgreement",
    { spans: marked.segments.length },
    segments,
    agreement.settings,
  );
  return csvText([head, ...ofGroups, whole]);
}
