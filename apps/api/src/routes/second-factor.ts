import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { handOnCookies, repliedOr } from "../accounts/library-replies.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { passwordText } from "./one-time-link.ts";
import { cookieOnly } from "./sign-in.ts";

const refused = ["signed-out", "wrong-password", "cross-site", "malformed", "too-large"] as const;
const refusedToo = [
  "not-json",
  "invalid",
  "too-many-attempts",
  "unavailable",
  "unexpected",
] as const;
const withPassword = { body: jsonContent(z.strictObject({ password: passwordText })) };

const begin = createRoute({
  method: "post",
  path: "/api/me/second-factor",
  operationId: "beginSecondFactor",
  ...needs("account:manage"),
  ...summary({
    de: "Beginnt die Einrichtung des zweiten Faktors: Adresse für die App und Ersatzcodes, beide nur dieses eine Mal.",
    en: "Begins setting up the second factor: address for the app and backup codes, both this once only.",
  }),
  request: withPassword,
  middleware: jsonBody,
  responses: {
    200: jsonReply(
      { de: "Was die App braucht.", en: "What the app needs." },
      z
        .strictObject({ uri: z.string(), backupCodes: z.array(z.string()) })
        .meta({ id: "SecondFactor" }),
    ),
    ...refusals(...refused, ...refusedToo),
  },
});

const confirm = createRoute({
  method: "put",
  path: "/api/me/second-factor",
  operationId: "confirmSecondFactor",
  ...needs("account:manage"),
  ...summary({
    de: "Schaltet den zweiten Faktor ein, wenn der Code der App stimmt, und beendet die anderen Sitzungen.",
    en: "Switches the second factor on if the app's code is right, and ends the other sessions.",
  }),
  request: { body: jsonContent(z.strictObject({ code: z.string().regex(/^\d{6}$/) })) },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Eingeschaltet.", en: "Switched on." }),
    ...refusals("signed-out", "wrong-code", "cross-site", "malformed", "too-large", ...refusedToo),
  },
});

const remove = createRoute({
  method: "post",
  path: "/api/me/second-factor/removal",
  operationId: "removeSecondFactor",
  ...needs("account:manage"),
  ...summary({
    de: "Schaltet den zweiten Faktor aus und beendet die anderen Sitzungen.",
    en: "Switches the second factor off and ends the other sessions.",
  }),
  request: withPassword,
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Ausgeschaltet.", en: "Switched off." }),
    ...refusals(...refused, ...refusedToo),
  },
});

const setupSchema = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });

/** `/api/me/second-factor`: begins, confirms and removes the second factor. */
export function secondFactorRoutes({
  store: { accounts: store },
  accounts,
}: Pick<AppDependencies, "store" | "accounts">): OpenAPIHono<AppEnv> {
  const endOthers = async (person: string, setCookies: readonly string[], own?: string) => {
    const cookie = setCookies.map((line) => line.split(";")[0]).join("; ");
    const asking = cookie === "" ? undefined : await accounts.whoAsks(new Headers({ cookie }));
    await store.endSessions({ person, except: asking?.who.session ?? own ?? "" });
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(begin, async (c) => {
      const { password } = c.req.valid("json");
      const reply = await repliedOr("wrong-password", () =>
        accounts.signIn.enableTwoFactor({
          body: { password, method: "totp" },
          headers: cookieOnly(c),
          asResponse: true,
        }),
      );
      const { totpURI, backupCodes } = setupSchema.parse(await reply.json());
      return c.json({ uri: totpURI, backupCodes }, 200);
    })
    .openapi(confirm, async (c) => {
      const { code } = c.req.valid("json");
      const reply = await repliedOr("wrong-code", () =>
        accounts.signIn.verifyTOTP({ body: { code }, headers: cookieOnly(c), asResponse: true }),
      );
      const cookies = handOnCookies(c, reply);
      await endOthers(c.get("person").id, cookies, c.get("who").session);
      await c.get("audit")({ action: "second-factor.switched-on" });
      return c.body(null, 204);
    })
    .openapi(remove, async (c) => {
      const { password } = c.req.valid("json");
      const reply = await repliedOr("wrong-password", () =>
        accounts.signIn.disableTwoFactor({
          body: { password },
          headers: cookieOnly(c),
          asResponse: true,
        }),
      );
      const cookies = handOnCookies(c, reply);
      await endOthers(c.get("person").id, cookies, c.get("who").session);
      await c.get("audit")({ action: "second-factor.switched-off" });
      return c.body(null, 204);
    });
}
