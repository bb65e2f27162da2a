import { problemSchema } from "@mehrwert/study";
import { addressOnServer, defaultServer, replyOf } from "./running-server.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** Which server, if not the usual one. */
export type ServerOption = { server?: string };

/**
 * Asks a server for something and gives its reply; a refusal ends the command with what the server says about it, place
 * by place.
 */
export async function asked(
  path: string,
  { server }: ServerOption,
  context: CommandContext,
  request?: RequestInit,
): Promise<Response> {
  const url = addressOnServer(server ?? defaultServer(context.shell.env), path);
  url.searchParams.set("lang", context.language);
  const reply = await replyOf(url, context, request);
  if (reply.ok) return reply;
  const problem = problemSchema.safeParse(await reply.json().catch(() => undefined));
  if (!problem.success)
    throw badInput(
      `Der Server ${url.origin} lehnt das ab (HTTP ${reply.status}).`,
      `The server ${url.origin} refuses this (HTTP ${reply.status}).`,
    );
  const { title, detail = "", errors = [] } = problem.data;
  const places = errors.map((each) => `  ${each.pointer}: ${each.detail} ${each.advice}`);
  const text = [`${title}. ${places.length === 0 ? detail : ""}`.trim(), ...places].join("\n");
  throw badInput(text, text);
}

/** The same, with JSON both ways; a reply of another shape ends the command. */
export async function askedJson<Value>(
  path: string,
  schema: { safeParse(value: unknown): { success: true; data: Value } | { success: false } },
  options: ServerOption,
  context: CommandContext,
  { method = "GET", body }: { method?: string; body?: unknown } = {},
): Promise<Value> {
  const request = {
    method,
    ...(body === undefined
      ? {}
      : { body: JSON.stringify(body), headers: { "content-type": "application/json" } }),
  };
  const reply = await asked(path, options, context, request);
  const read = schema.safeParse(await reply.json().catch(() => undefined));
  if (read.success) return read.data;
  throw badInput(
    "Der Server hat etwas anderes geantwortet als erwartet; passt seine Version zu dieser?",
    "The server replied something else than expected; does its version match this one?",
  );
}
