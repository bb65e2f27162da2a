import * as fc from "fast-check";
import { expect, test } from "vitest";
import { smallDataset } from "../example/small-dataset.ts";
import { rankingsFromLists } from "./ordered-lists.ts";
import { rankingsFromPrefLib } from "./preflib.ts";
import { type RankingFileOptions, type RankingSource, rankingSourceOf } from "./ranking-source.ts";
import { rankingsFromCsv } from "./wide-csv.ts";
import { withAnchor } from "./with-anchor.ts";

type Settings = Partial<RankingFileOptions>;

const fileName = "r.csv";
const csv = (text: string, options: Settings = {}) =>
  rankingsFromCsv([new TextEncoder().encode(text)], { fileName, ...options });

function read(result: ReturnType<typeof csv>): RankingSource {
  if (!result.ok) throw new Error(JSON.stringify(result.issues));
  return result.value;
}

function refusals(result: ReturnType<typeof csv>): string[] {
  return result.ok ? [] : result.issues.map(({ path, message }) => `${path} ${message.en}`);
}

const ranks = (source: RankingSource) => Array.from(source.rankings.ranks);

test("a CSV is read with counts, ties, quotes, CRLF, byte-order mark and without a last newline", () => {
  const source = read(csv('\ufeffcount,"a, b",c,d\r\n3,1,2,3\r\n\r\n 2 ,"2",1,1\r\n1,1.5,1.5,3'));
  expect(source.items.map(({ item }) => item)).toEqual(["a, b", "c", "d"]);
  expect(ranks(source)).toEqual([1, 2, 3, 2, 1, 1, 1, 1, 2]);
  expect(source.rankings).toMatchObject({ n: 6, rowCount: 3, unranked: "complete" });
  expect(Array.from(source.rowOrigins ?? [])).toEqual([2, 4, 5]);
});

test("a CSV reads the same in whatever pieces it comes", () => {
  const text =
    '\ufeffcount,"a, b",c,d,who\r\n3,1,2,3,ä\r\n\r\n 2 ,"2",1,1,b\n1,9,1,3,c\n10,1.5,1.5,3,"é, f"';
  const settings = { fileName, items: ["a, b", "c", "d"], skipBad: true };
  const bytes = new TextEncoder().encode(text);
  const whole = rankingsFromCsv([bytes], settings);
  expect(whole.ok && whole.value.covariates?.get("who")).toEqual(["ä", "b", "é, f"]);
  const cuts = fc.array(fc.nat({ max: bytes.length }));
  void fc.assert(
    fc.property(cuts, (places) => {
      const ends = [...places.sort((a, b) => a - b), bytes.length];
      const pieces = ends.map((end, index) => bytes.slice(ends[index - 1] ?? 0, end));
      expect(rankingsFromCsv(pieces, settings)).toEqual(whole);
    }),
  );
});

test("a column of durations is no item; an empty field is no duration, and a word is a bad line", () => {
  const source = read(csv("a,b,s\n1,2,10.5\n2,1,\n1,2,0\n", { durations: "s" }));
  expect(source.items.map(({ item }) => item)).toEqual(["a", "b"]);
  expect(source.durations).toEqual([10.5, undefined, 0]);
  expect(refusals(csv("a,b,s\n1,2,fast\n", { durations: "s" }))[0]).toMatch(/^r\.csv:2 .*duration/);
  expect(refusals(csv("count,a,b,s\n1,1,2,3\n", { durations: "s" }))[0]).toContain("one person");
  expect(refusals(csv("a,b\n1,2\n", { durations: "s" }))[0]).toContain("no column s");
});

test("the answers to an anchor question are joined by line; empty ones are no answer", () => {
  const source = read(csv("a,b\n1,2\n2,1\n1,2\n"));
  const anchor = (text: string) => read(csv(text, { unranked: "below", skipBad: true }));
  const joined = withAnchor(source, anchor("x,y,z\n1,2,3\n,,\n1,3,2\n"), "x.csv");
  expect(joined.ok && joined.value.anchor).toEqual({
    items: 3,
    isCorrect: [true, undefined, false],
  });
  const why = (other: string) => {
    const result = withAnchor(source, anchor(other), "x.csv");
    return result.ok ? "" : result.issues[0]?.message.en;
  };
  expect(why("x,y\n1,2\n")).toContain("1 lines, the rankings have 3");
  expect(why("x\n1\n1\n1\n")).toContain("cannot be used");
  expect(why("count,x,y\n3,1,2\n")).toContain("cannot be used");
});

test("semicolons and decimal commas are read too", () => {
  expect(ranks(read(csv("a;b;c\n1,5;1,5;3\n")))).toEqual([1, 1, 2]);
});

test("an empty field is an error that explains both readings, until somebody says which", () => {
  const text = "a,b,c\n1,2,3\n1,2,\n";
  const [refusal = "", ...others] = refusals(csv(text));
  expect(others).toEqual([]);
  expect(refusal).toMatch(/^r\.csv:3 .*behind everything placed.*never shown/);
  expect(refusals(csv(text, { skipBad: true }))).toHaveLength(1);
  expect(read(csv(text, { unranked: "below" })).rankings.unranked).toBe("below");
  expect(read(csv(text, { unranked: "not-presented" })).rankings.unranked).toBe("not-presented");
  expect(read(csv("a,b\n1,2\n", { unranked: "below" })).rankings.unranked).toBe("complete");
});

