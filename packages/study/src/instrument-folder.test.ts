import { expect, test } from "vitest";
import { smallInstrument } from "./example/small-study.ts";
import { instrumentPlaces, readInstrument, readInstrumentFiles } from "./instrument-folder.ts";

/** A file that can be fielded: consent first and required, a construct for every item. */
async function fieldable(): Promise<string> {
  const definition = await import("../../../instruments/value-drivers/1.0.0/instrument.json", {
    with: { type: "json" },
  });
  return JSON.stringify(definition.default);
}

test("instrumentPlaces finds instruments and guides, and tells empty version folders", () => {
  const { files, guides, issues } = instrumentPlaces([
    "README.md",
    "b/1.0.0/instrument.json",
    "b/1.0.0",
    "b",
    "a/1.0.0",
    "a/1.0.0/instrument.json",
    "a/1.0.0/README.md",
    "guide/1.0.0",
    "guide/1.0.0/interview-guide.json",
    "lost/2.0.0",
    "lost/2.0.0/README.md",
    "node_modules/x/1.0.0",
    "node_modules/x/instrument.json",
  ]);
  expect(files).toEqual(["a/1.0.0/instrument.json", "b/1.0.0/instrument.json"]);
  expect(guides).toEqual(["guide/1.0.0/interview-guide.json"]);
  expect(issues.map(({ file }) => file)).toEqual(["lost/2.0.0"]);
});

test("readInstrumentFiles refuses a file in the wrong place and two of the same name", async () => {
  const text = await fieldable();
  const verdicts = (...files: string[]) =>
    readInstrumentFiles(files.map((file) => ({ file, text }))).map(({ result }) =>
      result.ok ? "ok" : result.issues.map(({ path }) => path),
    );
  expect(verdicts("value-drivers/1.0.0/instrument.json")).toEqual(["ok"]);
  expect(verdicts("instrument.json")).toEqual(["ok"]);
  expect(verdicts("value-drivers/1.0.1/instrument.json")).toEqual([["/mehrwert/version"]]);
  expect(
    verdicts("a/value-drivers/1.0.0/instrument.json", "b/value-drivers/1.0.0/instrument.json"),
  ).toEqual([["/mehrwert/slug"], ["/mehrwert/slug"]]);
});

test("readInstrument tells text that is no JSON from JSON that is no instrument", () => {
  expect(readInstrument("{")).toMatchObject({
    ok: false,
    issues: [{ advice: { en: "Often a comma or bracket is missing at the place named." } }],
  });
  expect(readInstrument(JSON.stringify({ ...smallInstrument, pages: 1 }))).toMatchObject({
    ok: false,
    issues: [{ path: "/pages" }],
  });
});
