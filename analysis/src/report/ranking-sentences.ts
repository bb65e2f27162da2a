import type { Language } from "@mehrwert/study";
import { formatNumber, formatP } from "../number-format.ts";
import type { RankingRow, RankingTable } from "../ranking/ranking-table.ts";

/** Each result of a ranking table as a sentence for readers who know no statistics. */
export function rankingSentences(table: RankingTable, language: Language): string[] {
  return [
    ...table.rows.flatMap((row) => rowSentence(row, table, language)),
    ...orderSentence(table, language),
    ...agreementSentence(table, language),
  ];
}

function rowSentence(row: RankingRow, table: RankingTable, language: Language): string[] {
  const number = (value: number, decimals = 0) => formatNumber(value, language, decimals);
  const parts: string[] = [];
  if (row.meanRank !== undefined) {
    const mean = number(row.meanRank, 2);
    const options = number(table.options);
    parts.push(
      { de: `im Mittel Rang ${mean} von ${options}`, en: `on average rank ${mean} of ${options}` }[
        language
      ],
    );
  }
  if (row.firstShare !== undefined && row.topShare !== undefined) {
    const first = number(row.firstShare * 100);
    const top = number(row.topShare * 100);
    const k = number(table.topK);
    parts.push(
      {
        de: `${first} von 100 nennen es an erster Stelle, ${top} von 100 unter den ersten ${k}`,
        en: `${first} in 100 put it first, ${top} in 100 among their first ${k}`,
      }[language],
    );
  }
  if (parts.length === 0) return [];
  const place = row.position === undefined ? "" : `${row.position}. `;
  return [`${place}${row.label[language]}: ${parts.join("; ")}.`];
}

/** Which neighbours may as well stand the other way round. */
function orderSentence(table: RankingTable, language: Language): string[] {
  const leads = table.rows.flatMap((row, index) => {
    const next = table.rows[index + 1];
    return row.leadOverNext === undefined || next === undefined ? [] : [{ row, next }];
  });
  if (leads.length === 0) return [];
  const open = leads.filter(({ row }) => (row.leadOverNext?.interval[0] ?? 0) <= 0);
  if (open.length === 0) {
    return [
      {
        de: "Jeder Abstand zum Nächsten ist größer, als bei 95 von 100 vergleichbaren Befragungen durch Zufall zu erwarten wäre.",
        en: "Every lead over the next is larger than chance would explain in 95 of 100 comparable surveys.",
      }[language],
    ];
  }
  const pairs = open.map(({ row, next }) => `${row.label[language]} / ${next.label[language]}`);
  return [
    {
      de: `Offen ist die Reihenfolge dieser Nachbarn, ihr Abstand kann Zufall sein: ${pairs.join("; ")}.`,
      en: `The order of these neighbours is open, their distance may be chance: ${pairs.join("; ")}.`,
    }[language],
  ];
}

function agreementSentence({ kendallsW }: RankingTable, language: Language): string[] {
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
