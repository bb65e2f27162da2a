/** Whoever needs longer than this, in minutes, is counted as if it had been this long. */
export const longestVisitMinutes = 240;
