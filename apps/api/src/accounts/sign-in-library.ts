import { randomUUID } from "node:crypto";
import type { AccountStore } from "@mehrwert/store";
import { betterAuth } from "better-auth";
import { createAuthEndpoint } from "better-auth/api";
import { setSessionCookie } from "better-auth/cookies";
import { genericOAuth, twoFactor } from "better-auth/plugins";
import { z } from "zod";
import { Refusal } from "../problems/refusal.ts";
import { passwordLength } from "./password-faults.ts";
import { isPassword, passwordHash } from "./password-hashing.ts";

/** Seconds without doing anything after which somebody is signed out, and seconds after which everybody is. */
export const sessionSeconds = { idle: 30 * 60, absolute: 12 * 60 * 60 } as const;

/** A single sign-on by OpenID Connect. */
export type OidcSettings = {
  /** Address of the discovery document: `https://…/.well-known/openid-configuration`. */
  discoveryUrl: string;
  clientId: string;
  clientSecret: string;
  /** What people call it: "Landesamt". */
  name: string;
};

/** Makes a session for somebody whose identity was shown in another way; only code of this server can call it. */
const sessionForPerson = () =>
  ({
    id: "session-for-person",
    endpoints: {
      sessionForPerson: createAuthEndpoint(
        "/session-for-person",
        {
          method: "POST",
          body: z.object({ person: z.string() }),
          metadata: { SERVER_ONLY: true },
        },
        async (ctx) => {
          const user = await ctx.context.internalAdapter.findUserById(ctx.body.person);
          const session = user && (await ctx.context.internalAdapter.createSession(user.id));
          if (!user || !session) throw new Refusal("sign-in-refused");
          await setSessionCookie(ctx, { session, user });
          return ctx.json({});
        },
      ),
    },
  }) as const;

const singleSignOn = ({ name, discoveryUrl, clientId, clientSecret }: OidcSettings) =>
  genericOAuth({
    config: [
      {
        providerId: "oidc",
        name,
        discoveryUrl,
        clientId,
        clientSecret,
        scopes: ["openid", "email", "profile"],
        pkce: true,
        requireIdTokenVerification: true,
        disableImplicitSignUp: true,
        disableSignUp: true,
      },
    ],
  });

/**
 * better-auth, set up for this server: nobody signs up by himself, sessions live in the database alone (so that ending one
 * counts at once), and nothing of it is reachable by HTTP except through our own routes.
 *
 * @param origin under which people reach the server: it stands in addresses that the single sign-on sends people back to
 * @param isSecure whether browsers reach the server by HTTPS; cookies are called `__Host-…` then
 */
export function signInLibrary({
  store,
  secret,
  origin,
  isSecure,
  oidc,
}: {
  store: AccountStore;
  secret: string;
  origin: string;
  isSecure: boolean;
  oidc: OidcSettings | undefined;
}) {
  return betterAuth({
    appName: "Mehrwert",
    baseURL: origin,
    basePath: "/api/sign-in",
    secret,
    database: store.signInAdapter,
    telemetry: { enabled: false },
    logger: { disabled: true },
    rateLimit: { enabled: false },
    emailAndPassword: {
      enabled: true,
      disableSignUp: true,
      minPasswordLength: passwordLength.shortest,
      maxPasswordLength: passwordLength.longest,
      password: {
        hash: passwordHash,
        verify: ({ hash, password }) => isPassword(password, hash),
      },
    },
    session: { expiresIn: sessionSeconds.idle, updateAge: 60, cookieCache: { enabled: false } },
    account: {
      encryptOAuthTokens: true,
      accountLinking: { enabled: true, requireLocalEmailVerified: true },
    },
    user: {
      additionalFields: {
        isAdministrator: { type: "boolean", input: false, required: false, defaultValue: false },
        isDisabled: { type: "boolean", input: false, required: false, defaultValue: false },
      },
    },
    verification: { storeIdentifier: "hashed" },
    advanced: {
      ipAddress: { disableIpTracking: true },
      useSecureCookies: false,
      cookiePrefix: isSecure ? "__Host-mehrwert" : "mehrwert",
      defaultCookieAttributes: {
        secure: isSecure,
        httpOnly: true,
        sameSite: "strict",
        path: "/",
      },
      // The single sign-on sends people back from its own site, where strict cookies stay behind.
      cookies: { state: { attributes: { sameSite: "lax" } } },
      database: { generateId: () => randomUUID() },
    },
    databaseHooks: {
      session: {
        create: {
          before: async ({ userId }) => (await store.personById(userId))?.isDisabled === false,
        },
      },
    },
    plugins: [
      twoFactor({ issuer: "Mehrwert", twoFactorCookieMaxAge: 600 }),
      sessionForPerson(),
      ...(oidc ? [singleSignOn(oidc)] : []),
    ],
  });
}

/** See `signInLibrary`. */
export type SignInLibrary = ReturnType<typeof signInLibrary>;
