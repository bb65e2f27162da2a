import { chmodSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { Shell } from "./shell.ts";

/** The file that keeps access tokens by the origin of their server; only its owner may read it. */
export function tokensFile(env: Shell["env"]): string {
  const folder = env.XDG_CONFIG_HOME || join(env.HOME || homedir(), ".config");
  return join(folder, "mehrwert", "tokens.json");
}

function keptTokens(env: Shell["env"]): Record<string, string> {
  try {
    const kept: unknown = JSON.parse(readFileSync(tokensFile(env), "utf8"));
    const entries = typeof kept === "object" && kept !== null ? Object.entries(kept) : [];
    return Object.fromEntries(entries.filter(([, token]) => typeof token === "string"));
  } catch {
    return {};
  }
}

/** The token for a server: `MEHRWERT_TOKEN`, or the one kept by `mehrwert login`; undefined if there is none. */
export function tokenFor(origin: string, env: Shell["env"]): string | undefined {
  return env.MEHRWERT_TOKEN || keptTokens(env)[origin];
}

/** Keeps a token for a server, or forgets it (`undefined`). */
export function keepToken(origin: string, token: string | undefined, env: Shell["env"]): void {
  const file = tokensFile(env);
  const { [origin]: _, ...others } = keptTokens(env);
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const kept = token === undefined ? others : { ...others, [origin]: token };
  writeFileSync(file, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600);
}
