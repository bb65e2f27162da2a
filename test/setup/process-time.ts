import { readFileSync } from "node:fs";

/** Linux counts in hundredths of a second, whatever the machine. */
const ticksPerSecond = 100;

/** Processor time that a process has used so far, all its threads together, in milliseconds. Linux only. */
export function processorMsOf(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  return ((Number(fields[11]) + Number(fields[12])) * 1000) / ticksPerSecond;
}
