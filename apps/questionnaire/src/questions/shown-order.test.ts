import { expect, test } from "vitest";
import { codedInShownOrder } from "./shown-order.ts";

test("codedInShownOrder follows the order shown and loses nothing", () => {
  const entries = [{ value: "a" }, { value: "b" }, { value: 3 }];
  const values = (shown?: string[]) =>
    codedInShownOrder(entries, { shown }).map(({ value }) => value);
  expect(values(["3", "b", "a"])).toEqual([3, "b", "a"]);
  expect(values(["b"])).toEqual(["b", "a", 3]);
  expect(values()).toEqual(["a", "b", 3]);
  expect(codedInShownOrder(entries, undefined)).toEqual(entries);
});
