import { createHash } from "node:crypto";
import type { Context } from "hono";
import type { AppEnv } from "../app-env.ts";
import type { EncodedBody } from "./encoded-body.ts";

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
