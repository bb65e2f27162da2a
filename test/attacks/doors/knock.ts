import type { Door, Request } from "./doors.ts";

/** What came back. */
export type Reply = { status: number; headers: Headers; text: string; tookMs: number };

const mediaTypes = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  bytes: "application/octet-stream",
} as const;

/** The path a request goes to: the route with what stands in the places it leaves open, and the query. */
export function pathOf(route: string, { parameters = {}, query = {} }: Request): string {
  const [, pattern = ""] = route.split(" ");
  const path = pattern.replaceAll(
    /:(\w+)|\*/g,
    (place, name) => parameters[name ?? place] ?? place,
  );
  const asked = new URLSearchParams(query).toString();
  return asked === "" ? path : `${path}?${asked}`;
}

/** The body as it goes over the line; a text and bytes are sent as they are. */
export function bodyOf(
  takes: Door["takes"],
  body: unknown,
): string | Uint8Array<ArrayBuffer> | undefined {
  if (body instanceof Uint8Array) return new Uint8Array(body);
  if (body === undefined || typeof body === "string") return body;
  if (takes !== "form") return JSON.stringify(body);
  return new URLSearchParams(Object.entries(body ?? {})).toString();
}

/** Sends one request to a route, and reads the whole reply. It follows no redirect. */
export async function knock(
  url: string,
  route: string,
  { takes }: Door,
  request: Request,
): Promise<Reply> {
  const [method = "GET"] = route.split(" ");
  const begunMs = performance.now();
  const reply = await fetch(url + pathOf(route, request), {
    method,
    redirect: "manual",
    headers: { "accept-language": "en", ...(takes && { "content-type": mediaTypes[takes] }) },
    ...(takes && { body: bodyOf(takes, request.body) ?? "" }),
  });
  const text = await reply.text();
  return {
    status: reply.status,
    headers: reply.headers,
    text,
    tookMs: performance.now() - begunMs,
  };
}
