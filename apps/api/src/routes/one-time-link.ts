import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Invalid } from "@mehrwert/study";
import { passwordFaults, passwordLength } from "../accounts/password-faults.ts";
import { passwordHash } from "../accounts/password-hashing.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";

const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
/** A line that somebody writes as the name of something; without characters that steer. */
export const shortName = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .regex(/^\P{Cc}*$/u);
/** An id in an address: what it names need not exist. */
export const idInAddress = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/);
export const personEmail = z.email().max(254);
/** Longer texts than any password are not even looked at. */
export const passwordText = z.string().max(passwordLength.longest * 4);

const linkSchema = z
  .strictObject({
    kind: z.enum(["setup", "invitation", "reset"]),
    /** Whose account it is for; absent when the first administrator is set up. */
    email: z.string().optional(),
  })
  .meta({ id: "OneTimeLink" });

const read = createRoute({
  method: "post",
  path: "/api/one-time-links/reads",
  operationId: "readOneTimeLink",
  ...needs("public"),
  ...summary({
    de: "Sagt, wofür ein Einmal-Link ist: Einrichtung, Einladung oder neues Passwort. Verbraucht ihn nicht.",
    en: "Tells what a one-time link is for: set-up, invitation or a new password. Does not use it up.",
  }),
  request: { body: jsonContent(z.strictObject({ token })) },
  middleware: jsonBody,
  responses: {
    200: jsonReply({ de: "Wofür der Link ist.", en: "What the link is for." }, linkSchema),
    ...refusals("malformed", "cross-site", "link-invalid", "too-large", "not-json", "invalid"),
    ...refusals("unavailable", "unexpected"),
  },
});

const use = createRoute({
  method: "post",
  path: "/api/one-time-links/uses",
  operationId: "useOneTimeLink",
  ...needs("public"),
  ...summary({
    de: "Verbraucht einen Einmal-Link: legt das Konto an oder setzt das neue Passwort. Danach melden Sie sich an.",
    en: "Uses a one-time link up: makes the account or sets the new password. Then sign in.",
  }),
  request: {
    body: jsonContent(
      z
        .strictObject({
          token,
          password: passwordText,
          name: shortName.optional(),
          /** Only for the set-up; otherwise the link knows. */
          email: personEmail.optional(),
        })
        .meta({ id: "OneTimeLinkUse" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Das Konto ist bereit.", en: "The account is ready." }),
    ...refusals("malformed", "cross-site", "link-invalid", "too-large", "not-json", "invalid"),
    ...refusals("unavailable", "unexpected"),
  },
});

const actions = {
  setup: "installation.set-up",
  invitation: "person.joined",
  reset: "password.reset",
} as const;

function missing(name: "name" | "email"): never {
  throw new Invalid(`an account requires a ${name}`, [
    {
      path: `#/${name}`,
      severity: "error",
      message: { de: "Diese Angabe fehlt.", en: "This entry is missing." },
      advice: { de: "Tragen Sie sie ein.", en: "Fill it in." },
    },
  ]);
}

/** `POST /api/one-time-links/reads` and `/uses`. */
export function oneTimeLinkRoutes({
  store: { accounts },
  now,
}: Pick<AppDependencies, "store" | "now">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(read, async (c) => {
      const link = await accounts.oneTimeLink(c.req.valid("json").token, now());
      if (link === undefined) throw new Refusal("link-invalid");
      return c.json({ kind: link.kind, ...(link.kind !== "setup" && { email: link.email }) }, 200);
    })
    .openapi(use, async (c) => {
      const { token, password, name, email } = c.req.valid("json");
      const link = await accounts.oneTimeLink(token, now());
      if (link === undefined) throw new Refusal("link-invalid");
      if (link.kind !== "reset" && name === undefined) missing("name");
      if (link.kind === "setup" && email === undefined) missing("email");
      const address = link.kind === "setup" ? (email ?? "") : link.email;
      const faults = passwordFaults(password, [address, name ?? ""]);
      if (faults.length > 0) throw new Invalid("the password is refused", faults);
      const used = await accounts.useOneTimeLink({
        token,
        name: name ?? "",
        email: address,
        passwordHash: await passwordHash(password),
        now: now(),
      });
      if (used === undefined) throw new Refusal("link-invalid");
      const study = link.kind === "invitation" ? link.study : undefined;
      await c.get("audit")({
        action: actions[link.kind],
        person: used.person,
        ...(study !== undefined && { study }),
      });
      return c.body(null, 204);
    });
}
