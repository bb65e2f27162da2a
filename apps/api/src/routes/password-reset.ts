import { setTimeout as pause } from "node:timers/promises";
import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { makeLink } from "../mail/link-mail.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, meaning, refusals, summary } from "./described.ts";
import { personEmail } from "./one-time-link.ts";
import { linkDays } from "./people.ts";

/** The reply takes at least as long as looking an account up and writing to it, so that it tells nothing by its time. */
const leastMs = 300;

const ask = createRoute({
  method: "post",
  path: "/api/password-resets",
  operationId: "askForNewPassword",
  ...needs("public"),
  ...summary({
    de: "Schickt einen Link für ein neues Passwort, wenn es zu dieser Adresse ein Konto mit Passwort gibt. Ob es eines gibt, verrät die Antwort nicht.",
    en: "Sends a link for a new password if there is an account with a password at this address. The reply does not tell whether there is one.",
  }),
  request: {
    body: jsonContent(z.strictObject({ email: personEmail }).meta({ id: "PasswordResetToAskFor" })),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Angenommen.", en: "Accepted." }),
    ...refusals("malformed", "cross-site", "too-large", "not-json", "invalid"),
    ...refusals("too-many-attempts", "no-mail-server", "unavailable", "unexpected"),
  },
});

/** `POST /api/password-resets`: for whoever forgot the password, where a mail server is named. */
export function passwordResetRoutes({
  accounts,
  ...dependencies
}: Pick<
  AppDependencies,
  "store" | "accounts" | "mail" | "consoleUrl" | "defaultLanguage" | "now"
>): OpenAPIHono<AppEnv> {
  const store = dependencies.store.accounts;
  const offered = async (email: string, requestUrl: string) => {
    const person = await store.personByEmail(email);
    if (person === undefined || person.isDisabled) return;
    if ((await store.passwordHashOf(person.id)) === undefined) return;
    const link = { kind: "reset", person: person.id, email: person.email } as const;
    await makeLink({ ...dependencies, store }, link, { days: linkDays.reset, requestUrl });
    return { id: person.id, name: person.name };
  };
  return new OpenAPIHono<AppEnv>().openapi(ask, async (c) => {
    if (!dependencies.mail?.isConfigured) throw new Refusal("no-mail-server");
    const { email } = c.req.valid("json");
    // Counted apart from attempts to sign in, so that nobody is kept out by somebody else's asking.
    const addressHash = accounts.addressHash(`reset ${email}`);
    if ((await store.takeSignInAttempt(addressHash, dependencies.now())) === undefined)
      throw new Refusal("too-many-attempts");
    const [person] = await Promise.all([offered(email, c.req.url), pause(leastMs)]);
    if (person !== undefined) await c.get("audit")({ action: "password.reset-asked", person });
    return c.body(null, 204);
  });
}
