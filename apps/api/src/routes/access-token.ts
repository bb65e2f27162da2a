import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Invalid, NotFound, studySchema } from "@mehrwert/study";
import { newAccessToken } from "../accounts/accounts.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { isStudyRight, type Right, tokenRights } from "../rights/right.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { idInAddress, shortName } from "./one-time-link.ts";

const rightSchema = z.enum(tokenRights as [Right, ...Right[]]);

const tokenSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    study: z.string().optional(),
    rights: z.array(z.string()),
    expiresAt: z.iso.datetime(),
  })
  .meta({ id: "AccessToken" });

/** A program's key, without its value. */
export type AccessTokenReply = z.infer<typeof tokenSchema>;

const list = createRoute({
  method: "get",
  path: "/api/me/access-tokens",
  operationId: "accessTokens",
  ...needs("account:manage"),
  ...summary({
    de: "Ihre Zugangsschlüssel für Programme.",
    en: "Your access tokens for programs.",
  }),
  responses: {
    200: jsonReply(
      { de: "Die Schlüssel, ohne ihren Wert.", en: "The tokens, without their value." },
      z.array(tokenSchema),
    ),
    ...refusals("signed-out", "unavailable", "unexpected"),
  },
});

const create = createRoute({
  method: "post",
  path: "/api/me/access-tokens",
  operationId: "createAccessToken",
  ...needs("account:manage"),
  ...summary({
    de: "Stellt einen Zugangsschlüssel aus: für eine Studie oder alle Ihre, für die genannten Rechte, bis zu einem Jahr. Der Wert wird nur dieses eine Mal genannt.",
    en: "Issues an access token: for one study or all of yours, for the rights named, for up to a year. Its value is told this once only.",
  }),
  request: {
    body: jsonContent(
      z
        .strictObject({
          name: shortName,
          study: studySchema.shape.slug.optional(),
          rights: z.array(rightSchema).min(1),
          days: z.number().int().min(1).max(365),
        })
        .meta({ id: "AccessTokenToIssue" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    201: jsonReply(
      { de: "Der Schlüssel.", en: "The token." },
      z.strictObject({ id: z.string(), token: z.string() }),
    ),
    ...refusals("signed-out", "cross-site", "not-found", "malformed", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/me/access-tokens/{token}",
  operationId: "deleteAccessToken",
  ...needs("account:manage"),
  ...summary({ de: "Widerruft einen Zugangsschlüssel.", en: "Revokes an access token." }),
  request: { params: z.object({ token: idInAddress }) },
  responses: {
    204: meaning({ de: "Widerrufen.", en: "Revoked." }),
    ...refusals("signed-out", "cross-site", "not-found", "unavailable", "unexpected"),
  },
});

function refuseUnfitting(study: string | undefined, rights: readonly Right[]): void {
  const unfitting = study === undefined ? [] : rights.filter((right) => !isStudyRight(right));
  if (unfitting.length === 0) return;
  throw new Invalid("a token for one study has rights of studies only", [
    {
      path: "#/rights",
      severity: "error",
      message: {
        de: `Ein Schlüssel für eine Studie kann nicht: ${unfitting.join(", ")}.`,
        en: `A token for one study cannot have: ${unfitting.join(", ")}.`,
      },
      advice: { de: "Lassen Sie diese Rechte weg.", en: "Leave these rights out." },
    },
  ]);
}

/** `/api/me/access-tokens`. A key lets do at most what its owner may do at the moment of asking. */
export function accessTokenRoutes({
  store: { accounts: store },
  now,
}: Pick<AppDependencies, "store" | "now">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(list, async (c) => {
      const tokens = await store.accessTokensOf(c.get("person").id);
      const shown = tokens.map(({ expiresAt, ...rest }) => ({
        ...rest,
        expiresAt: expiresAt.toISOString(),
      }));
      return c.json(shown, 200);
    })
    .openapi(create, async (c) => {
      const { name, study, rights, days } = c.req.valid("json");
      refuseUnfitting(study, rights);
      if (study !== undefined && !c.get("may")("study:read", study))
        throw new NotFound("no such study");
      const token = newAccessToken();
      const expiresAt = new Date(now().getTime() + days * 86_400_000);
      const of = { token, person: c.get("person").id, name, study, rights, expiresAt };
      const id = await store.keepAccessToken(of);
      await c.get("audit")({
        action: "access-token.issued",
        ...(study !== undefined && { study }),
        details: { name, rights: rights.join(" "), days },
      });
      return c.json({ id, token }, 201);
    })
    .openapi(remove, async (c) => {
      const of = { person: c.get("person").id, id: c.req.valid("param").token };
      if (!(await store.deleteAccessToken(of))) throw new NotFound("no such token");
      await c.get("audit")({ action: "access-token.revoked" });
      return c.body(null, 204);
    });
}