test("bad lines are named by line, or left out and counted", () => {
  const text = "count,a,b,c\n1,1,2,3\n1,1,3,4\n0,1,2,3\n1,x,2,3\n1,1,2\n1,0,1,2\n1,3,2,1\n1,,,\n";
  const found = refusals(csv(text, { unranked: "below" }));
  expect(found.map((line) => line.split(" ")[0]).sort()).toEqual(
    [3, 4, 5, 6, 7, 9].map((line) => `r.csv:${line}`),
  );
  const source = read(csv(text, { unranked: "below", skipBad: true }));
  expect(source).toMatchObject({ skippedRows: 6, respondents: 8 });
  expect(ranks(source)).toEqual([1, 2, 3, 3, 2, 1]);
});

test.each([
  ["", "no name"],
  ["count\n1\n", "heading is missing"],
  ["a\n", "no ranking"],
  ["a,b\n", "no ranking"],
  ["a,a\n1,2\n", "twice"],
  ["a,,b\n1,2,3\n", "no name"],
])("the file %j is refused in words", (text, words) => {
  expect(refusals(csv(text)).join()).toContain(words);
});

test("columns can be chosen; the others become covariates, one may be a weight", () => {
  const text = "id,group,w,a,b\n1,A,0.5,1,2\n2,,2,2,1\n";
  const source = read(csv(text, { items: ["a", "b"], weights: "w" }));
  expect(ranks(source)).toEqual([1, 2, 2, 1]);
  expect(Array.from(source.rankings.weights ?? [])).toEqual([0.5, 2]);
  expect(source.covariates?.get("group")).toEqual(["A", undefined]);
  expect(refusals(csv(text, { items: ["a", "z"] })).join()).toContain("no column z");
});

test("many lines are the same as few: blocks leave no trace", () => {
  const line = fc.shuffledSubarray([1, 2, 3, 4], { minLength: 4 });
  void fc.assert(
    fc.property(fc.array(line, { minLength: 1, maxLength: 40 }), (lines) => {
      const many = Array.from({ length: 1_000 }, () => lines).flat();
      const source = read(csv(`a,b,c,d\n${many.map((row) => row.join(",")).join("\n")}\n`));
      expect(source.rankings.n).toBe(many.length);
      expect(Buffer.compare(Buffer.from(source.rankings.ranks), Buffer.from(many.flat()))).toBe(0);
    }),
    { numRuns: 5 },
  );
});

test("ordered lists know ties, counts, remarks, and that a short list needs a word about the rest", () => {
  const text = "# best first\na > b = c > d\n12: d > c > b > a\n";
  const source = read(rankingsFromLists(text, { fileName: "l.txt" }));
  expect(ranks(source)).toEqual([1, 2, 2, 3, 4, 3, 2, 1]);
  expect(source.rankings.n).toBe(13);
  const short = "a, b, c\nb\n";
  expect(refusals(rankingsFromLists(short, { fileName })).join()).toContain("r.csv:2");
  expect(ranks(read(rankingsFromLists(short, { fileName, unranked: "below" })))).toEqual([
    1, 2, 3, 0, 1, 0,
  ]);
  expect(refusals(rankingsFromLists("a,b,a\n", { fileName })).join()).toContain("twice");
});

test("PrefLib files are read in both formats, and wrong lines are named", () => {
  const now =
    "# NUMBER ALTERNATIVES: 3\n# ALTERNATIVE NAME 1: x\n# ALTERNATIVE NAME 2: y\n# ALTERNATIVE NAME 3: z\n4: 2,{1,3}\n1: 3,2,1\n";
  const source = read(rankingsFromPrefLib(now, { fileName: "f.toc" }));
  expect(source.items.map(({ name }) => name)).toEqual(["x", "y", "z"]);
  expect(ranks(source)).toEqual([2, 1, 2, 3, 2, 1]);
  expect(source.rankings.n).toBe(5);
  const before = "3\n1,x\n2,y\n3,z\n5,5,2\n4,2,{1,3}\n1,3,2,1\n";
  expect(ranks(read(rankingsFromPrefLib(before, { fileName })))).toEqual([2, 1, 2, 3, 2, 1]);
  expect(refusals(rankingsFromPrefLib(`${now}2: 9,1,2\nrubbish\n`, { fileName }))).toHaveLength(2);
  expect(refusals(rankingsFromPrefLib("hello\n", { fileName })).join()).toContain("no PrefLib");
});

test("a dataset knows what its blanks mean, and keeps who answered and how they described themselves", () => {
  const dataset = smallDataset([[1, 2, undefined], "skipped", [3, 1, 2], "not-shown"], {
    options: 3,
  });
  const source = rankingSourceOf(dataset);
  expect(ranks(source)).toEqual([1, 2, 0, 3, 1, 2]);
  expect(source.rankings.unranked).toBe("below");
  expect(source).toMatchObject({ respondents: 4, question: "drivers", minimumGroupSize: 10 });
  expect(Array.from(source.rowOrigins ?? [])).toEqual([0, 2]);
  expect(() => rankingSourceOf(dataset, "other")).toThrow(RangeError);
});
