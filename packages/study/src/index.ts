export * from "./dataset.ts";
export * from "./instrument.ts";
export * from "./localized-text.ts";
export * from "./problem.ts";
export * from "./result.ts";
export * from "./study.ts";
export * from "./survey-response.ts";
