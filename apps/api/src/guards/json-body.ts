import type { MiddlewareHandler } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";
import { readJsonText } from "./json-text.ts";

const largestBodyBytes = 256 * 1024;
const largestInstrumentBytes = 2 * 1024 * 1024;
const largestListBytes = 10 * 1024 * 1024;

const onlyJson: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new Refusal("not-json");
  await next();
};

/**
 * Refuses bodies of more bytes, announced or not. Where the length is announced, the server's parser lets no byte more
 * through, and the body need not be watched while it arrives.
 */
export function limitedBody(maxSize: number): MiddlewareHandler<AppEnv> {
  const onError = () => {
    throw new Refusal("too-large");
  };
  const watched = bodyLimit({ maxSize, onError });
  return async (c, next) => {
    const announced = c.req.header("content-length");
    if (announced === undefined || c.req.header("transfer-encoding") !== undefined)
      return watched(c, next);
    if (!(Number(announced) <= maxSize)) onError();
    await next();
  };
}

/**
 * Reads the body once; what is validated and used later is this very value. For an address that spells a route's own
 * placeholder, such as `:comment`, the router calls this twice.
 */
const readable: MiddlewareHandler<AppEnv> = async (c, next) => {
  const value = readJsonText(await c.req.arrayBuffer());
  const json = { value: () => Promise.resolve(value), configurable: true };
  Object.defineProperty(c.req, "json", json);
  await next();
};

/** What every JSON body passes before its schema: media type, size, encoding, nesting, names. */
export const jsonBody = [onlyJson, limitedBody(largestBodyBytes), readable];

/** The same for a body that carries the text of an instrument. */
export const instrumentBody = [onlyJson, limitedBody(largestInstrumentBytes), readable];

/** The same for a body that carries a list of people. */
export const largeJsonBody = [onlyJson, limitedBody(largestListBytes), readable];

/** A page elsewhere can send plain text and forms without asking, but not this. */
export const onlyBytes: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/octet-stream\b/i.test(type)) throw new Refusal("not-bytes");
  await next();
};
