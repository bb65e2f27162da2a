/** Beyond these a file is refused before anything reads it. */
export const importLimits = {
  bytes: 10 * 1024 * 1024,
  /** Unpacked size of what is read from a workbook. */
  unpackedBytes: 32 * 1024 * 1024,
  packedFiles: 500,
  /** How deep JSON may be nested. */
  depth: 60,
  /** Values of a JSON file. */
  values: 500_000,
  /** Rows of one table. */
  rows: 20_000,
  questions: 1000,
  /** Options or rows of one question. */
  options: 500,
} as const;
