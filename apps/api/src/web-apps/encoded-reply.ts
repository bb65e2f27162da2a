import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import { EncodedBody } from "./encoded-body.ts";

/** A short fingerprint of a body, for `ETag`. */
export function entityTag(bytes: Buffer): string {
  return `"${createHash("sha256").update(bytes).digest("base64url").slice(0, 22)}"`;
}

/** Sends a body in the encoding the reader accepts, or 304 if the reader has it already. */
export async function encodedReply(
  c: Context<AppEnv>,
  file: { body: EncodedBody; mediaType: string; tag: string; cacheControl: string },
): Promise<Response> {
  const headers = new Headers({
    etag: file.tag,
    vary: "accept-encoding",
    "cache-control": file.cacheControl,
  });
  if (c.req.header("if-none-match") === file.tag)
    return new Response(null, { status: 304, headers });
  const encoding = file.body.encodingFor(c.req.header("accept-encoding"));
  headers.set("content-type", file.mediaType);
  if (encoding !== "identity") headers.set("content-encoding", encoding);
  const bytes = await file.body.bytes(encoding);
  headers.set("content-length", String(bytes.length));
  return new Response(new Uint8Array(bytes), { headers });
}

/** Sends a page written for this one request, compressed; nothing keeps it, nor who asked for it. */
export async function encodedPage(
  c: Context<AppEnv>,
  page: string,
  { status = 200, headers: more = {} }: { status?: number; headers?: Record<string, string> } = {},
): Promise<Response> {
  const body = new EncodedBody(Buffer.from(page), { isCompressible: true });
  const encoding = body.encodingFor(c.req.header("accept-encoding"));
  const headers = new Headers({
    ...more,
    "content-type": "text/html; charset=utf-8",
    "content-language": c.get("language"),
    vary: "accept-encoding, accept-language",
  });
  if (encoding !== "identity") headers.set("content-encoding", encoding);
  const bytes = await body.bytes(encoding);
  return new Response(new Uint8Array(bytes), { status, headers });
}
