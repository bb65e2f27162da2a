import type { ProblemKind } from "../problems/problem-kinds.ts";
import { Refusal } from "../problems/refusal.ts";

/** The cookies that a reply sets. */
export function cookiesOf(reply: Response): string[] {
  return reply.headers.getSetCookie();
}

/**
 * The library's reply, or one refusal for whatever it refuses: which of its reasons it was would tell whether an account
 * exists.
 *
 * @throws Refusal of this kind; `too-many-attempts` where the library counts them itself; whatever else failed
 */
export async function repliedOr(
  kind: ProblemKind,
  ask: () => Promise<Response>,
): Promise<Response> {
  const reply = await ask();
  if (reply.ok) return reply;
  if (reply.status >= 500) throw new Refusal("unavailable");
  throw new Refusal(reply.status === 429 ? "too-many-attempts" : kind);
}
