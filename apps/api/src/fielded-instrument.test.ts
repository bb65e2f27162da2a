import { type Instrument, instrumentSchema } from "@mehrwert/study";
import { expect, test } from "vitest";
import { exampleStudy, valueDrivers } from "./example/example-api.ts";
import { unfieldedStudies } from "./fielded-instrument.ts";

const instrument = valueDrivers();
const finds = (found: Instrument) => async (slug: string, version: string) =>
  `${slug}/${version}` === "value-drivers/1.0.0" ? found : undefined;
const study = await exampleStudy({ slug: "fielded" });

test("unfieldedStudies is empty while every instrument is the one its studies began with", async () => {
  const closed = await exampleStudy({ slug: "closed", status: "closed" });
  expect(await unfieldedStudies([study, closed], finds(instrument))).toEqual([]);
});

test("unfieldedStudies names the studies whose instrument was edited by a single word", async () => {
  const title = { ...instrument.title, en: `${instrument.title.en}!` };
  const edited = instrumentSchema.parse({ ...instrument, title });
  const found = await unfieldedStudies([study], finds(edited));
  expect(found).toEqual([study]);
});

test("unfieldedStudies names the studies whose instrument was removed or renamed", async () => {
  const other = await exampleStudy({ slug: "other", instrumentVersion: "2.0.0" });
  expect(await unfieldedStudies([study, other], finds(instrument))).toEqual([other]);
  expect(await unfieldedStudies([study], async () => undefined)).toEqual([study]);
});

test("unfieldedStudies names the studies an earlier version of whose instrument was removed", async () => {
  const earlierVersions = [{ instrumentVersion: "0.9.0", definitionHash: study.definitionHash }];
  const grown = { ...study, earlierVersions };
  expect(await unfieldedStudies([grown], finds(instrument))).toEqual([grown]);
});
