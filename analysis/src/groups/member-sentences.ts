import type { Language } from "@mehrwert/study";
import { inHundred } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type { LatentGroups, MemberFinding } from "./latent-groups.ts";

const most = 5;

/** Who the members of a group are, for readers who know no statistics. */
export function memberSentences(groups: LatentGroups, language: Language): string[] {
  if (groups.chosen < 2) return [];
  if (groups.membersLeftOut === "no-answers")
    return [
      {
        de: "Wer zu welcher Gruppe gehört, lässt sich nicht beschreiben: Außer den Rangfolgen ist nichts über die Befragten bekannt.",
        en: "Who belongs to which group cannot be described: nothing but the rankings is known of the respondents.",
      }[language],
    ];
  if (groups.membersLeftOut === "small-group")
    return [
      {
        de: "Wer zu welcher Gruppe gehört, wird nicht beschrieben: Eine Gruppe ist kleiner als die Mindestgröße der Studie, Einzelne könnten erkennbar werden.",
        en: "Who belongs to which group is not described: one group is smaller than the study's minimum, individuals could become recognisable.",
      }[language],
    ];
  const clear = clearFindings(groups);
  const tests = formatNumber(groups.memberTests, language);
  if (clear.length === 0)
    return [
      {
        de: `Keine der ${tests} geprüften Antworten unterscheidet die Gruppen deutlicher, als Zufall es könnte.`,
        en: `None of the ${tests} answers looked at tells the groups apart more clearly than chance could.`,
      }[language],
    ];
  return [
    {
      de: `Von ${tests} geprüften Antworten gehen ${clear.length} deutlicher mit einer Gruppe einher, als Zufall es könnte (nach Korrektur für die vielen Vergleiche). Die stärksten:`,
      en: `Of ${tests} answers looked at, ${clear.length} go with a group more clearly than chance could explain (after correction for the many comparisons). The strongest:`,
    }[language],
    ...clear.slice(0, most).flatMap((finding) => findingSentence(finding, language)),
  ];
}

/** Findings that survive the correction for many tests. */
export function clearFindings({ members }: LatentGroups): MemberFinding[] {
  return members.filter(({ pAdjusted }) => pAdjusted < 0.05);
}

function findingSentence(finding: MemberFinding, language: Language): string[] {
  const own = finding.answers.find(({ group }) => group === finding.group);
  const others = finding.answers.filter((each) => each !== own && each.shares.length > 0);
  if (own === undefined || others.length === 0) return [];
  const title = finding.label[language];
  if (own.mean !== undefined) {
    const mean = (value: number | undefined) =>
      value === undefined ? "–" : formatNumber(value, language, 1);
    const rest = others
      .map(
        ({ group, mean: value }) =>
          `${{ de: "Gruppe", en: "group" }[language]} ${group}: ${mean(value)}`,
      )
      .join(", ");
    return [
      {
        de: `„${title}“: im Mittel ${mean(own.mean)} in Gruppe ${own.group} (${rest}).`,
        en: `“${title}”: ${mean(own.mean)} on average in group ${own.group} (${rest}).`,
      }[language],
    ];
  }
  const lead = (code: string, share: number) =>
    share - Math.max(...others.map((each) => shareOf(each.shares, code)));
  const shown = own.shares.filter(({ code }) => own.shares.length > 2 || code !== "0");
  const [top] = [...shown].sort((a, b) => lead(b.code, b.share) - lead(a.code, a.share));
  if (top === undefined) return [];
  const rest = others
    .map(
      ({ group, shares }) =>
        `${{ de: "Gruppe", en: "group" }[language]} ${group}: ${inHundred(shareOf(shares, top.code), language)}`,
    )
    .join(", ");
  const isSelection = top.code === "1" && own.shares.length === 2;
  const answer = isSelection
    ? { de: `„${title}“`, en: `“${title}”` }
    : { de: `„${title}“ – „${top.label.de}“`, en: `“${title}” – “${top.label.en}”` };
  return [
    {
      de: `${answer.de}: ${inHundred(top.share, language)} in Gruppe ${own.group} (${rest}).`,
      en: `${answer.en}: ${inHundred(top.share, language)} in group ${own.group} (${rest}).`,
    }[language],
  ];
}

function shareOf(shares: readonly { code: string; share: number }[], code: string): number {
  return shares.find((each) => each.code === code)?.share ?? 0;
}
