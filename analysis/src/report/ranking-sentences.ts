import type { Language } from "@mehrwert/study";
import { numberWriter } from "../figures/number-writer.ts";
import { formatNumber, formatP } from "../number-format.ts";
import type { RankingRow, RankingTable } from "../ranking/ranking-table.ts";

const quoted = (row: RankingRow, language: Language) =>
  language === "de" ? `„${row.label.de}“` : `“${row.label.en}”`;

function listed(parts: string[], language: Language): string {
  return new Intl.ListFormat(language, { type: "conjunction" }).format(parts);
}

/** Who leads: by mean rank, or by top share where nobody ranked completely. */
function leaderSentence(table: RankingTable, language: Language): string | undefined {
  const leaders = table.rows.filter((row) => row.position === 1);
  const [leader] = leaders;
  if (leader === undefined) return undefined;
  const write = numberWriter(language);
  const names = listed(
    leaders.map((row) => quoted(row, language)),
    language,
  );
  const isOne = leaders.length === 1;
  if (leader.meanRank === undefined) {
    const share = write.share(leader.topShare);
    return language === "de"
      ? `Am häufigsten unter den ersten ${table.topK}: ${names} (${share}).`
      : `Most often among the first ${table.topK}: ${names} (${share}).`;
  }
  const interval = write.meanInterval(leader.meanRankInterval);
  const mean = write.mean(leader.meanRank);
  return language === "de"
    ? `Am meisten geschätzt ${isOne ? "wird" : "werden"} ${names}: mittlerer Rang ${mean} (95-%-Intervall ${interval}).`
    : `Most valued ${isOne ? "is" : "are"} ${names}: mean rank ${mean} (95% interval ${interval}).`;
}

const isOpen = (row: RankingRow) =>
  row.leadOverNext !== undefined && row.leadOverNext.interval[0] <= 0;

/** Whether the lead of the first is more than chance. */
function leadSentence(table: RankingTable, language: Language): string | undefined {
  const [first, second] = table.rows;
  const lead = first?.leadOverNext;
  if (second === undefined || lead === undefined || lead.interval[0] <= 0) return undefined;
  const write = numberWriter(language);
  const value = write.mean(lead.value);
  const interval = write.meanInterval(lead.interval);
  return language === "de"
    ? `Der Vorsprung vor ${quoted(second, "de")} beträgt ${value} Ränge (95-%-Intervall ${interval}) und ist größer, als der Zufall erwarten lässt.`
    : `Its lead over ${quoted(second, "en")} is ${value} ranks (95% interval ${interval}), more than chance would explain.`;
}

/** Neighbours whose order these answers do not settle. */
function openOrderSentence(table: RankingTable, language: Language): string | undefined {
  const pairs = table.rows.flatMap((row, index) => {
    const next = table.rows[index + 1];
    return isOpen(row) && next !== undefined
      ? [
          language === "de"
            ? `${quoted(row, "de")} und ${quoted(next, "de")}`
            : `${quoted(row, "en")} and ${quoted(next, "en")}`,
        ]
      : [];
  });
  if (pairs.length === 0) return undefined;
  const between = pairs.join(language === "de" ? "; zwischen " : "; between ");
  return language === "de"
    ? `Nicht gesichert ist die Reihenfolge zwischen ${between}.`
    : `Not settled is the order between ${between}.`;
}

/** Drivers that many put first although their mean is low: a minority with a wish of its own. */
function minoritySentence(table: RankingTable, language: Language): string | undefined {
  const byFirstShare = [...table.rows].sort((a, b) => (b.firstShare ?? 0) - (a.firstShare ?? 0));
  const loved = table.rows.filter(
    (row) =>
      row.meanRank !== undefined &&
      row.position !== undefined &&
      (row.firstShare ?? 0) >= 0.1 &&
      row.position - (byFirstShare.indexOf(row) + 1) >= 2,
  );
  if (loved.length === 0) return undefined;
  const write = numberWriter(language);
  return loved
    .map((row) =>
      language === "de"
        ? `${quoted(row, "de")} steht im Mittel nur auf Platz ${row.position}, kommt aber bei ${write.share(row.firstShare)} auf Rang 1: Eine Minderheit schätzt das besonders.`
        : `${quoted(row, "en")} is only in place ${row.position} on average, yet ${write.share(row.firstShare)} rank it first: a minority values it especially.`,
    )
    .join(" ");
}

/**
 * A ranking table in plain sentences: who leads, how sure that is, and what the mean hides.
 *
 * @returns nothing if nobody has ranked
 */
export function rankingSentences(table: RankingTable, language: Language): string[] {
  return [leaderSentence, leadSentence, openOrderSentence, minoritySentence].flatMap((sentence) => {
    const text = sentence(table, language);
    return text === undefined ? [] : [text];
  });
}

/** How far people agree, and whether there is a shared order at all; nothing where Kendall's W does not exist. */
export function agreementSentences({ kendallsW }: RankingTable, language: Language): string[] {
  if (kendallsW === undefined) return [];
  const value = formatNumber(kendallsW.value, language, 2);
  const p = formatP(kendallsW.p, language);
  const isClear = kendallsW.p < 0.05;
  const meaning = `${kendallsW.meaning[language]} (Kendall${language === "de" ? "s" : "'s"} W = ${value})`;
  const chance = {
    de: isClear
      ? `Eine gemeinsame Rangfolge gibt es; reiner Zufall ist als Erklärung unwahrscheinlich (p ${p.startsWith("<") ? p : `= ${p}`}).`
      : `Ob es überhaupt eine gemeinsame Rangfolge gibt, lässt sich nicht sagen; die Unterschiede können Zufall sein (p = ${p}).`,
    en: isClear
      ? `There is a shared order; pure chance is an unlikely explanation (p ${p.startsWith("<") ? p : `= ${p}`}).`
      : `Whether there is a shared order at all cannot be said; the differences may be chance (p = ${p}).`,
  }[language];
  return [`${meaning.replace(". (", " (")}. ${chance}`];
}
