import { createRoute, OpenAPIHono, z } from "@hono/zod-openapi";
import { NotFound } from "@mehrwert/study";
import {
  generateAuthenticationOptions,
  generateRegistrationOptions,
  verifyAuthenticationResponse,
  verifyRegistrationResponse,
} from "@simplewebauthn/server";
import type { Context } from "hono";
import { handOnCookies, repliedOr } from "../accounts/library-replies.ts";
import type { AppDependencies } from "../app-dependencies.ts";
import type { AppEnv } from "../app-env.ts";
import { jsonBody } from "../guards/json-body.ts";
import { Refusal } from "../problems/refusal.ts";
import { needs } from "../rights/needs.ts";
import { jsonContent, jsonReply, meaning, refusals, summary } from "./described.ts";
import { idInAddress, shortName } from "./one-time-link.ts";

const base64url = z.string().regex(/^[A-Za-z0-9_-]*={0,2}$/);
const challengeSchema = z
  .strictObject({
    challenge: z.string(),
    /** For the browser's `navigator.credentials`: the JSON text of what WebAuthn level 3 calls options in JSON. */
    options: z.string(),
  })
  .meta({ id: "PasskeyChallenge" });

const common = {
  id: base64url,
  rawId: base64url,
  type: z.literal("public-key"),
  authenticatorAttachment: z.enum(["cross-platform", "platform"]).optional(),
  clientExtensionResults: z.looseObject({}),
};
const transport = z.enum(["ble", "cable", "hybrid", "internal", "nfc", "smart-card", "usb"]);
const registrationSchema = z.strictObject({
  ...common,
  response: z.strictObject({
    clientDataJSON: base64url,
    attestationObject: base64url,
    authenticatorData: base64url.optional(),
    transports: z.array(transport).optional(),
    publicKeyAlgorithm: z.number().optional(),
    publicKey: base64url.optional(),
  }),
});
const authenticationSchema = z.strictObject({
  ...common,
  response: z.strictObject({
    clientDataJSON: base64url,
    authenticatorData: base64url,
    signature: base64url,
    userHandle: base64url.optional(),
  }),
});

const signedOut = ["signed-out", "cross-site", "unavailable", "unexpected"] as const;
const body = ["malformed", "too-large", "not-json", "invalid"] as const;

const list = createRoute({
  method: "get",
  path: "/api/me/passkeys",
  operationId: "passkeys",
  ...needs("account:manage"),
  ...summary({ de: "Ihre Passkeys.", en: "Your passkeys." }),
  responses: {
    200: jsonReply(
      { de: "Die Passkeys.", en: "The passkeys." },
      z.array(
        z
          .strictObject({ id: z.string(), name: z.string(), createdAt: z.iso.datetime() })
          .meta({ id: "Passkey" }),
      ),
    ),
    ...refusals("signed-out", "unavailable", "unexpected"),
  },
});

const begin = createRoute({
  method: "post",
  path: "/api/me/passkeys/challenges",
  operationId: "beginPasskey",
  ...needs("account:manage"),
  ...summary({ de: "Beginnt einen neuen Passkey.", en: "Begins a new passkey." }),
  responses: {
    200: jsonReply(
      { de: "Was das Gerät unterschreibt.", en: "What the device signs." },
      challengeSchema,
    ),
    ...refusals(...signedOut),
  },
});

