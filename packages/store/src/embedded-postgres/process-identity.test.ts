import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { isRunning, isServerOn, thisProcess } from "./process-identity.ts";

test("isRunning knows this process, and tells it from an earlier one with the same number", () => {
  const identity = thisProcess();
  expect(isRunning(identity)).toBe(true);
  expect(isRunning({ pid: identity.pid })).toBe(true);
  expect(isRunning({ pid: identity.pid, birth: `${identity.birth}0` })).toBe(false);
});

test("isRunning knows that a process has ended", async () => {
  const child = spawn("true");
  await once(child, "exit");
  expect(isRunning({ pid: child.pid ?? 0 })).toBe(false);
  expect(isRunning({ pid: Number.NaN })).toBe(false);
});

test.runIf(process.platform === "linux")(
  "a process that nobody reaps does not count as running",
  async () => {
    // The shell becomes `sleep`, which never asks what became of the child it inherits.
    const parent = spawn("sh", ["-c", "sh -c 'echo $$' & exec sleep 60"]);
    const [line] = await once(parent.stdout, "data");
    const zombie = Number(String(line));
    while (isRunning({ pid: zombie })) await new Promise((resolve) => setImmediate(resolve));
    expect(() => process.kill(zombie, 0)).not.toThrow();
    parent.kill("SIGKILL");
  },
);

test("isServerOn takes no stranger for a server", () => {
  expect(isServerOn("/tmp", process.pid)).toBe(false);
});
