export {
  type EffectiveEvents,
  effectiveEvents,
  orderedEvents,
} from "./coding-event/effective-events.ts";
export { codingEventIssues, type EventFile, readEventFile } from "./coding-event/read-events.ts";
export {
  type CodingChange,
  type CodingEvent,
  codingChangeSchema,
  codingEventSchema,
  variableNameSchema,
} from "./coding-event/schema.ts";
