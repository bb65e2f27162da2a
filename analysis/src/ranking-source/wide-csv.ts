import type { LocalizedText, Result } from "@mehrwert/study";
import { fileIssue } from "./bad-rows.ts";
import { fieldsOf, NumberLines } from "./number-lines.ts";
import type { RankingFileOptions, RankingSource } from "./ranking-source.ts";
import { RowCollector } from "./row-collector.ts";
import { sourceFromFile } from "./source-from-file.ts";
import { wholeLines } from "./whole-lines.ts";

/** What each column of the file is. */
type Columns = {
  names: string[];
  items: number[];
  count: number | undefined;
  weight: number | undefined;
  duration: number | undefined;
  covariates: number[];
};

/**
 * Rankings from a table with one column per item: a field is the rank (1 = best, equal numbers = tie, empty = not
 * ranked). A column `count` says how many respondents a line stands for. Comma or semicolon.
 *
 * Takes the bytes of the file in pieces of any size and keeps none of them, only compact ranks.
 * @returns everything that is wrong, by line
 */
export function rankingsFromCsv(
  chunks: Iterable<Uint8Array>,
  options: RankingFileOptions,
): Result<RankingSource> {
  const pieces = wholeLines(chunks);
  const first = pieces.next().value ?? new Uint8Array(0);
  const start = first[0] === 0xef && first[1] === 0xbb && first[2] === 0xbf ? 3 : 0;
  const newline = first.indexOf(10, start);
  const headEnd = newline < 0 ? first.length : newline;
  const head = new TextDecoder().decode(first.subarray(start, headEnd)).replace(/\r$/, "");
  const delimiter = !head.includes(",") && head.includes(";") ? ";" : ",";
  const columns = columnsOf(fieldsOf(head, delimiter), options);
  if ("message" in columns)
    return { ok: false, issues: [fileIssue(options.fileName, columns.message, columns.mend)] };
  const lines = new NumberLines(first, { position: headEnd + 1, line: 1, delimiter });
  const collector = new RowCollector(
    Math.max(1, columns.items.length),
    columns.count !== undefined,
    options,
  );
  const texts = new Map<number, string[]>();
  readLines(lines, columns, collector, texts);
  for (const piece of pieces) {
    lines.goOn(piece);
    readLines(lines, columns, collector, texts);
  }
  const collected = collector.result();
  if (!collected.ok) return collected;
  return sourceFromFile({
    ...{ collected, options },
    items: columns.items.map((column) => columns.names[column] ?? ""),
    ...(columns.covariates.length > 0 && {
      covariates: new Map(
        columns.covariates.map((column) => [
          columns.names[column] ?? "",
          Array.from(collected.value.lines, (line) => texts.get(line)?.[column] || undefined),
        ]),
      ),
    }),
    ...(columns.duration !== undefined && {
      durations: Array.from(collected.value.lines, (line) =>
        durationIn(texts.get(line)?.[columns.duration ?? 0]),
      ),
    }),
  });
}

/** Hands every line to the collector; keeps the texts of lines only where there are covariates. */
function readLines(
  lines: NumberLines,
  { names, items, count, weight, duration, covariates }: Columns,
  collector: RowCollector,
  texts: Map<number, string[]>,
): void {
  const cells = new Float64Array(names.length);
  const { row } = collector;
  for (let state = lines.next(cells); state !== "end"; state = lines.next(cells)) {
    if (state === "blank") continue;
    if (state === "wrong-length") {
      collector.refuse(lines.line, "wrong-length");
      continue;
    }
    const keepsText = covariates.length > 0 || duration !== undefined;
    const fields = keepsText ? lines.fields() : [];
    if (duration !== undefined && Number.isNaN(durationIn(fields[duration]))) {
      collector.refuse(lines.line, "bad-duration");
      continue;
    }
    for (let item = 0; item < items.length; item += 1) row[item] = cells[items[item] ?? 0] ?? 0;
    if (count !== undefined) collector.count = cells[count] ?? 0;
    if (weight !== undefined) collector.weight = weightIn(lines.fields()[weight]);
    if (keepsText) texts.set(lines.line, fields);
    collector.add(lines.line);
  }
}

function weightIn(field: string | undefined): number {
  return field === undefined || field === "" ? Number.NaN : Number(field.replace(",", "."));
}

/** Undefined where the field is empty, NaN where it is no duration. */
function durationIn(field: string | undefined): number | undefined {
  if (field === undefined || field === "") return undefined;
  const value = Number(field.replace(",", "."));
  return value >= 0 && value < Infinity ? value : Number.NaN;
}

type Complaint = { message: LocalizedText; mend: LocalizedText };

function columnsOf(names: string[], options: RankingFileOptions): Columns | Complaint {
  const place = (name: string) => (names.includes(name) ? names.indexOf(name) : undefined);
  const count = place("count");
  const weight = options.weights === undefined ? undefined : place(options.weights);
  if (options.weights !== undefined && weight === undefined) return noColumn(options.weights);
  const duration = options.durations === undefined ? undefined : place(options.durations);
  if (options.durations !== undefined && duration === undefined) return noColumn(options.durations);
  if (duration !== undefined && count !== undefined) return durationsOfMany;
  const missing = options.items?.find((item) => place(item) === undefined);
  if (missing !== undefined) return noColumn(missing);
  const others = [...names.keys()].filter(
    (column) => column !== count && column !== weight && column !== duration,
  );
  const items = options.items?.map((item) => names.indexOf(item)) ?? others;
  const twice = names.find((name, column) => names.indexOf(name) !== column);
  if (twice !== undefined) {
    return {
      message: {
        de: `Die Kopfzeile nennt ${JSON.stringify(twice)} zweimal.`,
        en: `The heading names ${JSON.stringify(twice)} twice.`,
      },
      mend: {
        de: "Geben Sie jeder Spalte einen eigenen Namen.",
        en: "Name each column differently.",
      },
    };
  }
  if (names.includes("") || items.length === 0) {
    return {
      message: {
        de: "Die Kopfzeile fehlt, oder eine Spalte hat keinen Namen.",
        en: "The heading is missing, or a column has no name.",
      },
      mend: {
        de: "Die erste Zeile nennt, was geordnet wurde; davor darf eine Spalte count stehen.",
        en: "The first line names what was ranked; a column count may stand before.",
      },
    };
  }
  const covariates = others.filter((one) => !items.includes(one));
  return { names, items, count, weight, duration, covariates };
}

const durationsOfMany: Complaint = {
  message: {
    de: "Eine Dauer gehört zu einer Person; mit der Spalte count steht eine Zeile für mehrere.",
    en: "A duration belongs to one person; with a column count a line stands for several.",
  },
  mend: {
    de: "Geben Sie eine Datei mit einer Zeile je Person an, oder lassen Sie --durations weg.",
    en: "Give a file with one line per person, or leave out --durations.",
  },
};

function noColumn(name: string): Complaint {
  return {
    message: { de: `Eine Spalte ${name} gibt es nicht.`, en: `There is no column ${name}.` },
    mend: {
      de: "Prüfen Sie die Schreibweise in der Kopfzeile.",
      en: "Check the spelling in the heading.",
    },
  };
}
