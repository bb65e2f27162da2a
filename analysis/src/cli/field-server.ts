import { problemSchema } from "@mehrwert/study";
import { Command } from "commander";
import { addressOnServer, defaultServer, replyOf } from "./running-server.ts";
import { badInput, type CommandContext } from "./shell.ts";

/** What every command about a study in the field takes. */
export type FieldOptions = { study: string; server?: string };

/** A command about a study on a running server, with the options that say which. */
export function fieldCommand(name: string, description: string, context: CommandContext): Command {
  const { shell, language } = context;
  const text = (de: string, en: string) => ({ de, en })[language];
  const server = defaultServer(shell.env);
  return new Command(name)
    .description(description)
    .requiredOption(
      "--study <slug>",
      text("Kürzel der Studie, z. B. demo", "slug of the study, e.g. demo"),
    )
    .option(
      "--server <url>",
      text(`Adresse des Servers, sonst ${server}`, `address of the server, else ${server}`),
    );
}

/**
 * Asks a server about a study and gives its reply as JSON. A refusal ends the command with the server's words, every place
 * it names included.
 */
export async function fieldReply(
  { study, server }: FieldOptions,
  path: string,
  context: CommandContext,
  init?: RequestInit,
): Promise<unknown> {
  const { shell, language } = context;
  const at = `api/studies/${encodeURIComponent(study)}/${path}`;
  const url = addressOnServer(server ?? defaultServer(shell.env), at);
  url.searchParams.set("lang", language);
  const reply = await replyOf(url, context, init);
  const body: unknown = await reply.json().catch(() => undefined);
  if (reply.ok) return body;
  if (reply.status === 404) {
    throw badInput(
      `Eine Studie „${study}“ gibt es auf ${url.origin} nicht, oder Sie dürfen das dort nicht.`,
      `There is no study "${study}" on ${url.origin}, or you may not do this there.`,
    );
  }
  const problem = problemSchema.safeParse(body);
  const told = problem.success
    ? [
        `${problem.data.title}. ${problem.data.errors === undefined ? (problem.data.detail ?? "") : ""}`.trim(),
        ...(problem.data.errors?.map(({ detail, advice }) => `${detail} ${advice}`) ?? []),
      ].join("\n")
    : `HTTP ${reply.status}`;
  throw badInput(told, told);
}

/** The body of a request, as JSON. */
export const asJson = (body: unknown): RequestInit => ({
  method: "POST",
  headers: { "content-type": "application/json" },
  body: JSON.stringify(body),
});

/** Text of others on one line of a terminal: without characters that could steer it or hide something. */
export function plainLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, " ");
}

/** What a reply says, once it was parsed. */
export function understood<T>(parsed: { success: true; data: T } | { success: false }): T {
  if (parsed.success) return parsed.data;
  throw badInput(
    "Der Server antwortet unverständlich; ist er von derselben Version?",
    "The server's reply makes no sense; is it of the same version?",
  );
}
