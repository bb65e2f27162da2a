import type { ReportWriter } from "../report-writer.ts";
import type { Localizer } from "./localizer.ts";
import type { Namer } from "./naming.ts";

/** What every step of building shares. */
export type BuildContext = {
  report: ReportWriter;
  localizer: Localizer;
  /** Names of questions, rows and ranking options: they become variables, so all are different. */
  variables: Namer;
};
