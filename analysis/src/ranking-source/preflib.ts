import type { Result } from "@mehrwert/study";
import { fileIssue } from "./bad-rows.ts";
import type { RankingFileOptions, RankingSource } from "./ranking-source.ts";
import { RowCollector } from "./row-collector.ts";
import { sourceFromFile } from "./source-from-file.ts";

/** Names of the alternatives by number, and the lines that hold orders. */
type PrefLibFile = { names: Map<string, string>; orders: { line: number; text: string }[] };

/**
 * Rankings from a PrefLib file (.soc, .soi, .toc, .toi), in the format with `# KEY: value` lines or the older one with
 * the number of alternatives in the first line. An order is `count: 1,2,{3,4}`; braces tie.
 *
 * Source: Mattei and Walsh (2013), PrefLib: a library for preferences, ADT 2013; format pages of preflib.org.
 * @returns everything that is wrong, by line
 */
export function rankingsFromPrefLib(
  text: string,
  options: RankingFileOptions,
): Result<RankingSource> {
  const lines = text.replace(/^\ufeff/, "").split(/\r?\n/);
  const file = lines.some((line) => line.startsWith("#")) ? withKeys(lines) : withoutKeys(lines);
  const numbers = [...file.names.keys()];
  if (numbers.length === 0) {
    const message = {
      de: "Das ist keine PrefLib-Datei: Die Namen der Alternativen fehlen.",
      en: "This is no PrefLib file: the names of the alternatives are missing.",
    };
    const mend = {
      de: "Erwartet werden Zeilen wie „# ALTERNATIVE NAME 1: Apfel“.",
      en: "Lines such as '# ALTERNATIVE NAME 1: apple' are expected.",
    };
    return { ok: false, issues: [fileIssue(options.fileName, message, mend)] };
  }
  const collector = new RowCollector(numbers.length, true, options);
  const places = new Map(numbers.map((number, index) => [number, index]));
  for (const { line, text: order } of file.orders) readOrder(order, line, places, collector);
  const collected = collector.result();
  if (!collected.ok) return collected;
  return sourceFromFile({ collected, options, items: uniqueNames([...file.names.values()]) });
}

function withKeys(lines: readonly string[]): PrefLibFile {
  const names = new Map<string, string>();
  const orders: PrefLibFile["orders"] = [];
  for (const [index, line] of lines.entries()) {
    const [, number, name] = /^#\s*ALTERNATIVE NAME\s+(\d+)\s*:\s*(.*)$/i.exec(line) ?? [];
    if (number !== undefined) names.set(number, (name ?? "").trim() || number);
    else if (!line.startsWith("#") && line.trim() !== "")
      orders.push({ line: index + 1, text: line });
  }
  return { names, orders };
}

/** Older files: number of alternatives, their names, a line of totals, then `count,order`. */
function withoutKeys(lines: readonly string[]): PrefLibFile {
  const total = Number(lines[0]);
  if (!Number.isInteger(total) || total < 1) return { names: new Map(), orders: [] };
  const named = lines.slice(1, 1 + total).map((line) => {
    const comma = line.indexOf(",");
    return [line.slice(0, comma).trim(), line.slice(comma + 1).trim()] as const;
  });
  const orders = lines
    .map((line, index) => ({ line: index + 1, text: line.replace(",", ":") }))
    .slice(2 + total)
    .filter(({ text }) => text.trim() !== "");
  return { names: new Map(named), orders };
}

function readOrder(
  text: string,
  line: number,
  places: ReadonlyMap<string, number>,
  collector: RowCollector,
): void {
  const [, count, order = ""] = /^\s*(\d+)\s*:\s*(.*)$/.exec(text) ?? [];
  if (count === undefined || !/^[\d,{}\s]+$/.test(order)) {
    collector.refuse(line, "not-readable");
    return;
  }
  const groups = order.match(/\{[^{}]*\}|\d+/g) ?? [];
  const named = groups.map((group) => group.match(/\d+/g) ?? []);
  const flat = named.flat();
  if (new Set(flat).size < flat.length) collector.refuse(line, "twice");
  else if (flat.some((number) => !places.has(number))) collector.refuse(line, "unknown-item");
  else {
    collector.row.fill(0);
    collector.count = Number(count);
    for (const [rank, group] of named.entries())
      for (const number of group) collector.row[places.get(number) ?? 0] = rank + 1;
    collector.add(line);
  }
}

/** Two alternatives of one name stay apart. */
function uniqueNames(names: readonly string[]): string[] {
  return names.map((name, index) =>
    names.indexOf(name) === index ? name : `${name} (${index + 1})`,
  );
}
