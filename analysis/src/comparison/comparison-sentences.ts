import type { Language, LocalizedText } from "@mehrwert/study";
import { noWorthsSentence } from "../covariates/no-worths-sentence.ts";
import { pInWords } from "../interval-format.ts";
import { formatNumber } from "../number-format.ts";
import type {
  ComparedGroup,
  ComparisonGroups,
  GroupItemContrast,
  NoRankingComparison,
  RankingComparison,
} from "./ranking-comparison.ts";

/** Whether and where groups rank differently, for readers who know no statistics. */
export function comparisonSentences(comparison: RankingComparison, language: Language): string[] {
  return [
    overallSentence(comparison, language),
    ...contrastSentences(comparison, language),
    ...agreementSentences(comparison, language),
    ...groupSentences(comparison, language),
  ];
}

/** Why an answer cannot be compared. */
export function noComparisonSentences(
  comparison: NoRankingComparison,
  language: Language,
): string[] {
  const least = formatNumber(comparison.minimum, language);
  return [
    {
      de: `Hier lässt sich nichts vergleichen: Gezeigt werden nur Gruppen von mindestens ${least} Befragten, damit niemand erkennbar wird, und davon gibt es weniger als zwei.`,
      en: `Nothing can be compared here: only groups of at least ${least} respondents are shown, so that nobody becomes recognisable, and there are fewer than two of these.`,
    }[language],
  ];
}

function overallSentence({ overall, groups }: RankingComparison, language: Language): string {
  if (!overall.exists) {
    if (overall.reason === "weights")
      return {
        de: "Mit Gewichten gibt es keinen gültigen Gesamttest; die Vergleiche je Gegenstand gelten.",
        en: "With weights there is no valid overall test; the comparisons by item hold.",
      }[language];
    const where = groups.find(({ name }) => name === overall.group)?.label[language];
    const why = noWorthsSentence(overall.reason, [])[language];
    return {
      de: `Der Gesamttest ist nicht möglich${where === undefined ? "" : ` (Gruppe „${where}“)`}: ${why} Verglichen werden die mittleren Ränge.`,
      en: `The overall test is not possible${where === undefined ? "" : ` (group “${where}”)`}: ${why} Mean ranks are compared instead.`,
    }[language];
  }
  const p = pInWords(overall.p, language);
  if (overall.p < 0.05)
    return {
      de: `Die Gruppen ordnen verschieden; Zufall ist als Erklärung unwahrscheinlich (${p}).`,
      en: `The groups rank differently; chance is an unlikely explanation (${p}).`,
    }[language];
  return {
    de: `Im Ganzen ist kein Unterschied zu sehen, der größer wäre als Zufall (${p}). Das heißt nicht, dass es keinen gibt: Kleine Unterschiede brauchen mehr Befragte.`,
    en: `On the whole no difference larger than chance is seen (${p}). That does not mean there is none: small differences need more respondents.`,
  }[language];
}

/** Differences that survive the correction, the clearest first. */
export function clearContrasts({ contrasts }: RankingComparison): GroupItemContrast[] {
  return contrasts
    .filter(({ pAdjusted }) => pAdjusted < 0.05)
    .sort((a, b) => a.pAdjusted - b.pAdjusted || a.p - b.p);
}

function contrastSentences(comparison: RankingComparison, language: Language): string[] {
  const clear = clearContrasts(comparison);
  const number = formatNumber(comparison.contrasts.length, language);
  if (clear.length === 0) {
    if (comparison.contrasts.length === 0) return [];
    return [
      {
        de: `Bei keinem einzelnen Gegenstand ist der Unterschied nach Korrektur für ${number} Vergleiche gesichert.`,
        en: `For no single item is the difference certain after correction for ${number} comparisons.`,
      }[language],
    ];
  }
  return clear
    .slice(0, 6)
    .map((contrast) => contrastSentence(comparison, contrast, language, number));
}

