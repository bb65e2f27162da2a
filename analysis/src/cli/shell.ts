import type { Language, LocalizedText } from "@mehrwert/study";

/** Everything the command line needs from the world around it, so that tests can stand in for it. */
export type Shell = {
  env: Readonly<Record<string, string | undefined>>;
  /** Folder that relative paths start from. */
  cwd: string;
  stdout: OutputStream;
  stderr: OutputStream;
  fetch: typeof fetch;
  /** Reads one line that somebody types or pipes in; absent where nobody can. */
  readLine?: () => Promise<string>;
  /** The clock, for what is recorded with its time. */
  now: () => Date;
  /** Version of this software, printed in every report. */
  softwareVersion: string;
};

/** Where text goes; `columns` is known only for a terminal. */
export type OutputStream = {
  write: (text: string) => unknown;
  isTTY?: boolean;
  columns?: number;
};

/** What a command is run with. */
export type CommandContext = { shell: Shell; language: Language };

/** Exit codes, documented in `--help`. */
export const exitCodes = { ok: 0, badInput: 1, wrongUsage: 2 } as const;

/** Ends a command with an exit code and sentences for the person who typed it. */
export class CommandFailure extends Error {
  override name = "CommandFailure";
  readonly exitCode: 1 | 2;
  readonly text: LocalizedText;
  constructor(exitCode: 1 | 2, text: LocalizedText) {
    super(text.en);
    this.exitCode = exitCode;
    this.text = text;
  }
}

/** The folder, file or value that was given cannot be used. */
export function badInput(de: string, en: string): CommandFailure {
  return new CommandFailure(exitCodes.badInput, { de, en });
}

/** The command was typed in a way it does not understand. */
export function wrongUsage(de: string, en: string): CommandFailure {
  return new CommandFailure(exitCodes.wrongUsage, { de, en });
}
