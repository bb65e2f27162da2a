import type { Language, Problem } from "@mehrwert/study";

/** The server answered, and refused. `status` is the HTTP status; `problem` says why, if the server did. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;
  readonly problem: Problem | undefined;
  constructor(status: number, problem?: Problem) {
    super(`The server answered with status ${status}.`);
    this.status = status;
    this.problem = problem;
  }

  /** Whether it is a problem of this kind: the last part of its `type`. */
  isOf(kind: string): boolean {
    return this.problem?.type === `/problems/${kind}`;
  }
}

/**
 * Reads one JSON document from the server that served this page. The server is ours and checked by its own tests,
 * so its replies are believed, not parsed again. `isUnattended`: the page asks by itself, which keeps nobody signed in.
 * @throws Refusal if the server refuses; TypeError if it does not answer
 */
export async function fetchJson<T>(
  path: string,
  signal?: AbortSignal,
  { isUnattended = false }: { isUnattended?: boolean } = {},
): Promise<T> {
  const headers = { accept, ...(isUnattended && { "mehrwert-unattended": "yes" }) };
  return read(await fetch(path, { ...(signal && { signal }), headers }));
}

/** Sends a JSON document and reads the reply; a reply without content is undefined. @throws as `fetchJson` */
export async function sendJson<T>(
  method: "POST" | "PUT" | "PATCH" | "DELETE",
  path: string,
  document: unknown = {},
): Promise<T> {
  const headers = { accept, "content-type": "application/json" };
  return read(await fetch(path, { method, headers, body: JSON.stringify(document) }));
}

/** Asks for something to be done that needs no document. @throws as `fetchJson` */
export async function request<T>(method: "POST" | "DELETE", path: string): Promise<T> {
  return read(await fetch(path, { method, headers: { accept } }));
}

/** Sends a file as it is and reads the reply. @throws as `fetchJson` */
export async function sendFile<T>(path: string, file: Blob): Promise<T> {
  const headers = { accept, "content-type": "application/octet-stream" };
  return read(await fetch(path, { method: "POST", headers, body: file }));
}

/** The same address with more to its question; refusals then speak the language of the page. */
export function asking(
  path: string,
  { language, ...wishes }: { language: Language } & Record<string, string | undefined>,
): string {
  const question = new URLSearchParams({ lang: language });
  for (const [name, value] of Object.entries(wishes))
    if (value !== undefined && value !== "") question.set(name, value);
  return `${path}?${question}`;
}

const accept = "application/json";

async function read<T>(reply: Response): Promise<T> {
  if (reply.status === 204) return undefined as T;
  if (reply.ok) return reply.json();
  const isProblem = reply.headers.get("content-type")?.startsWith("application/problem+json");
  throw new Refusal(reply.status, isProblem ? await reply.json() : undefined);
}
