import { missingReasons } from "@mehrwert/study";
import { expect, test } from "vitest";
import { keyboardJourney } from "./keyboard.ts";

const { fillsIn } = keyboardJourney("value-drivers/1.1.0");
const notShown = missingReasons["not-shown"];

test("the ranking arm: a member of staff ranks the drivers and says why, and never sees a set", async () => {
  const row = await fillsIn({
    study: "by-ranking",
    assigned: {},
    drawn: { question: "value-method", group: "ranking" },
    given: {
      "network-experience": "member",
      "d-lead": "no",
      "value-drivers": ["vd-5", "vd-2", "vd-8", "vd-1", "vd-3", "vd-7", "vd-4", "vd-6"],
    },
  });
  expect(row.get("value-method")).toBe("ranking");
  expect(row.get("vd-5")).toBe("1");
  expect(row.get("vd-6")).toBe("8");
  expect(row.get("value-drivers-reason")).toMatch(/^Weil/);
  const sets = [...row].filter(([name]) => name.startsWith("value-drivers-maxdiff."));
  expect(sets).toHaveLength(25);
  expect(sets.filter(([, cell]) => cell !== notShown)).toEqual([]);
  expect(row.get("lr-1-self")).toBe(notShown);
});

test("the MaxDiff arm: a leader without network experience chooses best and worst in eight sets, in English", async () => {
  const row = await fillsIn({
    study: "by-sets",
    assigned: {},
    drawn: { question: "value-method", group: "maxdiff" },
    given: { "network-experience": "never", "d-lead": "yes", "d-tenure": "not-public" },
    language: "en",
  });
  expect(row.get("value-method")).toBe("maxdiff");
  const picks = [...row].filter(
    ([name, cell]) => /\.(best|worst)$/.test(name) && /^vd-/.test(cell),
  );
  expect(picks).toHaveLength(16);
  const shown = [1, 2, 3, 4, 5, 6, 7, 8].flatMap((set) =>
    (row.get(`value-drivers-maxdiff.${set}.shown`) ?? "").split("|"),
  );
  expect(shown).toHaveLength(32);
  for (const driver of new Set(shown)) {
    expect(shown.filter((each) => each === driver)).toHaveLength(4);
  }
  for (const variable of ["vd-1", "value-drivers-reason", "rb-1", "bn-1", "lr-1"]) {
    expect([variable, row.get(variable)]).toEqual([variable, notShown]);
  }
});
