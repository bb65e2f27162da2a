/** The two ends of a set: what matters most in it, and what matters least. */
export type MaxdiffEnd = "best" | "worst";

/** What is chosen in one set. */
export type MaxdiffSet = {
  best?: string;
  worst?: string;
  /** Pushed away by the last choice at the other end; comes back if that choice moves on. */
  displaced?: string;
};

const otherEnd = { best: "worst", worst: "best" } as const;

/**
 * The set after an option is chosen for one end. An option cannot stand at both: chosen for one end it leaves the
 * other, and returns there if the choice moves on, so that arrow keys may pass over it.
 */
export function maxdiffSetAfter(set: MaxdiffSet, end: MaxdiffEnd, option: string): MaxdiffSet {
  const other = otherEnd[end];
  const there = set[other] ?? (set[end] === set.displaced ? set.displaced : undefined);
  if (there === option) return { [end]: option, displaced: option };
  return there === undefined ? { [end]: option } : { [end]: option, [other]: there };
}

/** Whether a set is answered: both ends, or neither. */
export function maxdiffSetState({ best, worst }: MaxdiffSet): "open" | "half" | "done" {
  if (best !== undefined && worst !== undefined) return "done";
  return best === undefined && worst === undefined ? "open" : "half";
}
