import { canonicalJson } from "../canonical-json.ts";
import type { LocalizedText } from "../localized-text.ts";

/** A step on the way to a place: a property, or the part of a list that has a name. */
export type Step = { property: string } | { list: string; key: string };

/** One difference of two JSON values, before anybody asks what it means. */
export type RawChange = { path: readonly Step[] } & (
  | { kind: "added" | "removed"; text: LocalizedText | undefined; part: JsonObject }
  | { kind: "text"; before: LocalizedText; after: LocalizedText }
  | { kind: "order" }
  | { kind: "value"; before: unknown; after: unknown }
);

type JsonObject = { readonly [key: string]: unknown };

/** Whether a value is an object with keys. */
export function isJsonObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function localizedText(value: unknown): LocalizedText | undefined {
  if (!isJsonObject(value) || Object.keys(value).length !== 2) return undefined;
  const { de, en } = value;
  return typeof de === "string" && typeof en === "string" ? { de, en } : undefined;
}

const keyNames = ["value", "name", "id", "code"] as const;

function keyOf(part: unknown): string | undefined {
  if (!isJsonObject(part)) return undefined;
  const key = keyNames.map((name) => part[name]).find((value) => value !== undefined);
  if (typeof key === "string" || typeof key === "number") return String(key);
  return typeof part.question === "string" ? [part.question, part.condition].join(": ") : undefined;
}

/** The parts of a list by name; undefined if a part has none or two have the same. */
function keyed(list: readonly unknown[]): Map<string, JsonObject> | undefined {
  const byKey = new Map<string, JsonObject>();
  for (const part of list) {
    const key = keyOf(part);
    if (key === undefined || !isJsonObject(part) || byKey.has(key)) return undefined;
    byKey.set(key, part);
  }
  return byKey;
}

function isKeyedList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.length > 0 && keyed(value) !== undefined;
}

/** What a part of a list says to people. */
function textOf(part: JsonObject): LocalizedText | undefined {
  return localizedText(part.text) ?? localizedText(part.title) ?? localizedText(part.label);
}

/** Every difference of two JSON values, named parts of lists matched by name. Empty exactly if both say the same. */
export function rawChanges(
  before: unknown,
  after: unknown,
  path: readonly Step[] = [],
): RawChange[] {
  const [oldText, newText] = [localizedText(before), localizedText(after)];
  if (oldText !== undefined && newText !== undefined) {
    const isSame = oldText.de === newText.de && oldText.en === newText.en;
    return isSame ? [] : [{ kind: "text", path, before: oldText, after: newText }];
  }
  if (Array.isArray(before) && Array.isArray(after)) return listChanges(before, after, path);
  // A list that may be left out is an empty one; its parts are told one by one.
  if (before === undefined && isKeyedList(after)) return listChanges([], after, path);
  if (isKeyedList(before) && after === undefined) return listChanges(before, [], path);
  if (isJsonObject(before) && isJsonObject(after)) {
    const properties = new Set([...Object.keys(before), ...Object.keys(after)]);
    return [...properties].flatMap((property) =>
      rawChanges(before[property], after[property], [...path, { property }]),
    );
  }
  return sameJson(before, after) ? [] : [{ kind: "value", path, before, after }];
}

function listChanges(
  before: readonly unknown[],
  after: readonly unknown[],
  path: readonly Step[],
): RawChange[] {
  const [old, fresh] = [keyed(before), keyed(after)];
  if (old === undefined || fresh === undefined) {
    const isSame = sameJson(before, after);
    return isSame ? [] : [{ kind: "value", path, before, after }];
  }
  const last = path.at(-1);
  const list = last !== undefined && "property" in last ? last.property : "";
  const at = (key: string): Step[] => [...path.slice(0, -1), { list, key }];
  const changes: RawChange[] = [];
  for (const [key, part] of old) {
    const other = fresh.get(key);
    if (other === undefined)
      changes.push({ kind: "removed", path: at(key), text: textOf(part), part });
    else changes.push(...rawChanges(part, other, at(key)));
  }
  for (const [key, part] of fresh) {
    if (!old.has(key)) changes.push({ kind: "added", path: at(key), text: textOf(part), part });
  }
  return isReordered(old, fresh) ? [...changes, { kind: "order", path }] : changes;
}

function isReordered(
  old: ReadonlyMap<string, JsonObject>,
  fresh: ReadonlyMap<string, JsonObject>,
): boolean {
  const stays = (key: string) => old.has(key) && fresh.has(key);
  const hasMoved = (key: string) => old.get(key)?.page !== fresh.get(key)?.page;
  const order = (keys: Iterable<string>) =>
    [...keys].filter((key) => stays(key) && !hasMoved(key)).join(" ");
  return order(old.keys()) !== order(fresh.keys());
}

function sameJson(before: unknown, after: unknown): boolean {
  if (before === undefined || after === undefined) return before === after;
  return canonicalJson(before) === canonicalJson(after);
}
