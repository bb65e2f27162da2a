/** Fewer people than this never move a figure that is shown. */
export const smallestStep = 5;