function contrastSentence(
  comparison: RankingComparison,
  contrast: GroupItemContrast,
  language: Language,
  number: string,
): string {
  const { groups, items, values } = comparison;
  const index = groups.findIndex(({ name }) => name === contrast.group);
  const at = items.findIndex(({ item }) => item === contrast.item);
  const label = items[at]?.label[language] ?? contrast.item;
  const against = groups.find(({ name }) => name === contrast.against);
  const difference = contrast.rankDifference;
  const own = values[index]?.[at]?.meanRank;
  const other = own === undefined || difference === undefined ? undefined : own - difference;
  const isMore = (contrast.difference ?? -(difference ?? 0)) > 0;
  // Of two groups, the one that values the item more is the subject.
  const isTurned = !isMore && against !== undefined;
  const [subject, object] = isTurned ? [against, groups[index]] : [groups[index], against];
  const [first, second] = isTurned ? [other, own] : [own, other];
  const ranks = {
    de: ` – im Mittel Rang ${written(first, "de")} statt ${written(second, "de")}`,
    en: ` – on average rank ${written(first, "en")} instead of ${written(second, "en")}`,
  }[language];
  const p = pInWords(contrast.pAdjusted, language);
  const objectName = object === undefined ? rest[language] : quoted(object, language);
  const more = isMore || isTurned ? { de: "mehr", en: "more" } : { de: "weniger", en: "less" };
  return {
    de: `„${label}“ schätzt die Gruppe ${quoted(subject, "de")} ${more.de} als ${objectName}${first === undefined || second === undefined ? "" : ranks} (${p} nach Korrektur für ${number} Vergleiche).`,
    en: `Group ${quoted(subject, "en")} values “${label}” ${more.en} than ${objectName}${first === undefined || second === undefined ? "" : ranks} (${p} after correction for ${number} comparisons).`,
  }[language];
}

function written(value: number | undefined, language: Language): string {
  return value === undefined ? "–" : formatNumber(value, language, 1);
}

const rest = { de: "alle Übrigen", en: "all others" };

function quoted(group: Pick<ComparedGroup, "label"> | undefined, language: Language): string {
  const label = group?.label[language] ?? "–";
  return { de: `„${label}“`, en: `“${label}”` }[language];
}

function agreementSentences(
  { agreements, groups }: RankingComparison,
  language: Language,
): string[] {
  const pairs = agreements.filter(({ coefficient }) => coefficient === "spearman");
  const [lowest] = [...pairs].sort((a, b) => a.value - b.value);
  if (lowest === undefined) return [];
  const labelOf = (name: string) =>
    quoted(
      groups.find((each) => each.name === name),
      language,
    );
  const value = formatNumber(lowest.value, language, 2);
  const pair = {
    de: `${labelOf(lowest.first)} und ${labelOf(lowest.second)}`,
    en: `${labelOf(lowest.first)} and ${labelOf(lowest.second)}`,
  };
  const intro =
    groups.length > 2
      ? { de: "Am wenigsten gleichen sich", en: "Least alike are" }
      : { de: "Verglichen werden", en: "Compared are" };
  const meaning =
    lowest.value >= 0.9
      ? { de: "fast dieselbe Reihenfolge", en: "nearly the same order" }
      : lowest.value >= 0.6
        ? { de: "eine ähnliche Reihenfolge", en: "a similar order" }
        : { de: "verschiedene Reihenfolgen", en: "different orders" };
  return [
    {
      de: `${intro.de} ${pair.de}: ${meaning.de} (Rangkorrelation ${value}; 1 = gleich, −1 = umgekehrt).`,
      en: `${intro.en} ${pair.en}: ${meaning.en} (rank correlation ${value}; 1 = same, −1 = reversed).`,
    }[language],
  ];
}

/** What happened to answers that few people gave. */
export function groupSentences(groups: ComparisonGroups, language: Language): string[] {
  const list = (labels: readonly LocalizedText[]) =>
    labels.map((label) => quoted({ label }, language)).join(", ");
  const least = formatNumber(groups.minimum, language);
  const sentences: string[] = [];
  if (groups.isCut)
    sentences.push(
      {
        de: "Die Skala wurde dort geteilt, wo zwei möglichst gleich große Gruppen entstehen.",
        en: "The scale was cut where the two groups are most alike in size.",
      }[language],
    );
  if (groups.merged.length > 0)
    sentences.push(
      {
        de: `Zu klein für sich (unter ${least}) und deshalb zusammengefasst: ${list(groups.merged)}.`,
        en: `Too small on their own (below ${least}) and therefore put together: ${list(groups.merged)}.`,
      }[language],
    );
  if (groups.leftOut.length > 0)
    sentences.push(
      {
        de: `Nicht gezeigt, weil weniger als ${least} Befragte so geantwortet haben: ${list(groups.leftOut)}.`,
        en: `Not shown because fewer than ${least} respondents answered so: ${list(groups.leftOut)}.`,
      }[language],
    );
  if (groups.missing > 0)
    sentences.push(
      {
        de: `Ohne Antwort auf diese Frage: ${formatNumber(groups.missing, language)} Befragte mit Rangfolge; sie fehlen im Vergleich.`,
        en: `Without an answer to this question: ${formatNumber(groups.missing, language)} respondents with a ranking; they are not compared.`,
      }[language],
    );
  return sentences;
}
