import type { LocalizedText } from "../localized-text.ts";
import type { RawChange } from "./raw-change.ts";

const optionLists = new Set(["choices", "columns", "bands", "options", "rows", "statements"]);

/**
 * Finds texts that stand under another code than before: “agree” was 5 and is 1, or was `vd-1` and is `vd-9`.
 *
 * @returns whether a change takes part in such a recoding
 */
export function recodings(changes: readonly RawChange[]): (change: RawChange) => boolean {
  const places = changes.map((change) => ({ change, ...goneAndCome(change) }));
  const recoded = new Set<RawChange>();
  for (const one of places) {
    for (const other of places) {
      const isSameList = one.list !== undefined && one.list === other.list;
      if (one === other || !isSameList || one.gone === undefined || other.come === undefined)
        continue;
      if (one.gone !== other.come) continue;
      recoded.add(one.change);
      recoded.add(other.change);
    }
  }
  return (change) => recoded.has(change);
}

/** The text that no longer stands in its place, and the one that now does. */
function goneAndCome(change: RawChange): { list?: string; gone?: string; come?: string } {
  const named = change.path.findLastIndex((step) => "list" in step && optionLists.has(step.list));
  const rest = change.path.slice(named + 1);
  const isOwnText = rest.every((step) => "property" in step && step.property === "text");
  if (named < 0 || !isOwnText) return {};
  const step = change.path[named];
  const list = JSON.stringify([
    change.path.slice(0, named),
    step !== undefined && "list" in step ? step.list : "",
  ]);
  const plain = (text: LocalizedText) => `${text.de}|${text.en}`.toLowerCase();
  if (change.kind === "text")
    return { list, gone: plain(change.before), come: plain(change.after) };
  if (change.kind === "added" && change.text) return { list, come: plain(change.text) };
  if (change.kind === "removed" && change.text) return { list, gone: plain(change.text) };
  return {};
}
