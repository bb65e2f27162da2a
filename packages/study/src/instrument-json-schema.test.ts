import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { z } from "zod";
import { instrumentJsonSchema } from "./instrument-json-schema.ts";

const folder = new URL("../../../instruments/", import.meta.url);
const read = (path: string): unknown => JSON.parse(readFileSync(new URL(path, folder), "utf8"));

test("the committed JSON Schema is the one generated from the zod schema", () => {
  const generated: unknown = JSON.parse(JSON.stringify(instrumentJsonSchema()));
  expect(
    read("instrument.schema.json"),
    "run: node --import tsx packages/study/scripts/write-instrument-json-schema.ts",
  ).toEqual(generated);
});

test("the shipped instrument names the JSON Schema beside it, and fits it", () => {
  const instrument = read("value-drivers/1.0.0/instrument.json");
  const named = z.looseObject({ $schema: z.string() }).parse(instrument).$schema;
  const place = new URL(named, new URL("value-drivers/1.0.0/", folder));
  expect(place.href).toBe(new URL("instrument.schema.json", folder).href);
  const byJsonSchema = z.fromJSONSchema(JSON.parse(readFileSync(place, "utf8")));
  expect(byJsonSchema.safeParse(instrument).error?.issues ?? []).toEqual([]);
  expect(byJsonSchema.safeParse({ title: { de: "nur deutsch" } }).success).toBe(false);
});
