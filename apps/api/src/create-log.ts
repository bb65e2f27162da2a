import { type DestinationStream, type Logger, pino } from "pino";

/** A line reaches standard output after so long at the latest. */
const writtenAfterMs = 1_000;

/**
 * Standard output, written many lines at a time: a write for each request took a tenth of the server's time. What is
 * left is written when the process ends on purpose; a kill loses the last second.
 */
function standardOutput(): DestinationStream {
  const destination = pino.destination({ dest: 1, sync: false, minLength: 4096 });
  setInterval(() => destination.flush(), writtenAfterMs).unref();
  return destination;
}

/**
 * The server's log: one JSON line an event. It tells the day and no finer time, because the moment of a stored
 * response would tell whose it is to somebody who saw them send it.
 */
export function createLog(
  level: "trace" | "debug" | "info" | "warn" | "error" | "fatal" | "silent",
  destination: DestinationStream = standardOutput(),
): Logger {
  const timestamp = () => `,"day":"${new Date().toISOString().slice(0, 10)}"`;
  return pino({ level, base: null, timestamp }, destination);
}
