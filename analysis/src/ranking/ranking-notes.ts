import type { Language, LocalizedText, Missing } from "@mehrwert/study";
import { formatNumber } from "../number-format.ts";
import type { RankingTable } from "./ranking-table.ts";

/** Fewest complete rankings for which a percentile bootstrap interval deserves some trust. */
const fewRespondents = 10;

const reasonWords: Record<Missing, LocalizedText> = {
  refused: { de: "keine Angabe", en: "no answer wished" },
  dk: { de: "kann ich nicht beurteilen", en: "cannot judge" },
  na: { de: "trifft nicht zu", en: "not applicable" },
  "not-shown": { de: "Frage nicht gezeigt", en: "question not shown" },
  skipped: { de: "Frage übersprungen", en: "question skipped" },
  "not-reached": { de: "vorher aufgehört", en: "stopped before" },
  "not-in-version": { de: "nicht in dieser Fassung", en: "not in this version" },
  unranked: { de: "nichts eingeordnet", en: "nothing placed" },
};

/** Sentences a reader of this ranking table needs: who is counted where, what is missing, and how far to trust it. */
export function rankingNotes(
  table: Omit<RankingTable, "notes">,
  facts: { allIdentical: boolean; completeDecide: boolean },
): LocalizedText[] {
  return [
    ...countNotes(table, facts.completeDecide),
    ...missingNotes(table),
    ...trustNotes(table, facts.allIdentical),
  ];
}

function countNotes(table: Omit<RankingTable, "notes">, completeDecide: boolean): LocalizedText[] {
  const { answered, complete, topRanked } = table;
  if (answered === 0) return [{ de: "Noch niemand hat geordnet.", en: "Nobody has ranked yet." }];
  return [
    complete > 0 ? completeNote(table) : noCompleteNote(table),
    ...orderNotes(table, completeDecide),
    ...(topRanked > complete && complete > 0 ? [partialNote(table)] : []),
    ...(answered > topRanked ? [fewPlacedNote(table)] : []),
  ];
}

function completeNote({ complete, answered, options }: Omit<RankingTable, "notes">): LocalizedText {
  return sentence(
    (n) =>
      `Mittlere Ränge, Mediane, Borda-Punkte und Einigkeit beruhen auf vollständigen Rangfolgen, in denen alle ${n(options)} Optionen stehen: ${n(complete)} von ${n(answered)}.`,
    (n) =>
      `Mean ranks, medians, Borda points and agreement rest on complete rankings, those that hold all ${n(options)} options: ${n(complete)} of ${n(answered)}.`,
  );
}

function noCompleteNote({ options }: Omit<RankingTable, "notes">): LocalizedText {
  return sentence(
    (n) =>
      `Keine Rangfolge enthält alle ${n(options)} Optionen. Mittlere Ränge, Mediane, Borda-Punkte und Einigkeit gibt es deshalb nicht.`,
    (n) =>
      `No ranking holds all ${n(options)} options. So there are no mean ranks, medians, Borda points or agreement.`,
  );
}

/** What the order rests on, wherever it is not the mean ranks of all or most. */
function orderNotes(table: Omit<RankingTable, "notes">, completeDecide: boolean): LocalizedText[] {
  const { rows, complete, answered, topK, topRanked } = table;
  if (rows.some(({ worth }) => worth !== undefined))
    return [
      sentence(
        (n) =>
          `Die Reihenfolge folgt den Worths. Sie nutzen alle ${n(answered)} Rangfolgen, auch unvollständige${complete > 0 ? "; die vollständigen sind zu wenige, um für alle zu sprechen" : ""}.`,
        (n) =>
          `The order follows the worths. They use all ${n(answered)} rankings, incomplete ones too${complete > 0 ? "; the complete ones are too few to speak for all" : ""}.`,
      ),
    ];
  if (complete === 0)
    return [
      sentence(
        (n) =>
          `Die Reihenfolge folgt den Anteilen unter den ersten ${n(topK)} (n = ${n(topRanked)}); Worths gibt es für diese Antworten nicht.`,
        (n) =>
          `The order follows the shares among the first ${n(topK)} (n = ${n(topRanked)}); there are no worths for these answers.`,
      ),
    ];
  if (!completeDecide)
    return [
      sentence(
        (n) =>
          `Die Reihenfolge folgt den mittleren Rängen von nur ${n(complete)} der ${n(answered)} Rangfolgen und kann sich mit jeder Antwort ändern; Worths, die alle nutzen, gibt es für diese Antworten nicht.`,
        (n) =>
          `The order follows the mean ranks of only ${n(complete)} of the ${n(answered)} rankings and may change with every answer; worths, which use all of them, do not exist for these answers.`,
      ),
    ];
  return [];
}

