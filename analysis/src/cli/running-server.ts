import { tokenFor } from "./kept-tokens.ts";
import { badInput, type CommandContext, wrongUsage } from "./shell.ts";
import { typedCommand } from "./typed-command.ts";

/** The server `pnpm start` opens with the same settings. */
export function defaultServer(env: CommandContext["shell"]["env"]): string {
  return `http://127.0.0.1:${env.MEHRWERT_PORT || 8080}`;
}

/** An address on a server that somebody named; `path` without a slash at its beginning. */
export function addressOnServer(server: string, path: string): URL {
  try {
    const base = new URL(server.endsWith("/") ? server : `${server}/`);
    if (!/^https?:$/.test(base.protocol)) throw new TypeError("not a web address");
    return new URL(path, base);
  } catch {
    throw wrongUsage(
      `${server} ist keine Adresse eines Servers; sie sieht so aus: http://127.0.0.1:8080`,
      `${server} is no address of a server; it looks like this: http://127.0.0.1:8080`,
    );
  }
}

/**
 * What a server replies, whatever its status but 401, with the token kept for it. A server that is not there, or that does
 * not know who asks, ends the command.
 */
export async function replyOf(
  url: URL,
  { shell }: CommandContext,
  init: RequestInit = {},
): Promise<Response> {
  const token = tokenFor(url.origin, shell.env);
  const headers = new Headers(init.headers);
  if (token !== undefined) headers.set("authorization", `Bearer ${token}`);
  const reply = await shell.fetch(url, { ...init, headers }).catch(() => {
    throw badInput(
      `Unter ${url.origin} antwortet kein Server. Starten Sie ihn mit \`npx -y pnpm@12 start\`, oder nennen Sie seine Adresse mit --server.`,
      `No server answers at ${url.origin}. Start it with \`npx -y pnpm@12 start\`, or name its address with --server.`,
    );
  });
  if (reply.status !== 401) return reply;
  throw badInput(
    `Der Server ${url.origin} verlangt einen gültigen Zugangsschlüssel. Stellen Sie einen aus (${url.origin}/console/account) und merken Sie ihn mit \`${typedCommand} login\`.`,
    `The server ${url.origin} asks for a valid access token. Issue one (${url.origin}/console/account) and remember it with \`${typedCommand} login\`.`,
  );
}
