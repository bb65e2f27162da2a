import type { LocalizedText } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { ConstructScore, GapIndex, IndexScore, TypologyIndex } from "./score-table.ts";

/** How the score of a construct comes about, in one sentence. */
export function constructRule({
  items,
  minimumAnswered,
}: Pick<ConstructScore, "items" | "minimumAnswered">): LocalizedText {
  const names = items.map(({ item }) => item).join(", ");
  const turned = items.filter(({ isReversed }) => isReversed).map(({ item }) => item);
  const reversed = turned.length === 0 ? undefined : turned.join(", ");
  if (items.length === 1) {
    const also = reversed === undefined ? { de: "", en: "" } : turnedAround;
    return { de: `Wert des Items ${names}${also.de}.`, en: `Value of item ${names}${also.en}.` };
  }
  const also =
    reversed === undefined
      ? { de: "", en: "" }
      : { de: `; umgekehrt gepolt: ${reversed}`, en: `; reverse-keyed: ${reversed}` };
  return {
    de: `Mittel aus ${names}, wenn mindestens ${minimumAnswered} von ${items.length} beantwortet sind${also.de}.`,
    en: `Mean of ${names} if at least ${minimumAnswered} of ${items.length} are answered${also.en}.`,
  };
}

const turnedAround = { de: ", umgekehrt gepolt", en: ", reverse-keyed" };

/** How an index comes about. `labels`: what the scores it rests on are called. */
export function indexRule(
  score: IndexScore,
  labels: ReadonlyMap<string, LocalizedText>,
): LocalizedText {
  const { index } = score;
  const named = (name: string, language: "de" | "en") => labels.get(name)?.[language] ?? name;
  switch (index.kind) {
    case "mean": {
      const { items, minimumAnswered } = index;
      const names = items.join(", ");
      return {
        de: `Mittel aus ${names}, wenn mindestens ${minimumAnswered} von ${items.length} beantwortet sind.`,
        en: `Mean of ${names} if at least ${minimumAnswered} of ${items.length} are answered.`,
      };
    }
    case "difference":
      return {
        de: `„${named(index.minuend, "de")}“ weniger „${named(index.subtrahend, "de")}“ bei derselben Person.`,
        en: `“${named(index.minuend, "en")}” less “${named(index.subtrahend, "en")}” of the same person.`,
      };
    case "ratio": {
      const least = index.minimumDenominator;
      return {
        de: `„${named(index.numerator, "de")}“ geteilt durch „${named(index.denominator, "de")}“, nur wenn dies mindestens ${formatNumber(least, "de")} ist; Bereiche zählen mit ihrer Mitte, offene mit ihrer Grenze.`,
        en: `“${named(index.numerator, "en")}” divided by “${named(index.denominator, "en")}”, only if that is at least ${formatNumber(least, "en")}; bands count by their midpoint, open ones by their bound.`,
      };
    }
    case "typology":
      return typologyRule(index, labels);
    case "group-gap":
      return gapRule(score, index, labels);
  }
}

function typologyRule(
  { types }: TypologyIndex["index"],
  labels: ReadonlyMap<string, LocalizedText>,
): LocalizedText {
  const written = (language: "de" | "en") =>
    types
      .map(({ label, when }) => {
        const conditions = when.map((condition) => conditionText(condition, labels, language));
        return `${label[language]}: ${conditions.join({ de: " und ", en: " and " }[language])}`;
      })
      .join("; ");
  return {
    de: `Es gilt der erste Typ, der passt. ${written("de")}.`,
    en: `The first type that fits holds. ${written("en")}.`,
  };
}

type Condition = TypologyIndex["index"]["types"][number]["when"][number];

function conditionText(
  { score, from, above, to, below }: Condition,
  labels: ReadonlyMap<string, LocalizedText>,
  language: "de" | "en",
): string {
  const write = (sign: string, bound: number | undefined) =>
    bound === undefined ? [] : [`${sign} ${writtenBound(bound, language)}`];
  const bounds = [
    ...write("≥", from),
    ...write(">", above),
    ...write("≤", to),
    ...write("<", below),
  ];
  return `${labels.get(score)?.[language] ?? score} ${bounds.join(", ")}`.trim();
}

function writtenBound(bound: number, language: "de" | "en"): string {
  return formatNumber(bound, language, Number.isInteger(bound) ? 0 : 1);
}

function gapRule(
  score: IndexScore,
  index: GapIndex["index"],
  labels: ReadonlyMap<string, LocalizedText>,
): LocalizedText {
  const pairs = "pairs" in score ? score.pairs.length : 0;
  const least = "minimumAnswered" in score ? score.minimumAnswered : 0;
  const named = (name: string, language: "de" | "en") => labels.get(name)?.[language] ?? name;
  return {
    de: `Mittel der ${pairs} gespiegelten Items in „${named(index.self, "de")}“ weniger Mittel derselben in „${named(index.other, "de")}“, je Person ab ${least} Antworten; nur wenn beide Gruppen mindestens ${index.minimumGroup} Personen haben.`,
    en: `Mean of the ${pairs} mirrored items in “${named(index.self, "en")}” less the mean of the same in “${named(index.other, "en")}”, per person from ${least} answers on; only if both groups have at least ${index.minimumGroup} people.`,
  };
}
