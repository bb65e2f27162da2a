import type { Result } from "@mehrwert/study";
import { fileIssue } from "./bad-rows.ts";
import type { RankingSource } from "./ranking-source.ts";

/**
 * Rankings with the answers to an anchor question: one whose right order everybody knows.
 *
 * The anchor's columns stand in the right order, and its lines belong to the lines of the rankings. Who left the anchor
 * empty has no answer.
 * @returns what is wrong if the files are not about as many people, a line stands for several people, or the anchor has fewer than two columns
 */
export function withAnchor(
  source: RankingSource,
  anchor: RankingSource,
  fileName: string,
): Result<RankingSource> {
  const k = anchor.rankings.itemCount;
  if (k < 2 || anchor.rankings.counts !== undefined || source.rankings.counts !== undefined)
    return { ok: false, issues: [unusableAnchor(fileName)] };
  if (anchor.respondents !== source.respondents)
    return { ok: false, issues: [otherPeople(fileName, anchor.respondents, source.respondents)] };
  const rightOn = new Map<number, boolean>();
  for (const [row, line] of (anchor.rowOrigins ?? []).entries()) {
    const ranks = anchor.rankings.ranks.subarray(row * k, (row + 1) * k);
    rightOn.set(
      line,
      ranks.every((rank, item) => rank === item + 1),
    );
  }
  const isCorrect = Array.from(source.rowOrigins ?? [], (line) => rightOn.get(line));
  return { ok: true, warnings: [], value: { ...source, anchor: { items: k, isCorrect } } };
}

function otherPeople(fileName: string, found: number, expected: number) {
  return fileIssue(
    fileName,
    {
      de: `Die Kontrollfrage hat ${found} Zeilen, die Rangfolgen haben ${expected}.`,
      en: `The anchor question has ${found} lines, the rankings have ${expected}.`,
    },
    {
      de: "Jede Zeile der Kontrollfrage gehört zur gleichen Zeile der Rangfolgen; wer nicht geantwortet hat, hat leere Felder.",
      en: "Each line of the anchor question belongs to the same line of the rankings; those who did not answer have empty fields.",
    },
  );
}

function unusableAnchor(fileName: string) {
  return fileIssue(
    fileName,
    {
      de: "Mit dieser Kontrollfrage lässt sich nicht rechnen.",
      en: "This anchor question cannot be used.",
    },
    {
      de: "Sie braucht mindestens zwei Spalten in der richtigen Reihenfolge und, wie die Rangfolgen, eine Zeile je Person ohne Spalte count.",
      en: "It needs at least two columns in the right order and, like the rankings, one line per person without a column count.",
    },
  );
}
