import { badInput, type CommandContext, wrongUsage } from "./shell.ts";

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

/** What a server replies, whatever its status; a server that is not there ends the command. */
export async function replyOf(
  url: URL,
  { shell }: CommandContext,
  request?: RequestInit,
): Promise<Response> {
  return shell.fetch(url, request).catch(() => {
    throw badInput(
      `Unter ${url.origin} antwortet kein Server. Starten Sie ihn mit \`npx -y pnpm@12 start\`, oder nennen Sie seine Adresse mit --server.`,
      `No server answers at ${url.origin}. Start it with \`npx -y pnpm@12 start\`, or name its address with --server.`,
    );
  });
}
