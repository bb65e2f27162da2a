/** Beyond these a file is refused before anything reads it. */
export const importLimits = {
  bytes: 10 * 1024 * 1024,
  /** Unpacked size of what is read from a workbook. */
  unpackedBytes: 12 * 1024 * 1024,
  packedFiles: 500,
  /** How deep JSON may be nested. */
  depth: 60,
  /** Values of a JSON file. */
  values: 500_000,
  /** Rows of one table. */
  rows: 20_000,
  questions: 1000,
  /** Conditions over all questions, each counted wherever it holds. */
  conditions: 5000,
  /** Steps of a survey flow, and groups inside groups. */
  steps: 2000,
  groups: 30,
  /** Options or rows of one question. */
  options: 500,
  /** Options and rows of all questions together. */
  parts: 8000,
  languages: 200,
  /** Opening and closing marks of one XML file. */
  marks: 400_000,
  /** The same for the text of a transcript: word processors mark every change of a letter's looks. */
  transcriptMarks: 1_500_000,
} as const;
