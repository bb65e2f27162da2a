import { expect, test } from "vitest";
import { covariatesOf } from "../covariates/covariates-of.ts";
import { demoSource } from "../example/demo-source.ts";
import { smallSource } from "../example/small-source.ts";
import { type FindGroupsOptions, findGroups } from "./find-groups.ts";
import { groupsCsv } from "./groups-csv.ts";
import { groupsDocument } from "./groups-document.ts";
import { groupsReport } from "./groups-report.ts";
import type { LatentGroups, NoLatentGroups } from "./latent-groups.ts";

const source = await demoSource();
const options: FindGroupsOptions = { fewest: 1, most: 3, seed: 1, prior: 0, starts: 20 };

function found(groups: LatentGroups | NoLatentGroups): LatentGroups {
  if (!groups.exists) throw new Error(groups.reason);
  return groups;
}

const demo = found(findGroups(source, covariatesOf(source), { ...options, checkDraws: 19 }));

test("findGroups finds the demo's planted minority with its size inside the interval", () => {
  expect(demo.chosen).toBe(2);
  const [majority, minority] = demo.fits[1]?.classes ?? [];
  const [low, high] = minority?.interval ?? [1, 0];
  expect(low).toBeLessThan(0.18);
  expect(high).toBeGreaterThan(0.18);
  const first = (group: typeof minority) => group?.items.find(({ place }) => place === 1)?.name;
  expect(first(minority)).toBe("joint-results");
  expect(first(majority)).toBe("knowledge-transfer");
  expect(minority?.items[4]?.meanRank).toBeLessThan(2);
});

test("findGroups tells the minority from chance and never loses likelihood with more groups", () => {
  expect(demo.check).toMatchObject({ exists: true, p: 0.05, draws: 19, fewer: 1 });
  const [one, two, three] = demo.fits.map(({ logLikelihood }) => logLikelihood);
  expect(two).toBeGreaterThan(one ?? 0);
  expect(three).toBeGreaterThanOrEqual(two ?? 0);
});

test("findGroups says who the minority are", () => {
  const clear = demo.members.filter(({ pAdjusted }) => pAdjusted < 0.05);
  const names = clear.map(({ variable }) => variable);
  expect(names).toEqual(expect.arrayContaining(["ro-1", "ro-2", "meeting-format.workshop"]));
  const [others, minority] = clear.find(({ variable }) => variable === "ro-1")?.answers ?? [];
  expect(minority?.mean).toBeGreaterThan((others?.mean ?? 9) + 0.4);
  const lead = demo.members.find(({ variable }) => variable === "network-experience");
  const shares = lead?.answers.map(
    (each) => each.shares.find(({ code }) => code === "lead")?.share,
  );
  expect(shares?.[1]).toBeGreaterThan(2 * (shares?.[0] ?? 1));
});

test("findGroups gives the same for the same seed", () => {
  const short = { ...options, most: 2, starts: 3, checkDraws: 2 };
  expect(findGroups(source, [], short)).toEqual(findGroups(source, [], short));
});

test("findGroups does not describe the members of a group below the study's minimum", () => {
  const careful = { ...source, minimumGroupSize: 100 };
  const groups = found(findGroups(careful, covariatesOf(source), { ...options, checkDraws: 0 }));
  expect(groups).toMatchObject({ members: [], memberTests: 0, membersLeftOut: "small-group" });
});

test("findGroups names the reason when there is nothing to find", () => {
  const reasonOf = (rows: (number | null)[][]) => {
    const groups = findGroups(smallSource(rows), [], options);
    return groups.exists ? "exists" : groups.reason;
  };
  expect(reasonOf([[1, 2, 3]])).toBe("one-respondent");
  expect(reasonOf([[1], [1]])).toBe("one-item");
  expect(
    reasonOf([
      [1, 2, 3],
      [1, 2, 3],
    ]),
  ).toBe("one-sided");
});

test("short lists carry a warning that a minority may stay hidden", () => {
  const rows = Array.from({ length: 60 }, (_, index) => {
    const row: (number | null)[] = new Array<null>(8).fill(null);
    row[index % 8] = 1;
    row[(index * 3 + 1) % 8] ??= 2;
    return row;
  });
  const few = findGroups(smallSource(rows), [], { ...options, checkDraws: 0 });
  const text = JSON.stringify(
    groupsReport(smallSource(rows), few, { softwareVersion: "0", language: "en" }),
  );
  expect(text).toContain("Such short lists show minorities less well than whole rankings");
});

test("groupsDocument has the stable names, and neither NaN nor undefined", () => {
  const document = groupsDocument(source, demo, "0.1.0");
  const text = JSON.stringify(document);
  expect(document).toMatchObject({ n: 295, chosen: 2, chosenBy: { bic: 2 }, seed: 1 });
  expect(JSON.parse(text).fits[1]).toMatchObject({
    logLikelihood: expect.any(Number),
    bic: expect.any(Number),
    icl: expect.any(Number),
    classes: [
      { share: expect.any(Number), interval: [expect.any(Number), expect.any(Number)] },
      { items: expect.arrayContaining([expect.objectContaining({ item: "vd-5" })]) },
    ],
  });
  expect(text).not.toMatch(/NaN|Infinity/);
});

test("groupsCsv has one line per number of groups, group and item", () => {
  const lines = groupsCsv(demo).trimEnd().split("\r\n");
  expect(lines).toHaveLength(1 + 8 * (1 + 2 + 3));
  expect(new Set(lines.map((line) => line.split(",").length)).size).toBe(1);
});

test.each(["de", "en"] as const)("groupsReport in %s is free of holes", (language) => {
  const report = groupsReport(source, demo, { softwareVersion: "0.1.0", language });
  expect(report.sections).toHaveLength(3);
  expect(JSON.stringify(report)).not.toMatch(/NaN|undefined|null/);
});

test("the item that was never compared is named, and so is the one that always leads", () => {
  const sentence = (rows: (number | null)[][]) => {
    const few = smallSource(rows, {}, "not-presented");
    const groups = findGroups(few, [], { ...options, checkDraws: 0 });
    const settings = { softwareVersion: "0.0.0", language: "en" } as const;
    return groupsReport(few, groups, settings).sections[0]?.sentences[0];
  };
  const apart = [
    [1, 2, null],
    [2, 1, null],
  ];
  expect(sentence(apart)).toContain("“c” was never compared with the rest");
  const led = [
    [1, 2, 3],
    [1, 3, 2],
  ];
  expect(sentence(led)).toContain("“a” precedes everything else in every ranking");
});
