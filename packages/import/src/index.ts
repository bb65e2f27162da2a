export * from "./import-instrument.ts";
export * from "./import-report.ts";
export { importReportMarkdown } from "./report-markdown.ts";
