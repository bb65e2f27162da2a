import { createHmac, randomBytes } from "node:crypto";
import type { AccountStore } from "@mehrwert/store";
import type { Who } from "../rights/who.ts";
import {
  type OidcSettings,
  type SignInLibrary,
  sessionSeconds,
  signInLibrary,
} from "./sign-in-library.ts";

/** How programs name their key in the header `Authorization`; the prefix makes keys easy to find where they should not be. */
const bearer = /^Bearer (mw_[A-Za-z0-9_-]{43})$/;

/** A page that asks by itself while nobody does anything sends this header: it does not keep anybody signed in. */
export const unattendedHeader = "mehrwert-unattended";

/** Who asks, and what their browser should keep from now on. */
export type Asking = { who: Who; setCookies: string[] };

/** Everything about signing in that routes and the authorisation need. */
export type Accounts = {
  /** By cookie or by key; undefined if nobody stands behind the request. */
  whoAsks: (headers: Headers) => Promise<Asking | undefined>;
  signIn: SignInLibrary["api"];
  /** What stands for an address where failed attempts are counted. */
  addressHash: (email: string) => string;
  isSecure: boolean;
  oidcName: string | undefined;
};

/** A new secret of 256 bits, base64url. */
export const newToken = () => randomBytes(32).toString("base64url");

/** A new key for a program. */
export const newAccessToken = () => `mw_${newToken()}`;

async function whoHasToken(
  store: AccountStore,
  token: string,
  now: Date,
): Promise<Asking | undefined> {
  const holder = await store.holderOfToken(token, now);
  if (holder === undefined) return undefined;
  const { id, name, email, isAdministrator } = holder.person;
  const roles = await store.rolesOf(id);
  const { study, rights } = holder.token;
  return {
    who: { person: { id, name, email }, isAdministrator, roles, token: { study, rights } },
    setCookies: [],
  };
}

async function whoIsSignedIn(
  store: AccountStore,
  signIn: SignInLibrary["api"],
  headers: Headers,
): Promise<Asking | undefined> {
  const cookie = headers.get("cookie");
  if (cookie === null) return undefined;
  const disableRefresh = headers.has(unattendedHeader);
  const { response, headers: replied } = await signIn.getSession({
    headers: new Headers({ cookie }),
    query: { disableRefresh },
    returnHeaders: true,
  });
  if (response === null) return undefined;
  const { session, user } = response;
  const ageSeconds = (Date.now() - session.createdAt.getTime()) / 1000;
  if (user.isDisabled === true || ageSeconds > sessionSeconds.absolute) {
    await store.endSessions({ person: user.id, session: session.id });
    return undefined;
  }
  const { id, name, email } = user;
  const roles = await store.rolesOf(id);
  return {
    who: {
      person: { id, name, email },
      isAdministrator: user.isAdministrator === true,
      roles,
      session: session.id,
    },
    setCookies: replied.getSetCookie(),
  };
}

/**
 * @param secret of the installation, at least 32 characters: signs cookies, encrypts second factors, hashes addresses
 * @param origin under which people reach the server, without a slash at the end
 */
export function createAccounts({
  store,
  secret,
  origin,
  oidc,
  now,
}: {
  store: AccountStore;
  secret: string;
  origin: string;
  oidc?: OidcSettings | undefined;
  now: () => Date;
}): Accounts {
  const isSecure = origin.startsWith("https://");
  const { api } = signInLibrary({ store, secret, origin, isSecure, oidc });
  return {
    whoAsks: async (headers) => {
      const authorization = headers.get("authorization");
      if (authorization === null) return whoIsSignedIn(store, api, headers);
      const token = bearer.exec(authorization)?.[1];
      return token === undefined ? undefined : whoHasToken(store, token, now());
    },
    signIn: api,
    addressHash: (email) =>
      createHmac("sha256", secret).update(`sign-in ${email.toLowerCase()}`).digest("hex"),
    isSecure,
    oidcName: oidc?.name,
  };
}
