import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { NotFound } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { type MadeLink, makeLink } from "../mail/link-mail.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { idInAddress, personEmail } from "./one-time-link.ts";

/** How long a colleague has to follow an invitation, and somebody to choose a new password. */
export const linkDays = { invitation: 7, reset: 1 } as const;

const reading = ["signed-out", "forbidden", "unavailable", "unexpected"] as const;
const writing = ["cross-site", "malformed", "too-large", "not-json", "invalid"] as const;

const personSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    isAdministrator: z.boolean(),
    isDisabled: z.boolean(),
    hasSecondFactor: z.boolean(),
  })
  .meta({ id: "Person" });

/** Somebody with an account. */
export type PersonReply = z.infer<typeof personSchema>;

/** A one-time link: its path on this server, for whoever made it to pass on, and whether the person gets it by mail anyway. */
export const linkSchema = z
  .strictObject({ path: z.string(), expiresAt: z.iso.datetime(), isMailed: z.boolean() })
  .meta({ id: "LinkToPassOn" }) satisfies z.ZodType<MadeLink>;

/** See `linkSchema`. */
export type LinkToPassOn = z.infer<typeof linkSchema>;

const personParameter = z.object({ person: idInAddress });

const list = createRoute({
  method: "get",
  path: "/api/people",
  operationId: "people",
  ...needs("installation:manage"),
  ...summary({ de: "Alle, die hier ein Konto haben.", en: "Everybody with an account here." }),
  responses: {
    200: jsonReply({ de: "Die Konten.", en: "The accounts." }, z.array(personSchema)),
    ...refusals(...reading),
  },
});

const invite = createRoute({
  method: "post",
  path: "/api/people/invitations",
  operationId: "inviteColleague",
  ...needs("installation:manage"),
  ...summary({
    de: "Lädt jemanden ein: ein Link, der einmal und sieben Tage lang gilt und, wo es einen Mailserver gibt, auch als Mail hinausgeht. Ein früherer an dieselbe Adresse gilt nicht mehr.",
    en: "Invites somebody: a link that works once, for seven days, and also leaves by mail where there is a mail server. A former one to the same address no longer works.",
  }),
  request: {
    body: jsonContent(
      z
        .strictObject({ email: personEmail, isAdministrator: z.boolean() })
        .meta({ id: "ColleagueToInvite" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    201: jsonReply({ de: "Der Link.", en: "The link." }, linkSchema),
    ...refusals(...reading, ...writing, "account-exists"),
  },
});

const change = createRoute({
  method: "patch",
  path: "/api/people/{person}",
  operationId: "changePerson",
  ...needs("installation:manage"),
  ...summary({
    de: "Sperrt ein Konto oder gibt es frei, gibt oder nimmt die Verwaltung. Wer gesperrt wird, ist sofort überall abgemeldet.",
    en: "Disables or enables an account, gives or takes administration. Whoever is disabled is signed out everywhere at once.",
  }),
  request: {
    params: personParameter,
    body: jsonContent(
      z
        .strictObject({
          isAdministrator: z.boolean().optional(),
          isDisabled: z.boolean().optional(),
        })
        .meta({ id: "PersonChange" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Geändert.", en: "Changed." }),
    ...refusals(...reading, ...writing, "not-found", "last-of-its-kind"),
  },
});

const reset = createRoute({
  method: "post",
  path: "/api/people/{person}/resets",
  operationId: "resetPassword",
  ...needs("installation:manage"),
  ...summary({
    de: "Ein Link für ein neues Passwort, einmal und einen Tag lang gültig; wo es einen Mailserver gibt, geht er auch als Mail hinaus.",
    en: "A link for a new password, valid once and for one day; where there is a mail server, it also leaves by mail.",
  }),
  request: { params: personParameter },
  responses: {
    201: jsonReply({ de: "Der Link.", en: "The link." }, linkSchema),
    ...refusals(...reading, "cross-site", "not-found"),
  },
});

const removeFactors = createRoute({
  method: "delete",
  path: "/api/people/{person}/factors",
  operationId: "removeFactors",
  ...needs("installation:manage"),
  ...summary({
    de: "Nimmt jemandem, der sie verloren hat, den zweiten Faktor und die Passkeys und meldet überall ab.",
    en: "Takes second factor and passkeys from somebody who lost them, and signs out everywhere.",
  }),
  request: { params: personParameter },
  responses: {
    204: meaning({ de: "Erledigt.", en: "Done." }),
    ...refusals(...reading, "cross-site", "not-found"),
  },
});

/** `/api/people`: who has an account here. */
export function peopleRoutes({
  store: { accounts: store },
  ...dependencies
}: Pick<
  AppDependencies,
  "store" | "mail" | "consoleUrl" | "defaultLanguage" | "now"
>): OpenAPIHono<AppEnv> {
  const linking = { ...dependencies, store };
  const known = async (id: string) => {
    const person = await store.personById(id);
    if (person === undefined) throw new NotFound("no such person");
    return person;
  };
  return new OpenAPIHono<AppEnv>()
    .openapi(list, async (c) => c.json(await store.people(), 200))
    .openapi(invite, async (c) => {
      const { email, isAdministrator } = c.req.valid("json");
      if ((await store.personByEmail(email)) !== undefined) throw new Refusal("account-exists");
      const link = { kind: "invitation", email, isAdministrator } as const;
      const toPassOn = { days: linkDays.invitation, requestUrl: c.req.url };
      const made = await makeLink(linking, link, toPassOn);
      await c.get("audit")({ action: "person.invited", details: { isAdministrator } });
      return c.json(made, 201);
    })
    .openapi(change, async (c) => {
      const { id, name } = await known(c.req.valid("param").person);
      const changes = c.req.valid("json");
      if (!(await store.changePerson(id, changes))) throw new Refusal("last-of-its-kind");
      await c.get("audit")({
        action: "person.changed",
        details: {
          whose: name,
          whoseId: id,
          ...(changes.isAdministrator !== undefined && {
            isAdministrator: changes.isAdministrator,
          }),
          ...(changes.isDisabled !== undefined && { isDisabled: changes.isDisabled }),
        },
      });
      return c.body(null, 204);
    })
    .openapi(reset, async (c) => {
      const { id, name, email } = await known(c.req.valid("param").person);
      const link = { kind: "reset", person: id, email } as const;
      const toPassOn = { days: linkDays.reset, requestUrl: c.req.url };
      const made = await makeLink(linking, link, toPassOn);
      await c.get("audit")({
        action: "password.reset-offered",
        details: { whose: name, whoseId: id },
      });
      return c.json(made, 201);
    })
    .openapi(removeFactors, async (c) => {
      const { id, name } = await known(c.req.valid("param").person);
      await store.removeFactors(id);
      await c.get("audit")({
        action: "second-factor.removed",
        details: { whose: name, whoseId: id },
      });
      return c.body(null, 204);
    });
}
