export * from "./import-instrument.ts";
export * from "./import-invitation-list.ts";
export * from "./import-report.ts";
export * from "./import-transcript.ts";
export { importReportMarkdown } from "./report-markdown.ts";
