import { z } from "zod";
import type { Issue } from "./result.ts";

/** The requested thing does not exist, or the caller may not know that it does. HTTP 404. */
export class NotFound extends Error {
  override name = "NotFound";
}

/** The input was understood and refused; `issues` say where and why. HTTP 422. */
export class Invalid extends Error {
  override name = "Invalid";
  readonly issues: readonly Issue[];
  constructor(message: string, issues: readonly Issue[]) {
    super(message);
    this.issues = issues;
  }
}

/** The same id already stands for something else. HTTP 409. */
export class Conflict extends Error {
  override name = "Conflict";
}

/** The caller is known and may not do this. HTTP 403. */
export class Forbidden extends Error {
  override name = "Forbidden";
}

/** The study does not accept responses now. HTTP 403. */
export class Closed extends Error {
  override name = "Closed";
}

/** The participant withdrew this response; it is deleted and is not stored again. HTTP 410. */
export class Withdrawn extends Error {
  override name = "Withdrawn";
}

/** Problem details (RFC 9457), the one shape of every refusal of the API. */
export const problemSchema = z.strictObject({
  /** Path of the page that explains the problem, e.g. `/problems/invalid`. */
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  detail: z.string().optional(),
  /** For unexpected failures: the only trace the client gets. */
  requestId: z.string().optional(),
  errors: z
    .array(z.strictObject({ pointer: z.string(), detail: z.string(), advice: z.string() }))
    .optional(),
});
export type Problem = z.infer<typeof problemSchema>;