function partialNote({ topRanked, complete, topK }: Omit<RankingTable, "notes">): LocalizedText {
  return sentence(
    (n) =>
      `Unvollständige Rangfolgen mit mindestens ${n(topK)} Optionen: ${n(topRanked - complete)}. Sie zählen bei den Anteilen mit (n = ${n(topRanked)}), nicht bei den mittleren Rängen.`,
    (n) =>
      `Incomplete rankings with at least ${n(topK)} options: ${n(topRanked - complete)}. They count in the shares (n = ${n(topRanked)}), not in the mean ranks.`,
  );
}

function fewPlacedNote({ answered, topRanked, topK }: Omit<RankingTable, "notes">): LocalizedText {
  return sentence(
    (n) =>
      `Rangfolgen mit weniger als ${n(topK)} Optionen: ${n(answered - topRanked)}. Sie zählen nur beim paarweisen Vergleich.`,
    (n) =>
      `Rankings with fewer than ${n(topK)} options: ${n(answered - topRanked)}. They count only in the pairwise comparison.`,
  );
}

function missingNotes({ missing, respondents }: Omit<RankingTable, "notes">): LocalizedText[] {
  const total = missing.reduce((sum, { count }) => sum + count, 0);
  if (total === 0) return [];
  const reasons = (language: Language) =>
    missing
      .map(
        ({ reason, count }) => `${reasonWords[reason][language]}: ${formatNumber(count, language)}`,
      )
      .join("; ");
  return [
    sentence(
      (n) => `Ohne Rangfolge: ${n(total)} von ${n(respondents)} Befragten (${reasons("de")}).`,
      (n) => `Without a ranking: ${n(total)} of ${n(respondents)} respondents (${reasons("en")}).`,
    ),
  ];
}

function trustNotes(table: Omit<RankingTable, "notes">, allIdentical: boolean): LocalizedText[] {
  const { answered, complete } = table;
  if (answered === 1) {
    return [
      {
        de: "Das ist die Antwort einer einzigen Person, kein Ergebnis einer Gruppe.",
        en: "This is the answer of a single person, not the result of a group.",
      },
    ];
  }
  const notes: LocalizedText[] = [];
  if (complete === 1) {
    notes.push({
      de: "Nur eine Rangfolge ist vollständig: Die mittleren Ränge sind die einer einzigen Person.",
      en: "Only one ranking is complete: the mean ranks are those of a single person.",
    });
  }
  if (complete > 1 && complete < fewRespondents) {
    notes.push(
      sentence(
        (n) =>
          `Nur ${n(complete)} vollständige Rangfolgen: Die Intervalle sind eher zu eng, und der Test auf Einigkeit ist grob.`,
        (n) =>
          `Only ${n(complete)} complete rankings: the intervals tend to be too narrow, and the test of agreement is rough.`,
      ),
    );
  }
  if (allIdentical) {
    notes.push({
      de: "Alle vollständigen Rangfolgen sind gleich. Die Intervalle haben deshalb keine Breite; das heißt nicht, dass das Ergebnis sicher ist.",
      en: "All complete rankings are the same. So the intervals have no width; that does not mean that the result is certain.",
    });
  }
  return notes;
}

function sentence(
  de: (n: (value: number) => string) => string,
  en: (n: (value: number) => string) => string,
): LocalizedText {
  return {
    de: de((value) => formatNumber(value, "de")),
    en: en((value) => formatNumber(value, "en")),
  };
}
