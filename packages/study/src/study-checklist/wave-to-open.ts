import type { Study } from "../study.ts";

/** The wave that opening a study begins: the next once its own is closed, its own until then. */
export function waveToOpen({ status, wave }: Pick<Study, "status" | "wave">): number {
  return status === "closed" ? wave + 1 : wave;
}

/** Whether a study can be opened at its stage, whatever its checklist says. */
export function isBeforeTheField({ status }: Pick<Study, "status">): boolean {
  return status === "planned" || status === "closed";
}