const add = createRoute({
  method: "post",
  path: "/api/me/passkeys",
  operationId: "addPasskey",
  ...needs("account:manage"),
  ...summary({ de: "Nimmt einen Passkey auf.", en: "Adds a passkey." }),
  request: {
    body: jsonContent(
      z
        .strictObject({
          challenge: idInAddress,
          name: shortName,
          credential: registrationSchema,
        })
        .meta({ id: "NewPasskey" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Aufgenommen.", en: "Added." }),
    ...refusals(...signedOut, ...body, "sign-in-refused"),
  },
});

const remove = createRoute({
  method: "delete",
  path: "/api/me/passkeys/{passkey}",
  operationId: "deletePasskey",
  ...needs("account:manage"),
  ...summary({ de: "Entfernt einen Passkey.", en: "Removes a passkey." }),
  request: { params: z.object({ passkey: z.string().regex(/^[A-Za-z0-9_-]{1,1400}$/) }) },
  responses: {
    204: meaning({ de: "Entfernt.", en: "Removed." }),
    ...refusals(...signedOut, "not-found"),
  },
});

const beginSignIn = createRoute({
  method: "post",
  path: "/api/sign-in/passkey-challenges",
  operationId: "beginPasskeySignIn",
  ...needs("public"),
  ...summary({
    de: "Beginnt die Anmeldung mit einem Passkey.",
    en: "Begins signing in with a passkey.",
  }),
  responses: {
    200: jsonReply(
      { de: "Was das Gerät unterschreibt.", en: "What the device signs." },
      challengeSchema,
    ),
    ...refusals("cross-site", "unavailable", "unexpected"),
  },
});

const signIn = createRoute({
  method: "post",
  path: "/api/sign-in/passkey",
  operationId: "signInWithPasskey",
  ...needs("public"),
  ...summary({
    de: "Meldet mit einem Passkey an; er ersetzt Passwort und zweiten Faktor.",
    en: "Signs in with a passkey; it takes the place of password and second factor.",
  }),
  request: {
    body: jsonContent(
      z
        .strictObject({ challenge: idInAddress, credential: authenticationSchema })
        .meta({ id: "PasskeySignIn" }),
    ),
  },
  middleware: jsonBody,
  responses: {
    204: meaning({ de: "Angemeldet.", en: "Signed in." }),
    ...refusals("sign-in-refused", "cross-site", ...body, "unavailable", "unexpected"),
  },
});

/** Leaves out members that are undefined, as the library's types want it. */
function defined<T extends object>(value: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(
    Object.entries(value).filter(([, member]) => member !== undefined),
  ) as never;
}

type Dependencies = Pick<AppDependencies, "store" | "accounts" | "now">;

/** Under which name and address the browser has to have asked. */
function party(c: Context<AppEnv>) {
  const host = c.req.header("host") ?? new URL(c.req.url).host;
  const name = host.replace(/:\d+$/, "");
  return {
    expectedRPID: name,
    expectedOrigin: [`https://${host}`, ...(name === "localhost" ? [`http://${host}`] : [])],
  };
}

/** `/api/me/passkeys` and signing in with one. Passkeys need a name of the server; 127.0.0.1 is none, localhost is. */
export function passkeyRoutes(dependencies: Dependencies): OpenAPIHono<AppEnv> {
  const routes = ownPasskeyRoutes(dependencies);
  routes.route("/", passkeySignInRoutes(dependencies));
  return routes;
}

function ownPasskeyRoutes({ store: { accounts: store }, now }: Dependencies): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(list, async (c) => {
      const found = await store.passkeysOf(c.get("person").id);
      const shown = found.map(({ id, name, createdAt }) => ({
        id,
        name,
        createdAt: createdAt.toISOString(),
      }));
      return c.json(shown, 200);
    })
    .openapi(begin, async (c) => {
      const { id, name, email } = c.get("person");
      const options = await generateRegistrationOptions({
        rpName: "Mehrwert",
        rpID: party(c).expectedRPID,
        userName: email,
        userDisplayName: name,
        userID: new TextEncoder().encode(id),
        excludeCredentials: (await store.passkeysOf(id)).map((passkey) => ({ id: passkey.id })),
        authenticatorSelection: { residentKey: "required", userVerification: "required" },
      });
      const kept = { challenge: options.challenge, purpose: id, now: now() };
      return c.json(
        { challenge: await store.keepChallenge(kept), options: JSON.stringify(options) },
        200,
      );
    })
    .openapi(add, async (c) => {
      const { challenge: id, name, credential: given } = c.req.valid("json");
      const { id: person } = c.get("person");
      const expectedChallenge = await store.takeChallenge({ id, purpose: person, now: now() });
      if (expectedChallenge === undefined) throw new Refusal("sign-in-refused");
      const { verified, registrationInfo } = await verifyRegistrationResponse({
        response: { ...defined(given), response: defined(given.response) },
        expectedChallenge,
        ...party(c),
        requireUserVerification: true,
      }).catch(() => ({ verified: false, registrationInfo: undefined }));
      if (!verified || registrationInfo === undefined) throw new Refusal("sign-in-refused");
      const { credential } = registrationInfo;
      await store.keepPasskey({
        id: credential.id,
        person,
        name,
        publicKey: Buffer.from(credential.publicKey).toString("base64url"),
        counter: credential.counter,
        transports: given.response.transports ?? [],
        createdAt: now(),
      });
      await c.get("audit")({ action: "passkey.added" });
      return c.body(null, 204);
    })
    .openapi(remove, async (c) => {
      const of = { person: c.get("person").id, id: c.req.valid("param").passkey };
      if (!(await store.deletePasskey(of))) throw new NotFound("no such passkey");
      await c.get("audit")({ action: "passkey.removed" });
      return c.body(null, 204);
    });
}

function passkeySignInRoutes({
  store: { accounts: store },
  accounts,
  now,
}: Dependencies): OpenAPIHono<AppEnv> {
  return new OpenAPIHono<AppEnv>()
    .openapi(beginSignIn, async (c) => {
      const options = await generateAuthenticationOptions({
        rpID: party(c).expectedRPID,
        userVerification: "required",
      });
      const kept = { challenge: options.challenge, purpose: "sign-in", now: now() };
      return c.json(
        { challenge: await store.keepChallenge(kept), options: JSON.stringify(options) },
        200,
      );
    })
    .openapi(signIn, async (c) => {
      const { challenge: id, credential: given } = c.req.valid("json");
      const expectedChallenge = await store.takeChallenge({ id, purpose: "sign-in", now: now() });
      const passkey = await store.passkeyById(given.id);
      if (expectedChallenge === undefined || passkey === undefined)
        throw new Refusal("sign-in-refused");
      const { verified, authenticationInfo } = await verifyAuthenticationResponse({
        response: { ...defined(given), response: defined(given.response) },
        expectedChallenge,
        ...party(c),
        credential: {
          id: passkey.id,
          publicKey: new Uint8Array(Buffer.from(passkey.publicKey, "base64url")),
          counter: passkey.counter,
        },
        requireUserVerification: true,
      }).catch(() => ({ verified: false, authenticationInfo: undefined }));
      if (!verified || authenticationInfo === undefined) throw new Refusal("sign-in-refused");
      await store.countPasskeyUse(passkey.id, authenticationInfo.newCounter);
      const reply = await repliedOr("sign-in-refused", () =>
        accounts.signIn.sessionForPerson({ body: { person: passkey.person }, asResponse: true }),
      );
      handOnCookies(c, reply);
      const person = await store.personById(passkey.person);
      await c.get("audit")({
        action: "session.begun",
        ...(person && { person: { id: person.id, name: person.name } }),
        details: { way: "passkey" },
      });
      return c.body(null, 204);
    });
}
