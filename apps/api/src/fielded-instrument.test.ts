import { instrumentSchema } from "@mehrwert/study";
import { expect, test } from "vitest";
import { exampleStudy, valueDrivers } from "./example/example-api.ts";
import { unfieldedStudies } from "./fielded-instrument.ts";

const instrument = valueDrivers();
const instruments = new Map([["value-drivers/1.0.0", instrument]]);
const study = await exampleStudy({ slug: "fielded" });

test("unfieldedStudies is empty while every instrument is the one its studies began with", async () => {
  const closed = await exampleStudy({ slug: "closed", status: "closed" });
  expect(await unfieldedStudies([study, closed], instruments)).toEqual([]);
});

test("unfieldedStudies names the studies whose instrument was edited by a single word", async () => {
  const title = { ...instrument.title, en: `${instrument.title.en}!` };
  const edited = instrumentSchema.parse({ ...instrument, title });
  const found = await unfieldedStudies([study], new Map([["value-drivers/1.0.0", edited]]));
  expect(found).toEqual([study]);
});

test("unfieldedStudies names the studies whose instrument was removed or renamed", async () => {
  const other = await exampleStudy({ slug: "other", instrumentVersion: "2.0.0" });
  expect(await unfieldedStudies([study, other], instruments)).toEqual([other]);
  expect(await unfieldedStudies([study], new Map())).toEqual([study]);
});
