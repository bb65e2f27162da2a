import type { LocalizedText } from "@mehrwert/study";
import { SingleBar } from "cli-progress";
import type { CommandContext } from "./shell.ts";

/** A bar that shows how far long work is. */
export type ProgressBar = { update: (done: number) => void; stop: () => void };

const silentBar: ProgressBar = { update: () => {}, stop: () => {} };

/** A bar on standard error if that is a terminal and the total is known; otherwise one that shows nothing. */
export function progressBar(
  title: LocalizedText,
  total: number,
  { shell, language }: CommandContext,
): ProgressBar {
  if (shell.stderr !== process.stderr || !process.stderr.isTTY || total <= 0) return silentBar;
  const bar = new SingleBar({
    format: `${title[language]} {bar} {percentage} %`,
    stream: process.stderr,
    barCompleteChar: "█",
    barIncompleteChar: "░",
    clearOnComplete: true,
    hideCursor: true,
  });
  bar.start(total, 0);
  return { update: (done) => bar.update(done), stop: () => bar.stop() };
}
