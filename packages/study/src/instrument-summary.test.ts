import { expect, test } from "vitest";
import pulseDefinition from "../../../instruments/cop-pulse/1.0.0/instrument.json" with {
  type: "json",
};
import driversDefinition from "../../../instruments/value-drivers/1.1.0/instrument.json" with {
  type: "json",
};
import { instrumentSchema } from "./instrument.ts";
import { instrumentSummary } from "./instrument-summary.ts";

const constructs = (definition: unknown) =>
  instrumentSummary(instrumentSchema.parse(definition)).constructs.map(({ en }) => en);

test("a summary leaves out what a study fixes and the room for a last remark", () => {
  const pulse = constructs(pulseDefinition);
  expect(pulse).not.toContain("Design of the study");
  expect(pulse).toContain("Value-creation story");
  const drivers = constructs(driversDefinition);
  expect(drivers).toContain("Value drivers");
  const { mehrwert } = instrumentSchema.parse(driversDefinition);
  const left = mehrwert.constructs.filter(({ label }) => !drivers.includes(label.en));
  expect(left.map(({ id }) => id)).toEqual(["value-method", "closing-comment"]);
});
