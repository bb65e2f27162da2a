import type { ArchiveKind } from "@mehrwert/import";

/** Beyond these an exchange file is refused before anything is made of it. */
export const exchangeLimits = {
  /** Of the file itself. */
  bytes: 512 * 1024 * 1024,
  /** Unpacked, of what is read: the project and its texts; recordings and pictures are never unpacked. */
  unpackedBytes: 256 * 1024 * 1024,
  packedFiles: 20_000,
  /** Texts shrink to a third, markup of many codings to a thirtieth; a thousandfold is a bomb. */
  expansion: 200,
  elements: 3_000_000,
  /** How deep elements may lie in each other: codes below codes. */
  depth: 100,
} as const;

/** A .qdpx for the reader of archives. */
export const exchangeArchive: ArchiveKind = {
  name: { de: "REFI-QDA-Datei", en: "REFI-QDA file" },
  ending: ".qdpx",
  advice: {
    de: "Exportieren Sie das Projekt in kleineren Teilen.",
    en: "Export the project in smaller parts.",
  },
  limitsWhole: false,
  limits: exchangeLimits,
};
