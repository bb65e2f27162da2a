export { type DecodedText, textOfBytes } from "./file/text-of-bytes.ts";
export { type Archive, type ArchiveKind, openArchive } from "./file/unzipped.ts";
export * from "./import-instrument.ts";
export * from "./import-report.ts";
export * from "./import-transcript.ts";
export { FileRefused, refused, say } from "./refusal.ts";
export { importReportMarkdown } from "./report-markdown.ts";
