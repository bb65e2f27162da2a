import { instrumentJsonSchema } from "@mehrwert/study";
import { expect, test } from "vitest";
import { type JsonSchema, schemasAt } from "./json-schema.ts";

const schema: JsonSchema = JSON.parse(JSON.stringify(instrumentJsonSchema()));
const none = new Map<string, string>();
const step = (key: string | number) => ({ key, literals: none });
const question = [step("pages"), step(0), step("elements"), step(0)];

const namesAt = (steps: Parameters<typeof schemasAt>[1], literals = none) => [
  ...new Set(
    schemasAt(schema, steps, literals).flatMap((each) => Object.keys(each.properties ?? {})),
  ),
];

test("schemasAt follows references and lists", () => {
  expect(namesAt([step("pages"), step(3)])).toContain("questionOrder");
  expect(namesAt([step("title")])).toEqual(["de", "en", "de-simple"]);
});

test("schemasAt leaves of the types of questions only the one that is written", () => {
  expect(namesAt(question)).toEqual(expect.arrayContaining(["rows", "choices", "cut"]));
  const ranking = namesAt(question, new Map([["type", "ranking"]]));
  expect(ranking).toContain("selectToRankEnabled");
  expect(ranking).not.toContain("rows");
});

test("schemasAt knows every type a question may have", () => {
  const types = schemasAt(schema, [...question, step("type")], none).map((each) => each.const);
  expect(types).toEqual(expect.arrayContaining(["radiogroup", "maxdiff", "decision"]));
});

test("schemasAt of a place that may not exist is empty", () => {
  expect(schemasAt(schema, [step("nothing")], none)).toEqual([]);
});
