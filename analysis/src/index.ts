export { seededRandom } from "@mehrwert/statistics";
export * from "./number-format.ts";
export * from "./ranking/agreement-in-words.ts";
export * from "./ranking/driver-rankings.ts";
export * from "./ranking/rank-drivers.ts";
export * from "./ranking/ranking-table.ts";
