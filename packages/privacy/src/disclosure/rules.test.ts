import { describe, expect, test } from "vitest";
import { disclosureRules, minimumGroupSizeIssues } from "./rules.ts";

test("disclosureRules takes ten people unless a study says otherwise", () => {
  expect(disclosureRules()).toEqual({ minimum: 10, batch: 5, cell: 3, width: 2 });
});

test.each([4, 0, -10, 7.5, Number.NaN, Number.POSITIVE_INFINITY])(
  "disclosureRules refuses a minimum of %s",
  (minimum) => {
    expect(() => disclosureRules(minimum)).toThrow(RangeError);
  },
);

describe("minimumGroupSizeIssues", () => {
  test("lets a new study choose from 5 to 1000", () => {
    expect(minimumGroupSizeIssues({ wanted: 5, hasInvited: false })).toEqual([]);
    expect(minimumGroupSizeIssues({ wanted: 1000, hasInvited: false })).toEqual([]);
    for (const wanted of [4, 1001, 9.5])
      expect(minimumGroupSizeIssues({ wanted, hasInvited: false })).toHaveLength(1);
  });

  test("refuses to lower it once somebody is invited, and lets it rise", () => {
    const change = (wanted: number, hasInvited: boolean) =>
      minimumGroupSizeIssues({ wanted, current: 10, hasInvited });
    expect(change(9, true)[0]?.message.en).toContain("cannot be lowered from 10 to 9");
    expect(change(9, false)).toEqual([]);
    expect(change(10, true)).toEqual([]);
    expect(change(11, true)).toEqual([]);
  });
});
