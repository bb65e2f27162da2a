/** The server answered, and refused. `status` is the HTTP status. */
export class Refusal extends Error {
  override name = "Refusal";
  readonly status: number;
  constructor(status: number) {
    super(`The server answered with status ${status}.`);
    this.status = status;
  }
}

/**
 * Reads one JSON document from the server that served this page. The server is ours and checked by its own tests,
 * so its replies are believed, not parsed again.
 * @throws Refusal if the server refuses; TypeError if it does not answer
 */
export async function fetchJson<T>(path: string, signal: AbortSignal): Promise<T> {
  const reply = await fetch(path, { signal, headers: { accept: "application/json" } });
  if (!reply.ok) throw new Refusal(reply.status);
  return reply.json();
}
