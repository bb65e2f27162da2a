import type { Result } from "@mehrwert/study";
import { fieldsOf } from "./number-lines.ts";
import type { RankingFileOptions, RankingSource } from "./ranking-source.ts";
import { RowCollector } from "./row-collector.ts";
import { sourceFromFile } from "./source-from-file.ts";

/** One line: groups of names from best to worst, and how many respondents gave it. */
type OrderedLine = { line: number; count: number; groups: string[][] };

/**
 * Rankings from ordered lists: one respondent per line, names from best to worst, separated by `>` or commas; `=` ties
 * two names; `12:` before a line means twelve respondents. Lines that begin with `#` are remarks.
 *
 * @returns everything that is wrong, by line
 */
export function rankingsFromLists(
  text: string,
  options: RankingFileOptions,
): Result<RankingSource> {
  const lines = text
    .replace(/^\ufeff/, "")
    .split(/\r?\n/)
    .flatMap((line, index) => orderedLine(line, index + 1));
  const items = [...new Set(lines.flatMap(({ groups }) => groups.flat()))].sort();
  const places = new Map(items.map((item, index) => [item, index]));
  const collector = new RowCollector(Math.max(1, items.length), true, options);
  for (const { line, count, groups } of lines) {
    collector.row.fill(0);
    collector.count = count;
    const named = groups.flat();
    if (new Set(named).size < named.length) collector.refuse(line, "twice");
    else if (named.includes("")) collector.refuse(line, "not-readable");
    else {
      for (const [rank, group] of groups.entries())
        for (const item of group) collector.row[places.get(item) ?? 0] = rank + 1;
      collector.add(line);
    }
  }
  const collected = collector.result();
  return collected.ok ? sourceFromFile({ collected, options, items }) : collected;
}

function orderedLine(text: string, line: number): OrderedLine[] {
  if (text.trim() === "" || text.startsWith("#")) return [];
  const [, count, rest = ""] = /^(?:\s*(\d+)\s*:)?(.*)$/.exec(text) ?? [];
  const names = fieldsOf(rest, rest.includes(">") ? ">" : ",");
  const groups = names.map((name) => name.split("=").map((tied) => tied.trim()));
  return [{ line, count: count === undefined ? 1 : Number(count), groups }];
}
