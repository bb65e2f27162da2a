import type { Language } from "@mehrwert/study";
import { numberWriter } from "../figures/number-writer.ts";
import { formatNumber, formatP } from "../number-format.ts";
import { agreementBeyondChance } from "../ranking/agreement-in-words.ts";
import type { ShownRankingRow, ShownRankingTable } from "../ranking/shown-ranking-table.ts";

const quoted = (row: ShownRankingRow, language: Language) =>
  language === "de" ? `„${row.label.de}“` : `“${row.label.en}”`;

function listed(parts: string[], language: Language): string {
  return new Intl.ListFormat({ de: "de-DE", en: "en-GB" }[language], {
    type: "conjunction",
  }).format(parts);
}

/** Lists of lists: another word than "and" before the last one tells which list ends where. */
function severalListed(lists: string[], language: Language): string {
  const before = lists.slice(0, -1).join(", ");
  const last = lists.at(-1) ?? "";
  if (before === "") return last;
  return language === "de" ? `${before} sowie ${last}` : `${before}, and ${last}`;
}

/** Who leads: by worth, by mean rank, or by top share, whichever orders the table. */
function leaderSentence(table: ShownRankingTable, language: Language): string | undefined {
  const leaders = table.rows.filter((row) => row.position === 1);
  const [leader] = leaders;
  if (leader === undefined) return undefined;
  const write = numberWriter(language);
  const names = listed(
    leaders.map((row) => quoted(row, language)),
    language,
  );
  const isOne = leaders.length === 1;
  if (leader.worth !== undefined) {
    const worth = write.share(leader.worth);
    return language === "de"
      ? `Am meisten geschätzt ${isOne ? "wird" : "werden"} ${names}, wenn alle Rangfolgen zählen, auch unvollständige: Worth ${worth} von allem.`
      : `Most valued ${isOne ? "is" : "are"} ${names} if all rankings count, incomplete ones too: worth ${worth} of the whole.`;
  }
  if (leader.meanRank === undefined) {
    const share = write.share(leader.topShare);
    return language === "de"
      ? `Am häufigsten unter den ersten ${table.topK}: ${names} (${share}).`
      : `Most often among the first ${table.topK}: ${names} (${share}).`;
  }
  const mean = write.mean(leader.meanRank);
  const bounds = leader.meanRankInterval;
  const range = bounds === undefined ? "" : write.meanInterval(bounds);
  const interval =
    range &&
    { de: ` (95\u2011%\u2011Intervall ${range})`, en: ` (95% interval ${range})` }[language];
  return language === "de"
    ? `Am meisten geschätzt ${isOne ? "wird" : "werden"} ${names}: mittlerer Rang ${mean}${interval}.`
    : `Most valued ${isOne ? "is" : "are"} ${names}: mean rank ${mean}${interval}.`;
}

const isOpen = (row: ShownRankingRow) =>
  row.leadOverNext !== undefined && row.leadOverNext.interval[0] <= 0;

/** Whether the lead of the first is more than chance. */
function leadSentence(table: ShownRankingTable, language: Language): string | undefined {
  const [first, second] = table.rows;
  const lead = first?.leadOverNext;
  if (second === undefined || lead === undefined || first?.position === second.position) {
    return undefined;
  }
  const write = numberWriter(language);
  const value = write.mean(lead.value);
  const interval = write.meanInterval(lead.interval);
  const next = quoted(second, language);
  if (lead.interval[0] <= 0) {
    return language === "de"
      ? `Der Vorsprung vor ${next} kann Zufall sein: ${value} Ränge (95\u2011%\u2011Intervall ${interval}).`
      : `Its lead over ${next} may be chance: ${value} ranks (95% interval ${interval}).`;
  }
  return language === "de"
    ? `Der Vorsprung vor ${next} beträgt ${value} Ränge (95\u2011%\u2011Intervall ${interval}) und ist größer, als der Zufall erwarten lässt.`
    : `Its lead over ${next} is ${value} ranks (95% interval ${interval}), more than chance would explain.`;
}

/** Neighbours whose order these answers do not settle, joined to runs: of three in a row, the outer two may be settled. */
function openOrderSentence(table: ShownRankingTable, language: Language): string | undefined {
  const runs: ShownRankingRow[][] = [];
  table.rows.forEach((row, index) => {
    const before = table.rows[index - 1];
    if (before !== undefined && isOpen(before)) runs.at(-1)?.push(row);
    else runs.push([row]);
  });
  const open = runs.filter((run) => run.length > 1);
  if (open.length === 0) return undefined;
  const between = severalListed(
    open.map((run) => {
      const names = listed(
        run.map((row) => quoted(row, language)),
        language,
      );
      const isPair = run.length === 2;
      if (language === "de") return isPair ? `zwischen ${names}` : `zwischen den Nachbarn ${names}`;
      return isPair ? `between ${names}` : `between the neighbours ${names}`;
    }),
    language,
  );
  return language === "de"
    ? `Nicht gesichert ist die Reihenfolge ${between}.`
    : `Not settled is the order ${between}.`;
}

/** Whether more people put an item first than would if all items were alike; a small study cannot show that. */
function isLoved(row: ShownRankingRow, table: ShownRankingTable): boolean {
  return (row.firstShareInterval?.[0] ?? 0) > 1 / table.options;
}

/** Drivers that many put first although their mean is low: a minority with a wish of its own. */
function minoritySentence(table: ShownRankingTable, language: Language): string | undefined {
  const byFirstShare = [...table.rows].sort((a, b) => (b.firstShare ?? 0) - (a.firstShare ?? 0));
  const loved = table.rows.filter(
    (row) =>
      row.meanRank !== undefined &&
      row.worth === undefined &&
      row.position !== undefined &&
      isLoved(row, table) &&
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
export function rankingSentences(table: ShownRankingTable, language: Language): string[] {
  return [leaderSentence, leadSentence, openOrderSentence, minoritySentence].flatMap((sentence) => {
    const text = sentence(table, language);
    return text === undefined ? [] : [text];
  });
}

/** How far people agree, and whether chance alone would do as well; nothing where Kendall's W does not exist. */
export function agreementSentences({ kendallsW }: ShownRankingTable, language: Language): string[] {
  if (kendallsW === undefined) return [];
  const value = formatNumber(kendallsW.value, language, 2);
  const meaning = `${kendallsW.meaning[language]} (Kendall${language === "de" ? "s" : "'s"} W = ${value})`;
  const whole = `${meaning.replace(". (", " (")}.`;
  if (kendallsW.p === undefined) return [whole];
  const p = formatP(kendallsW.p, language);
  const isClear = kendallsW.p < 0.05;
  const chance = isClear
    ? `${agreementBeyondChance(kendallsW.value)[language]} (p ${p.startsWith("<") ? p : `= ${p}`}).`
    : {
        de: `Auch bloßer Zufall kann das erklären (p = ${p}).`,
        en: `Mere chance may explain this as well (p = ${p}).`,
      }[language];
  return [`${whole} ${chance}`];
}
