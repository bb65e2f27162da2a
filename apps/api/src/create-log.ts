import { type DestinationStream, type Logger, pino } from "pino";

/**
 * The server's log: one JSON line an event. It tells the day and no finer time, because the moment of a stored
 * response would tell whose it is to somebody who saw them send it.
 */
export function createLog(
  level: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent",
  destination?: DestinationStream,
): Logger {
  const timestamp = () => `,"day":"${new Date().toISOString().slice(0, 10)}"`;
  const options = { level, base: null, timestamp };
  return destination === undefined ? pino(options) : pino(options, destination);
}
