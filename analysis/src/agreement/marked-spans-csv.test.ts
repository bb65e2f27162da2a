import { describe, expect, test } from "vitest";
import { markedSpansFromCsv } from "./marked-spans-csv.ts";

const read = (text: string, coders?: string[]) =>
  markedSpansFromCsv(text, {
    ...{ fileName: "spans.csv", length: 100 },
    ...(coders !== undefined && { coders }),
  });

const complaints = (text: string) => {
  const found = read(text);
  return found.ok ? [] : found.issues.map(({ path, message }) => `${path}: ${message.en}`);
};

function spansOf(text: string, coders?: string[]) {
  const found = read(text, coders);
  if (!found.ok) throw new Error(found.issues.map(({ message }) => message.en).join(" "));
  return found.value;
}

describe("markedSpansFromCsv", () => {
  test("reads coders, codes in alphabetical order, and segments", () => {
    expect(spansOf("coder,code,start,end,note\nB,y,0,10,\nA,x,5,100,why\n")).toMatchObject({
      ...{ length: 100, coders: ["B", "A"], leftOut: 0 },
      codes: [
        { name: "x", group: undefined },
        { name: "y", group: undefined },
      ],
      segments: [
        { coder: 0, code: 1, start: 0, end: 10 },
        { coder: 1, code: 0, start: 5, end: 100 },
      ],
    });
  });

  test("reads groups of codes", () => {
    const { codes } = spansOf("coder,code,start,end,group\nA,W1,0,9,W\nA,V2,0,9,V\nB,V1,0,9,V\n");
    expect(codes).toEqual([
      { name: "V1", group: "V" },
      { name: "V2", group: "V" },
      { name: "W1", group: "W" },
    ]);
  });

  test("takes the coders asked for: others are left out, and who marked nothing takes part", () => {
    expect(spansOf("coder,code,start,end\nA,x,0,9\nB,y,0,9\n", ["C", "A"])).toMatchObject({
      ...{ coders: ["C", "A"], leftOut: 1, codes: [{ name: "x" }] },
      segments: [{ coder: 1, code: 0 }],
    });
  });

  test.each([
    ["a missing column", "coder,code,start\nA,x,1\n", ["spans.csv: There is no column end."]],
    [
      "an empty coder and code",
      "coder,code,start,end\n,,1,2\n",
      ["spans.csv:2, coder: The field is empty.", "spans.csv:2, code: The field is empty."],
    ],
    [
      "positions that are none",
      "coder,code,start,end\nA,x,-1,2.5\nA,x,a,\n",
      [
        'spans.csv:2, start: "-1" is not a position.',
        'spans.csv:2, end: "2.5" is not a position.',
        'spans.csv:3, start: "a" is not a position.',
        'spans.csv:3, end: "" is not a position.',
      ],
    ],
    [
      "empty and reversed spans",
      "coder,code,start,end\nA,x,3,3\nA,x,9,4\n",
      [
        "spans.csv:2, end: The span is empty (3 to 3).",
        "spans.csv:3, end: The span runs backwards (9 to 4).",
      ],
    ],
    [
      "a span behind the end of the text",
      "coder,code,start,end\nA,x,3,101\n",
      ["spans.csv:2, end: 101 lies behind the end of the text (--length 100)."],
    ],
    [
      "the same span twice",
      "coder,code,start,end\nA,x,3,5\nB,x,3,5\nA,x,3,5\n",
      ["spans.csv:4: The same span stands in line 2 already."],
    ],
    [
      "a code in two groups",
      "coder,code,start,end,group\nA,x,3,5,V\nB,x,3,5,W\n",
      ['spans.csv:3: The code "x" belonged to the group "V" before.'],
    ],
    [
      "an empty group",
      "coder,code,start,end,group\nA,x,3,5,\n",
      ["spans.csv:2, group: The field is empty."],
    ],
    [
      "several texts",
      "coder,code,start,end,document\nA,x,3,5,E1\nB,x,3,5,E2\n",
      ['spans.csv, document: The file holds several texts, such as "E1" and "E2".'],
    ],
  ])("refuses %s", (_, text, expected) => {
    expect(complaints(text)).toEqual(expected);
  });

  test("every complaint stands in both languages, with advice", () => {
    const text = "coder,code,start,end,group\n,x,-1,2,V\nA,x,9,101,W\nA,x,3,3,W\nA,x,3,3,W\n";
    const found = read(text);
    if (found.ok) throw new Error("read");
    for (const { message, advice } of found.issues)
      for (const words of [message.de, message.en, advice.de, advice.en])
        expect(words).toMatch(/\.$/);
  });
});
