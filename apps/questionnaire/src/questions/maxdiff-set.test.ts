import { expect, test } from "vitest";
import {
  type MaxdiffEnd,
  type MaxdiffSet,
  maxdiffSetAfter,
  maxdiffSetState,
} from "./maxdiff-set.ts";

test("an option chosen for one end leaves the other and comes back when the choice moves on", () => {
  const both = maxdiffSetAfter({ best: "vd-1" }, "worst", "vd-3");
  expect(both).toEqual({ best: "vd-1", worst: "vd-3" });
  const passing = maxdiffSetAfter(both, "best", "vd-3");
  expect(passing).toEqual({ best: "vd-3", displaced: "vd-3" });
  expect(maxdiffSetState(passing)).toBe("half");
  expect(maxdiffSetAfter(passing, "best", "vd-4")).toEqual({ best: "vd-4", worst: "vd-3" });
});

test("a new choice for the end that was left empty is taken as it is", () => {
  const passing = maxdiffSetAfter({ best: "vd-1", worst: "vd-3" }, "best", "vd-3");
  expect(maxdiffSetAfter(passing, "worst", "vd-2")).toEqual({ best: "vd-3", worst: "vd-2" });
});

test("a set is open, half or done", () => {
  expect(maxdiffSetState({})).toBe("open");
  expect(maxdiffSetState({ worst: "vd-2" })).toBe("half");
  expect(maxdiffSetState({ best: "vd-1", worst: "vd-2" })).toBe("done");
});

test("whatever is chosen in whatever order, the last choice holds and the ends differ", () => {
  const ends: readonly MaxdiffEnd[] = ["best", "worst"];
  const after = (set: MaxdiffSet, left: number): void => {
    for (const end of ends) {
      for (const option of ["vd-1", "vd-2", "vd-3", "vd-4"]) {
        const next = maxdiffSetAfter(set, end, option);
        expect(next[end]).toBe(option);
        expect(next.best).not.toBe(next.worst);
        if (left > 1) after(next, left - 1);
      }
    }
  };
  after({}, 4);
});
