import { readFileSync } from "node:fs";

/** The memory a process holds in RAM, and the most it ever held, in megabytes. Linux only. */
export function memoryOf(pid: number): { nowMb: number; mostMb: number } {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const megabytes = (name: string) =>
    Number(new RegExp(`^${name}:\\s+(\\d+) kB`, "m").exec(status)?.[1]) / 1024;
  return { nowMb: megabytes("VmRSS"), mostMb: megabytes("VmHWM") };
}
