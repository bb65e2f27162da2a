import fc from "fast-check";
import { expect, test } from "vitest";
import { DatabaseFailure } from "./database-failure.ts";
import { GroupedWork } from "./grouped-work.ts";

type Item = { key: string; n: number };
const keyOf = ({ key }: Item) => key;
const soon = () => new Promise<void>((resolve) => setImmediate(resolve));

test("what arrives while a group is written shares the next one, each with its own result", async () => {
  const groups: number[][] = [];
  const work = new GroupedWork<Item, number>("trying", {
    keyOf,
    run: async (items) => {
      groups.push(items.map(({ n }) => n));
      await soon();
      return items.map(({ n }) => n * 10);
    },
  });
  const results = await Promise.all(
    Array.from({ length: 40 }, (_, n) => work.add({ key: String(n), n })),
  );
  expect(results).toEqual(Array.from({ length: 40 }, (_, n) => n * 10));
  expect(groups.slice(0, 2)).toEqual([[0], [1]]);
  expect(groups.length).toBeLessThan(6);
});

test("items of one key are written one after the other, in the order in which they came", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.constantFrom("a", "b", "c"), { maxLength: 60 }), async (keys) => {
      const written: Item[] = [];
      const work = new GroupedWork<Item, number>("trying", {
        keyOf,
        run: async (items) => {
          expect(new Set(items.map(keyOf)).size).toBe(items.length);
          await soon();
          written.push(...items);
          return items.map(({ n }) => n);
        },
      });
      await Promise.all(keys.map((key, n) => work.add({ key, n })));
      for (const key of ["a", "b", "c"]) {
        const order = written.filter((item) => item.key === key).map(({ n }) => n);
        expect(order).toEqual(order.toSorted((one, other) => one - other));
      }
      expect(written).toHaveLength(keys.length);
    }),
  );
});

test("one item that cannot be stored takes nobody with it, a broken connection all of its group", async () => {
  const failing = (code: string) =>
    new GroupedWork<Item, number>("trying", {
      keyOf,
      run: async (items) => {
        await soon();
        if (items.some(({ n }) => n === 7)) throw new DatabaseFailure("trying", code);
        return items.map(({ n }) => n);
      },
    });
  const outcomes = async (work: GroupedWork<Item, number>) => {
    const all = Array.from({ length: 20 }, (_, n) => work.add({ key: String(n), n }));
    return (await Promise.allSettled(all)).map(({ status }) => status === "fulfilled");
  };
  const alone = await outcomes(failing("22P05"));
  expect(alone.map((isStored, n) => isStored === (n !== 7))).not.toContain(false);
  expect(
    (await outcomes(failing("CONNECTION_CLOSED"))).filter((isStored) => !isStored).length,
  ).toBe(18);
});

test("too many waiting are refused at once instead of being kept until nobody waits any more", async () => {
  let letThrough = () => {};
  const held = new Promise<void>((resolve) => {
    letThrough = resolve;
  });
  const work = new GroupedWork<Item, number>("trying", {
    keyOf,
    run: async (items) => {
      await held;
      return items.map(({ n }) => n);
    },
  });
  const many = GroupedWork.longestQueue + GroupedWork.mostGroups;
  const waiting = Array.from({ length: many }, (_, n) => work.add({ key: String(n), n }));
  await expect(work.add({ key: "late", n: 0 })).rejects.toMatchObject({ code: "53000" });
  letThrough();
  expect(await Promise.all(waiting)).toHaveLength(many);
});
