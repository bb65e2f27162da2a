import { setTimeout as pause } from "node:timers/promises";

/** Waits until something is so. @throws Error naming `what` after `seconds` */
export async function until(
  isSo: () => boolean | Promise<boolean>,
  what: string,
  seconds = 90,
): Promise<void> {
  for (let tries = 0; tries < seconds * 20; tries += 1) {
    if (await isSo()) return;
    await pause(50);
  }
  throw new Error(`${what}: not within ${seconds} seconds`);
}
