/** Values of items in groups, as far as their order needs them. */
type Ordered = {
  measure: "mean-rank" | "worth";
  groups: readonly unknown[];
  items: readonly { values: readonly (number | undefined)[] }[];
};

/**
 * Place of every item in every group, from 0: places[item][group]. Equal values keep the order of the items.
 * An item without a value in a group has no place there.
 */
export function slopePlaces({ measure, groups, items }: Ordered): (number | undefined)[][] {
  const sign = measure === "worth" ? -1 : 1;
  const places = items.map((): (number | undefined)[] => groups.map(() => undefined));
  for (let group = 0; group < groups.length; group += 1) {
    items
      .flatMap(({ values }, item) => {
        const value = values[group];
        return value === undefined ? [] : [{ item, value: sign * value }];
      })
      .toSorted((a, b) => a.value - b.value || a.item - b.item)
      .forEach(({ item }, place) => {
        places[item]?.splice(group, 1, place);
      });
  }
  return places;
}
