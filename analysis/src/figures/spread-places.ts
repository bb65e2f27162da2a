/**
 * Moves places apart so that none is nearer to the next than `gap`, each as little as the order allows.
 * All stay between 0 and `most`, as far as there is room for them.
 *
 * @example spreadPlaces([10, 10, 50], { gap: 20, most: 100 }) // [0, 20, 50]
 */
export function spreadPlaces(
  wanted: readonly number[],
  { gap, most }: { gap: number; most: number },
): number[] {
  const order = wanted.map((_, index) => index).sort((a, b) => (wanted[a] ?? 0) - (wanted[b] ?? 0));
  const groups: Crowd[] = [];
  const start = ({ sum, members }: Crowd) => {
    const reach = (members.length - 1) * gap;
    return Math.max(0, Math.min(sum / members.length - reach / 2, most - reach));
  };
  for (const index of order) {
    let crowd: Crowd = { sum: wanted[index] ?? 0, members: [index] };
    for (let before = groups.at(-1); before !== undefined; before = groups.at(-1)) {
      if (start(before) + before.members.length * gap <= start(crowd)) break;
      groups.pop();
      crowd = { sum: before.sum + crowd.sum, members: [...before.members, ...crowd.members] };
    }
    groups.push(crowd);
  }
  const places = new Array<number>(wanted.length).fill(0);
  for (const crowd of groups)
    for (const [step, index] of crowd.members.entries()) places[index] = start(crowd) + step * gap;
  return places;
}

/** Places that would overlap, centred on where they were. */
type Crowd = { sum: number; members: number[] };
