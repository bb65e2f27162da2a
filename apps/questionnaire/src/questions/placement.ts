/** Where a ranking stands: the placed options, first = most valued, and how often something was changed. */
export type Placement = { placed: readonly string[]; moves: number };

/** What a person can do with the options of a ranking. */
export type PlacementStep =
  | { step: "place"; option: string }
  | { step: "move"; option: string; by: 1 | -1 }
  | { step: "swap"; option: string; with: string }
  | { step: "take-back"; option: string };

/**
 * The ranking after one step; the same object if the step changes nothing (no free place, no neighbour).
 *
 * `swap` exchanges two places; with an option that has no place yet, that option takes the place over.
 * `places` is how many options may be placed. Every change counts as one move.
 */
export function placementAfter(
  placement: Placement,
  step: PlacementStep,
  places: number,
): Placement {
  const { placed } = placement;
  const at = placed.indexOf(step.option);
  const changed = (next: readonly string[]) => ({ placed: next, moves: placement.moves + 1 });
  if (step.step === "place") {
    const hasRoom = at === -1 && placed.length < places;
    return hasRoom ? changed([...placed, step.option]) : placement;
  }
  if (at === -1) return placement;
  if (step.step === "take-back") return changed(placed.filter((each) => each !== step.option));
  const other = step.step === "swap" ? step.with : placed[at + step.by];
  if (other === undefined || other === step.option) return placement;
  const exchange = (each: string) =>
    each === step.option ? other : each === other ? step.option : each;
  return changed(placed.map(exchange));
}
