import { test } from "vitest";
import { countsOf, simulatedStudy } from "../example/simulated-study.ts";
import { type DisclosureMemory, discloseResults } from "./disclose-results.ts";
import { disclosureRules } from "./rules.ts";
test("speed", () => {
  const study = simulatedStudy(7, { people: 50000, groupings: 3, items: 200 });
  let before: DisclosureMemory | undefined;
  let n = 10; let k = 0; let sum = 0;
  while (n <= 50000) {
    const c0 = performance.now();
    const counts = countsOf(study, study.people.slice(0, n));
    const c1 = performance.now();
    const { memory } = discloseResults({ before, counts, rules: disclosureRules(10), random: Math.random });
    before = memory; k++;
    const ms = Math.round(performance.now() - c1); sum += ms;
    if (k % 10 === 0) console.log(n, "count", Math.round(c1 - c0), "disclose", ms, "bytes", JSON.stringify(memory).length, memory.tables?.release);
    n += Math.max(5, Math.ceil(n * 0.1));
  }
  console.log(k, sum);
}, 600000);
