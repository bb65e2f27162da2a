import type { AddressInfo } from "node:net";
import { Provider } from "oidc-provider";

/** Who signs in at the single sign-on of a test, and whether it vouches for the address. */
export type Identity = { sub: string; email: string; emailVerified: boolean };

/**
 * A real OpenID provider on this computer, with PKCE required, whose only user signs in by himself. `callback` is the one
 * address it sends people back to.
 */
export async function startIdentityProvider(callback: string): Promise<{
  discoveryUrl: string;
  clientSecret: string;
  become: (identity: Identity) => void;
  stop: () => void;
}> {
  let identity: Identity = { sub: "1", email: "nobody@office.example", emailVerified: false };
  const clientSecret = "a secret of the provider, known to both";
  const server = await import("node:http").then(({ createServer }) =>
    createServer().listen(0, "127.0.0.1"),
  );
  await new Promise((resolve) => server.once("listening", resolve));
  // Another site than the server's 127.0.0.1: what a browser sends across sites is part of the test.
  const issuer = `http://localhost:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: "mehrwert",
        client_secret: clientSecret,
        redirect_uris: [callback],
        grant_types: ["authorization_code"],
        response_types: ["code"],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ["sub"], email: ["email", "email_verified"], profile: ["name"] },
    conformIdTokenClaims: false,
    features: { devInteractions: { enabled: false } },
    cookies: { keys: ["a key for tests"] },
    interactions: { url: (_, { uid }) => `/interaction/${uid}` },
    findAccount: (_, sub) => ({
      accountId: sub,
      claims: () => ({
        sub,
        email: identity.email,
        email_verified: identity.emailVerified,
        name: "Bo",
      }),
    }),
  });
  provider.use(async (ctx, next) => {
    if (!ctx.path.startsWith("/interaction/")) return next();
    const { params } = await provider.interactionDetails(ctx.req, ctx.res);
    const grant = new provider.Grant({ accountId: identity.sub, clientId: "mehrwert" });
    grant.addOIDCScope(String(params.scope));
    const grantId = await grant.save();
    const result = { login: { accountId: identity.sub }, consent: { grantId } };
    ctx.respond = false;
    return provider.interactionFinished(ctx.req, ctx.res, result);
  });
  server.on("request", provider.callback());
  return {
    discoveryUrl: `${issuer}/.well-known/openid-configuration`,
    clientSecret,
    become: (next) => {
      identity = next;
    },
    stop: () => {
      server.closeAllConnections();
      server.close();
    },
  };
}
