import { randomBytes, randomUUID } from "node:crypto";
import type { OneTimeLink } from "@mehrwert/store";
import { testPassword } from "../../setup/account.ts";
import type { AttackedServer } from "./attacked-server.ts";
import type { Door } from "./door.ts";

const plain: Door = { honest: () => ({}) };

/** A link that works, for somebody new unless it says otherwise. */
async function newLink({ store }: AttackedServer, link?: OneTimeLink): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  const email = `${randomUUID().slice(0, 8)}@office.example`;
  await store.accounts.keepOneTimeLink({
    token,
    link: link ?? { kind: "invitation", email, isAdministrator: false },
    expiresAt: new Date("2099-01-01"),
  });
  return token;
}

/** Somebody new with an account, by id and address. */
async function newPerson(server: AttackedServer): Promise<{ id: string; email: string }> {
  const email = `${randomUUID().slice(0, 8)}@office.example`;
  const link = { kind: "invitation", email, isAdministrator: false } as const;
  const token = await newLink(server, link);
  const now = new Date();
  const use = { token, name: "Somebody", email, passwordHash: "none", now };
  const used = await server.store.accounts.useOneTimeLink(use);
  return { id: used?.person.id ?? "", email };
}

/** Somebody new who reads the open study. */
async function newMember(server: AttackedServer): Promise<{ study: string; person: string }> {
  const of = { study: server.studies.open.slug, person: (await newPerson(server)).id };
  await server.store.accounts.setStudyRole({ ...of, role: "viewer" });
  return of;
}

const ofPerson: Door = {
  honest: async (server) => ({ parameters: { person: (await newPerson(server)).id } }),
};

/** Rows for the routes of accounts; who asks owns every study and administers the server. */
export const accountDoors: Record<string, Door> = {
  "GET /api/audit": plain,
  "GET /api/audit/log.jsonl": plain,
  "GET /api/me": plain,
  "GET /api/me/access-tokens": plain,
  "GET /api/me/passkeys": plain,
  "GET /api/me/sessions": plain,
  "GET /api/people": plain,
  "GET /api/sign-in": plain,
  "GET /api/studies/:study/people": {
    honest: ({ studies }) => ({ parameters: { study: studies.open.slug } }),
  },
  "POST /api/one-time-links/reads": {
    takes: "json",
    honest: async (server) => ({ body: { token: await newLink(server) } }),
  },
  "POST /api/one-time-links/uses": {
    takes: "json",
    honest: async (server) => ({
      body: { token: await newLink(server), name: "Somebody", password: testPassword },
    }),
  },
  "POST /api/sign-in/password": {
    takes: "json",
    honest: ({ administrator: { email } }) => ({ body: { email, password: testPassword } }),
  },
  "POST /api/password-resets": {
    takes: "json",
    honest: async (server) => ({ body: { email: (await newPerson(server)).email } }),
  },
  "POST /api/sign-in/passkey-challenges": plain,
  "POST /api/me/passkeys/challenges": plain,
  "DELETE /api/me/passkeys/:passkey": {
    honest: async ({ store, administrator }) => {
      const id = randomBytes(16).toString("base64url");
      const key = { publicKey: "", counter: 0, transports: [], createdAt: new Date() };
      await store.accounts.keepPasskey({ id, person: administrator.id, name: "key", ...key });
      return { parameters: { passkey: id } };
    },
  },
  "DELETE /api/me/sessions/:session": { honest: () => ({ parameters: { session: "others" } }) },
  "POST /api/me/access-tokens": {
    takes: "json",
    honest: () => ({ body: { name: "script", rights: ["library:read"], days: 1 } }),
  },
  "DELETE /api/me/access-tokens/:token": {
    honest: async ({ store, administrator }) => {
      const token = randomBytes(32).toString("base64url");
      const of = { name: "script", rights: [], expiresAt: new Date("2099-01-01") };
      const id = await store.accounts.keepAccessToken({ token, person: administrator.id, ...of });
      return { parameters: { token: id } };
    },
  },
  "POST /api/people/invitations": {
    takes: "json",
    honest: () => ({
      body: { email: `${randomUUID().slice(0, 8)}@office.example`, isAdministrator: false },
    }),
  },
  "PATCH /api/people/:person": {
    takes: "json",
    honest: async (server) => ({
      parameters: { person: (await newPerson(server)).id },
      body: { isDisabled: true },
    }),
  },
  "POST /api/people/:person/resets": ofPerson,
  "DELETE /api/people/:person/factors": ofPerson,
  "POST /api/studies/:study/people": {
    takes: "json",
    honest: async (server) => ({
      parameters: { study: server.studies.open.slug },
      body: { email: (await newPerson(server)).email, role: "viewer" },
    }),
  },
  "PUT /api/studies/:study/people/:person": {
    takes: "json",
    honest: async (server) => ({
      parameters: await newMember(server),
      body: { role: "analyst" },
    }),
  },
  "DELETE /api/studies/:study/people/:person": {
    honest: async (server) => ({ parameters: await newMember(server) }),
  },
};

/**
 * Routes that have no row because an honest yes needs a cookie of the very session they change, an authenticator or a single
 * sign-on. `sign-in.test.ts`, `other-pages.test.ts` and the journeys of the first start and the single sign-on ask them.
 */
export const askedElsewhere: readonly string[] = [
  "GET /api/sign-in/callback/oidc",
  "POST /api/me/passkeys",
  "POST /api/me/second-factor",
  "POST /api/me/second-factor/removal",
  "POST /api/sign-in/passkey",
  "POST /api/sign-in/second-factor",
  "POST /api/sign-in/single-sign-on",
  "POST /api/sign-out",
  "PUT /api/me/password",
  "PUT /api/me/second-factor",
];
