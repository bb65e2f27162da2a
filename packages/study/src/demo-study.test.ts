import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { answersSchema } from "./answers-schema.ts";
import { demoResponses, demoSeed, demoSize, demoStudy } from "./demo-study.ts";
import { seededRandom } from "./example/seeded-random.ts";
import { instrumentSchema } from "./instrument.ts";
import { studySchema } from "./study.ts";
import { surveyResponseSchema } from "./survey-response.ts";

const file = new URL("../../../instruments/value-drivers/1.0.0/instrument.json", import.meta.url);
const instrument = instrumentSchema.parse(JSON.parse(readFileSync(file, "utf8")));
const hash = "0".repeat(64);
const responses = demoResponses(instrument, hash, seededRandom(demoSeed));
const names = instrument.mehrwert.rankings.find(
  ({ question }) => question === "value-drivers",
)?.names;

const rankings = responses.flatMap(({ answers }) => {
  const ranking = answers["value-drivers"];
  return Array.isArray(ranking) ? [ranking.map((code) => names?.[code] ?? "")] : [];
});
const complete = rankings.filter((ranking) => ranking.length === 8);

describe("demoStudy", () => {
  test("is a study, simulated and open, that says so in its title and purpose", () => {
    const study = demoStudy(instrument, hash);
    expect(studySchema.parse(study)).toEqual(study);
    expect(study).toMatchObject({ slug: "demo", isSimulated: true, status: "fielding" });
    for (const { de, en } of [study.title, study.informationSheet.purpose]) {
      expect(de).toMatch(/simuliert/);
      expect(en).toMatch(/simulated/);
    }
  });

  test("tells participants of everything that is stored with their answers", () => {
    const { de, en } = demoStudy(instrument, hash).informationSheet.technicalStorage;
    for (const word of [
      "Antworten",
      "Sprache",
      "Version",
      "Reihenfolge",
      "Zahl der Schritte",
      "Minuten",
      "Art Gerät",
    ])
      expect(de).toContain(word);
    for (const word of [
      "answers",
      "language",
      "version",
      "order",
      "number of moves",
      "minutes",
      "kind of device",
    ])
      expect(en).toContain(word);
  });
});

describe("demoResponses with the demo seed", () => {
  test("are 300 valid responses with ids of their own", () => {
    expect(responses).toHaveLength(demoSize);
    const schema = answersSchema(instrument);
    for (const response of responses) {
      expect(surveyResponseSchema.parse(response)).toEqual(response);
      expect(schema.check(response.answers, response.presentation)).toEqual([]);
    }
    expect(new Set(responses.map(({ id }) => id)).size).toBe(demoSize);
  });

  test("are mostly, but not all, in German", () => {
    const german = responses.filter(({ language }) => language === "de").length;
    expect(german).toBeGreaterThan(230);
    expect(german).toBeLessThan(290);
  });

  test("show the published order: three drivers ahead, joint results fifth of eight", () => {
    const meanRank = (driver: string) =>
      complete.reduce((sum, ranking) => sum + ranking.indexOf(driver) + 1, 0) / complete.length;
    const order = Object.values(names ?? {}).toSorted((a, b) => meanRank(a) - meanRank(b));
    expect(complete.length).toBeGreaterThan(200);
    expect(order.slice(0, 5)).toEqual([
      "knowledge-transfer",
      "topic-fit-exchange",
      "making-contacts",
      "peer-consulting",
      "joint-results",
    ]);
    const gaps = order
      .slice(1)
      .map((driver, place) => meanRank(driver) - meanRank(order[place] ?? ""));
    expect(Math.min(...gaps)).toBeGreaterThan(0.1);
  });

  test("hold a minority of about a fifth that puts joint results first", () => {
    const share = (all: string[][]) =>
      all.filter(([first]) => first === "joint-results").length / all.length;
    expect(share(complete)).toBeGreaterThan(0.18);
    expect(share(complete)).toBeLessThan(0.22);
    expect(share(rankings)).toBeGreaterThan(0.18);
    expect(share(rankings)).toBeLessThan(0.22);
  });
});
