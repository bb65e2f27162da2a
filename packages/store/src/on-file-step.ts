/** Told before each step in which a file beside the database changes, and after the last: for tests that end there. */
export type OnFileStep = (step: string) => void;
