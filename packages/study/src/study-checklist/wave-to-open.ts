import type { Study } from "../study.ts";

/** The wave that opening a study begins: its own while it is planned, else the next. */
export function waveToOpen({ status, wave }: Pick<Study, "status" | "wave">): number {
  return status === "planned" ? wave : wave + 1;
}
