import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { Invalid, NotFound, studyRoleSchema } from "@mehrwert/study";
import { handOnCookies, repliedOr } from "../accounts/library-replies.ts";
import { passwordFaults } from "../accounts/password-faults.ts";
import { sessionSeconds } from "../accounts/sign-in-library.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { rights } from "../rights/right.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { idInAddress, passwordText } from "./one-time-link.ts";
import { cookieOnly } from "./sign-in.ts";

const meSchema = z
  .strictObject({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    isAdministrator: z.boolean(),
    hasSecondFactor: z.boolean(),
    hasPassword: z.boolean(),
    /** What this person, or this key, may do beside studies. */
    rights: z.array(z.enum(rights)),
    /** What this person is in which study. */
    roles: z.record(z.string(), studyRoleSchema),
  })
  .meta({ id: "Me" });

/** Who is signed in. */
export type Me = z.infer<typeof meSchema>;

const me = createRoute({
  method: "get",
  path: "/api/me",
  operationId: "me",
  ...needs("signed-in"),
  ...summary({
    de: "Wer Sie hier sind und was Sie dürfen.",
    en: "Who you are here and what you may do.",
  }),
  responses: {
    200: jsonReply({ de: "Sie.", en: "You." }, meSchema),
    ...refusals("signed-out", "unavailable", "unexpected"),
  },
});

const sessionSchema = z
  .strictObject({
    id: z.string(),
    beganAt: z.iso.datetime(),
    lastUsedAt: z.iso.datetime(),
    endsAt: z.iso.datetime(),
    isThisOne: z.boolean(),
  })
  .meta({ id: "Session" });

/** Where somebody is signed in. */
export type SessionReply = z.infer<typeof sessionSchema>;

const sessions = createRoute({
  method: "get",
  path: "/api/me/sessions",
  operationId: "sessions",
  ...needs("account:manage"),
  ...summary({ de: "Wo Sie angemeldet sind.", en: "Where you are signed in." }),
  responses: {
    200: jsonReply({ de: "Die Sitzungen.", en: "The sessions." }, z.array(sessionSchema)),
    ...refusals("signed-out", "unavailable", "unexpected"),
  },
});

const endSession = createRoute({
  method: "delete",
  path: "/api/me/sessions/{session}",
  operationId: "endSession",
  ...needs("account:manage"),
  ...summary({
    de: "Beendet eine Sitzung; „others“ beendet alle außer dieser.",
    en: "Ends a session; “others” ends all but this one.",
  }),
  request: { params: z.object({ session: idInAddress }) },
  responses: {
    204: meaning({ de: "Beendet.", en: "Ended." }),
    ...refusals("signed-out", "cross-site", "not-found", "unavailable", "unexpected"),
  },
});

const password = createRoute({
  method: "put",
  path: "/api/me/password",
  operationId: "changePassword",
  ...needs("account:manage"),
  ...summary({
    de: "Ändert das Passwort und beendet alle anderen Sitzungen.",
    en: "Changes the password and ends all other sessions.",
  }),
  request: {
    body: jsonContent(
      z.strictObject({ current: passwordText, password: passwordText }).meta({ id: "NewPassword" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Geändert.", en: "Changed." }),
    ...refusals("signed-out", "wrong-password", "cross-site", "malformed", "too-large", "not-json"),
    ...refusals("invalid", "unavailable", "unexpected"),
  },
});

/** `GET /api/me`, sessions and password. */
export function meRoutes({
  store: { accounts: store },
  accounts,
}: Pick<AppDependencies, "store" | "accounts">): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(me, async (c) => {
      const { person, isAdministrator, roles } = c.get("who");
      const known = await store.personById(person.id);
      const reply = {
        ...person,
        isAdministrator,
        hasSecondFactor: known?.hasSecondFactor === true,
        hasPassword: (await store.passwordHashOf(person.id)) !== undefined,
        rights: rights.filter((right) => c.get("may")(right)),
        roles: Object.fromEntries(roles),
      };
      return c.json(reply, 200);
    })
    .openapi(sessions, async (c) => {
      const { person, session } = c.get("who");
      const found = (await store.sessionsOf(person.id)).map(({ id, createdAt, updatedAt }) => ({
        id,
        beganAt: createdAt.toISOString(),
        lastUsedAt: updatedAt.toISOString(),
        endsAt: new Date(createdAt.getTime() + sessionSeconds.absolute * 1000).toISOString(),
        isThisOne: id === session,
      }));
      return c.json(found, 200);
    })
    .openapi(endSession, async (c) => {
      const { person, session: own } = c.get("who");
      const { session } = c.req.valid("param");
      const which = session === "others" ? { except: own ?? "" } : { session };
      const ended = await store.endSessions({ person: person.id, ...which });
      if (ended === 0 && session !== "others") throw new NotFound("no such session");
      await c.get("audit")({ action: "session.revoked", details: { sessions: ended } });
      return c.body(null, 204);
    })
    .openapi(password, async (c) => {
      const { current, password: wanted } = c.req.valid("json");
      const { person } = c.get("who");
      const faults = passwordFaults(wanted, [person.name, person.email]);
      if (faults.length > 0) throw new Invalid("the password is refused", faults);
      const reply = await repliedOr("wrong-password", () =>
        accounts.signIn.changePassword({
          body: { currentPassword: current, newPassword: wanted, revokeOtherSessions: true },
          headers: cookieOnly(c),
          asResponse: true,
        }),
      );
      handOnCookies(c, reply);
      await c.get("audit")({ action: "password.changed" });
      return c.body(null, 204);
    });
}
