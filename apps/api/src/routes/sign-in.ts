import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import type { Context } from "hono";
import type { Accounts } from "../accounts/accounts.ts";
import { attemptedSignIn } from "../accounts/attempts.ts";
import { handOnCookies, repliedOr } from "../accounts/library-replies.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { passwordText, personEmail } from "./one-time-link.ts";

const refused = [
  "malformed",
  "sign-in-refused",
  "cross-site",
  "too-large",
  "not-json",
  "invalid",
  "too-many-attempts",
  "unavailable",
  "unexpected",
] as const;

const ways = createRoute({
  method: "get",
  path: "/api/sign-in",
  operationId: "signInWays",
  ...needs("public"),
  ...summary({
    de: "Wie man sich hier anmelden kann.",
    en: "How people can sign in here.",
  }),
  responses: {
    200: jsonReply(
      { de: "Die Wege.", en: "The ways." },
      z
        .strictObject({
          /** What the single sign-on is called; absent where there is none. */
          singleSignOn: z.string().optional(),
          /** True until the first administrator was set up. */
          needsSetup: z.boolean(),
          /** Whether a new password can be asked for by mail. */
          mailsPasswords: z.boolean(),
        })
        .meta({ id: "SignInWays" }),
    ),
    ...refusals("unavailable", "unexpected"),
  },
});

