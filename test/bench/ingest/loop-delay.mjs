import { writeFileSync } from "node:fs";
import { monitorEventLoopDelay } from "node:perf_hooks";
import { isMainThread } from "node:worker_threads";

/*
 * Loaded before a server that is measured: writes at its end, into the file that LOOP_DELAY_FILE names, how long its
 * main thread kept others waiting. In plain JavaScript, because it is loaded before any loader.
 */
const file = process.env.LOOP_DELAY_FILE;
if (isMainThread && file !== undefined) {
  const delays = monitorEventLoopDelay({ resolution: 10 });
  process.on("SIGUSR2", () => {
    delays.reset();
    delays.enable();
  });
  process.on("exit", () => {
    // The timer itself waits for ten milliseconds.
    writeFileSync(file, String(delays.percentile(99) / 1e6 - 10));
  });
}
