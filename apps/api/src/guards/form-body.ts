import type { MiddlewareHandler } from "hono";
import type { AppEnv } from "../app-env.ts";
import { Refusal } from "../problems/refusal.ts";
import { limitedBody } from "./json-body.ts";

const largestFormBytes = 256 * 1024;

const onlyForm: MiddlewareHandler<AppEnv> = async (c, next) => {
  const type = c.req.header("content-type") ?? "";
  if (!/^application\/x-www-form-urlencoded\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type))
    throw new Refusal("not-form");
  await next();
};

/** What the body of a plain HTML form passes before its fields are read: media type and size. */
export const formBody = [onlyForm, limitedBody(largestFormBytes)] as const;