const withPassword = createRoute({
  method: "post",
  path: "/api/sign-in/password",
  operationId: "signInWithPassword",
  ...needs("public"),
  ...summary({
    de: "Meldet mit Adresse und Passwort an; wer einen zweiten Faktor hat, gibt ihn danach ein.",
    en: "Signs in with address and password; who has a second factor enters it afterwards.",
  }),
  request: {
    body: jsonContent(
      z.strictObject({ email: personEmail, password: passwordText }).meta({ id: "SignIn" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    200: jsonReply(
      {
        de: "Angemeldet, oder der zweite Faktor fehlt noch.",
        en: "Signed in, or the second factor is missing.",
      },
      z.strictObject({ needsSecondFactor: z.boolean() }),
    ),
    ...refusals(...refused),
  },
});

const secondFactor = createRoute({
  method: "post",
  path: "/api/sign-in/second-factor",
  operationId: "signInSecondFactor",
  ...needs("public"),
  ...summary({
    de: "Schließt die Anmeldung mit dem Code der App oder einem Ersatzcode ab.",
    en: "Completes signing in with the app's code or a backup code.",
  }),
  request: {
    body: jsonContent(z.strictObject({ code: z.string().trim().min(6).max(20) })),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Angemeldet.", en: "Signed in." }),
    ...refusals(...refused),
  },
});

const singleSignOn = createRoute({
  method: "post",
  path: "/api/sign-in/single-sign-on",
  operationId: "signInSingleSignOn",
  ...needs("public"),
  ...summary({
    de: "Nennt die Adresse des Single Sign-on, zu der die Seite weitergeht.",
    en: "Gives the address of the single sign-on to which the page goes on.",
  }),
  responses: {
    200: jsonReply({ de: "Die Adresse.", en: "The address." }, z.strictObject({ url: z.string() })),
    ...refusals("not-found", "cross-site", "unavailable", "unexpected"),
  },
});

const callback = createRoute({
  method: "get",
  path: "/api/sign-in/callback/oidc",
  operationId: "signInCallback",
  ...needs("public"),
  ...summary({
    de: "Hierher schickt das Single Sign-on die Leute zurück; weiter geht es zur Konsole.",
    en: "Where the single sign-on sends people back to; they go on to the console.",
  }),
  responses: {
    302: meaning({ de: "Weiter zur Konsole.", en: "On to the console." }),
    ...refusals("not-found", "unavailable", "unexpected"),
  },
});

const signOut = createRoute({
  method: "post",
  path: "/api/sign-out",
  operationId: "signOut",
  ...needs("account:manage"),
  ...summary({ de: "Meldet ab.", en: "Signs out." }),
  responses: {
    204: meaning({ de: "Abgemeldet.", en: "Signed out." }),
    ...refusals("signed-out", "cross-site", "unavailable", "unexpected"),
  },
});

/** Whom a session belongs to that was just begun, for the audit log. */
async function auditSignIn(
  c: Context<AppEnv>,
  accounts: Pick<Accounts, "whoAsks">,
  setCookies: readonly string[],
  way: string,
): Promise<void> {
  const cookie = setCookies.map((line) => line.split(";")[0]).join("; ");
  const who = (await accounts.whoAsks(new Headers({ cookie })))?.who;
  if (who === undefined) return;
  const { id, name } = who.person;
  await c.get("audit")({ action: "session.begun", person: { id, name }, details: { way } });
}

type Dependencies = Pick<AppDependencies, "store" | "now" | "accounts" | "mail">;

function singleSignOnRoutes({ accounts }: Dependencies): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(singleSignOn, async (c) => {
      const { signIn, oidcName } = accounts;
      if (oidcName === undefined) return c.notFound() as never;
      const reply = await repliedOr("unavailable", () =>
        signIn.signInSocial({
          body: {
            provider: "oidc",
            callbackURL: "/console/",
            errorCallbackURL: "/console/sign-in",
            disableRedirect: true,
          },
          headers: cookieOnly(c),
          asResponse: true,
        }),
      );
      handOnCookies(c, reply);
      const { url } = (await reply.json()) as { url?: string };
      return c.json({ url: url ?? "" }, 200);
    })
    .openapi(callback, async (c) => {
      const { signIn, oidcName } = accounts;
      if (oidcName === undefined) return c.notFound() as never;
      const reply = await signIn.callbackOAuth({
        params: { id: "oidc" },
        query: c.req.query(),
        headers: cookieOnly(c),
        asResponse: true,
      });
      const cookies = handOnCookies(c, reply);
      await auditSignIn(c, accounts, cookies, "single-sign-on");
      // Only to pages of our own, whatever the state said.
      const target = new URL(reply.headers.get("location") ?? "/console/sign-in", "http://own");
      const isFailed = target.searchParams.has("error") || !target.pathname.startsWith("/console/");
      return c.redirect(isFailed ? "/console/sign-in?failed=single-sign-on" : "/console/", 302);
    });
}

/** `GET /api/sign-in`, `POST /api/sign-in/…`, `POST /api/sign-out`. */
export function signInRoutes(dependencies: Dependencies): OpenAPIHono<AppEnv> {
  const { accounts, now } = dependencies;
  const store = dependencies.store.accounts;
  const routes = new OpenAPIHono<AppEnv>()
    .openapi(ways, async (c) => {
      const { oidcName } = accounts;
      const needsSetup = !(await store.hasAdministrator());
      const mailsPasswords = dependencies.mail?.isConfigured === true;
      return c.json(
        { ...(oidcName !== undefined && { singleSignOn: oidcName }), needsSetup, mailsPasswords },
        200,
      );
    })
    .openapi(withPassword, async (c) => {
      const { email, password } = c.req.valid("json");
      const addressHash = accounts.addressHash(email);
      const audit = c.get("audit");
      const reply = await attemptedSignIn({ store, addressHash, email, audit, now: now() }, () =>
        repliedOr("sign-in-refused", () =>
          accounts.signIn.signInEmail({
            body: { email, password },
            headers: new Headers(),
            asResponse: true,
          }),
        ),
      );
      const cookies = handOnCookies(c, reply);
      const body: unknown = await reply.json();
      const needsSecondFactor =
        typeof body === "object" && body !== null && "twoFactorRedirect" in body;
      if (!needsSecondFactor) await auditSignIn(c, accounts, cookies, "password");
      return c.json({ needsSecondFactor }, 200);
    })
    .openapi(secondFactor, async (c) => {
      const { code } = c.req.valid("json");
      const asked = { headers: cookieOnly(c), asResponse: true } as const;
      const isTotp = /^\d{6}$/.test(code);
      const reply = await repliedOr("sign-in-refused", () =>
        isTotp
          ? accounts.signIn.verifyTOTP({ body: { code }, ...asked })
          : accounts.signIn.verifyBackupCode({ body: { code }, ...asked }),
      );
      const cookies = handOnCookies(c, reply);
      await auditSignIn(c, accounts, cookies, isTotp ? "totp" : "backup-code");
      return c.body(null, 204);
    })
    .openapi(signOut, async (c) => {
      const reply = await accounts.signIn.signOut({ headers: cookieOnly(c), asResponse: true });
      handOnCookies(c, reply);
      await c.get("audit")({ action: "session.ended" });
      return c.body(null, 204);
    });
  routes.route("/", singleSignOnRoutes(dependencies));
  return routes;
}

/** The library gets nothing of a request but its cookies: it could keep what else it knew. */
export function cookieOnly(c: Context<AppEnv>): Headers {
  return new Headers({ cookie: c.req.header("cookie") ?? "" });
}
