import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("cop-pulse/1.0.0");
const notShown = missingReasons["not-shown"];

test("a newcomer fills in a pulse: the short form, without what the network has improved", async () => {
  const row = await fillsIn({
    study: "pulse",
    assigned: { form: "pulse", linking: "unlinked", story: "no" },
    given: { "participation-role": "new" },
  });
  expect(row.get("va-1")).not.toBe(notShown);
  for (const variable of ["vr-1", "wave-code.code", "na-4", "story-event", "ct-1", "cz-1"]) {
    expect([variable, row.get(variable)]).toEqual([variable, notShown]);
  }
});

test("who leads the network fills in a baseline in English, linked by a code, with everything asked", async () => {
  const row = await fillsIn({
    study: "baseline",
    assigned: { form: "baseline", linking: "code", story: "no" },
    given: { "participation-role": "leading" },
    language: "en",
  });
  expect([...row].filter(([, cell]) => cell === notShown)).toEqual([]);
  expect(row.get("cz-1")).toBe("idea");
});

test("who leads the network says in a pulse with stories, too, where it stands", async () => {
  const row = await fillsIn({
    study: "pulse-with-story",
    assigned: { form: "pulse", linking: "unlinked", story: "yes" },
    given: { "participation-role": "leading" },
  });
  expect(row.get("cz-1")).toBe("idea");
  expect(row.get("story-change")).toMatch(/^Weil/);
  expect(row.get("cd-2")).toBe(notShown);
});
