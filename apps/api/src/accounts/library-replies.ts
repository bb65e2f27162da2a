import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { ProblemKind } from "../problems/problem-kinds.ts";
import { Refusal } from "../problems/refusal.ts";

/** Hands the cookies that the library's reply sets on to the browser, and returns them. */
export function handOnCookies(c: Context<AppEnv>, reply: Response): string[] {
  const cookies = reply.headers.getSetCookie();
  for (const cookie of cookies) c.header("set-cookie", cookie, { append: true });
  return cookies;
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
