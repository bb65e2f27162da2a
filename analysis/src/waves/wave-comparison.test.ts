import { expect, test } from "vitest";
import { type ExampleElements, exampleWave } from "../example/simulated-waves.ts";
import { waveDataset } from "../example/wave-dataset.ts";
import { waveCodesOf } from "./wave-codes.ts";
import { compareWaves } from "./wave-comparison.ts";
import { linkedPairsCsv } from "./waves-document.ts";

const people: ExampleElements[] = [
  ["N", "07", "G", "1", "M"],
  ["O", "31", "T", "0", "E"],
  ["E", "12", "R", "2", "A"],
  ["A", "24", "N", "1", "H"],
];
const before = waveDataset(exampleWave(1, people), [1, 2, 3, 1]);
const after = waveDataset(
  exampleWave(2, [...people.slice(0, 3).toReversed(), undefined]),
  [5, 4, 2, 5],
);

test("compareWaves gives the change of linked people, and apart from it that of the waves", () => {
  const result = compareWaves([after, before]);
  const [comparison] = result.ok ? result.value : [];
  expect(comparison?.waves).toEqual([1, 2]);
  expect(comparison?.links.pairs).toHaveLength(3);
  // 1 → 2, 2 → 4, 3 → 5: differences 1, 2, 2.
  const [change] = comparison?.change.changes ?? [];
  expect(change).toMatchObject({ id: "trust", linked: { n: 3, means: [2, 11 / 3] } });
  expect(change?.linked.difference).toBeCloseTo(5 / 3, 12);
  expect(change?.linked.sd).toBeCloseTo(Math.sqrt(1 / 3), 12);
  // Student's t with 2 degrees of freedom: 4.3027.
  expect(change?.linked.interval?.[0]).toBeCloseTo(
    5 / 3 - (4.302653 * Math.sqrt(1 / 3)) / Math.sqrt(3),
    5,
  );
  expect(change?.unlinked).toMatchObject({ n: [4, 4], means: [1.75, 4] });
  expect(change?.unlinked.difference).toBe(2.25);
});

test("compareWaves compares three waves pair by pair, and its CSV says who is who", () => {
  const third = waveDataset(exampleWave(3, people.slice(3)), [4]);
  const result = compareWaves([before, after, third]);
  const comparisons = result.ok ? result.value : [];
  expect(comparisons.map(({ waves, links }) => [...waves, links.pairs.length])).toEqual([
    [1, 2, 3],
    [1, 3, 1],
    [2, 3, 0],
  ]);
  const lines = linkedPairsCsv(comparisons).trim().split("\r\n");
  expect(lines).toHaveLength(5);
  expect(lines[4]).toBe(
    "1,3,00000000-0000-4000-8000-000000000003,00000000-0000-4000-8000-000000000000,exact,",
  );
});

test("compareWaves names scores that follow another rule instead of comparing them", () => {
  const [construct] = after.dictionary.constructs;
  const changed = {
    ...after,
    dictionary: {
      ...after.dictionary,
      variables: after.dictionary.variables.map((variable) =>
        variable.name === "a-1" ? { ...variable, reverseKeyed: true } : variable,
      ),
    },
  };
  const result = compareWaves([before, changed]);
  const [comparison] = result.ok ? result.value : [];
  expect(comparison?.change).toEqual({ changes: [], notComparable: [construct?.label] });
});

test("compareWaves refuses one wave, a wave twice, another study and other elements", () => {
  const messages = (...datasets: Parameters<typeof compareWaves>[0]) => {
    const result = compareWaves(datasets);
    return result.ok ? [] : result.issues.map(({ message }) => message.en);
  };
  const { manifest } = after;
  const elsewhere = {
    ...after,
    manifest: { ...manifest, study: { ...manifest.study, slug: "x" } },
  };
  const codes = exampleWave(2, people);
  const shorter = waveDataset({ ...codes, elements: codes.elements.slice(1) }, []);
  expect(messages(before)).toEqual(["Linking needs another wave."]);
  expect(messages(before, before)).toEqual(["Two datasets are the same wave."]);
  expect(messages(before, elsewhere)).toEqual(["The datasets belong to different studies."]);
  expect(messages(before, shorter)).toEqual(["The waves ask for the code in different ways."]);
});

test("waveCodesOf says which questions there are if the one asked for is not", () => {
  expect(waveCodesOf(before, "other")).toMatchObject({
    ok: false,
    issues: [{ advice: { en: "Such questions in it: wave-code." } }],
  });
});
