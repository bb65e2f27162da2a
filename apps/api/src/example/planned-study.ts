import { randomBytes } from "node:crypto";
import type { Store } from "@mehrwert/store";
import { informationNames } from "@mehrwert/study";
import type { AppDependencies } from "../app-dependencies.ts";
import { exampleAccounts, exampleOwner } from "./example-accounts.ts";
import { exampleApi } from "./example-api.ts";

/** The whole app, asked by somebody with an account, who can own what they begin; beside that they may do everything. */
export async function plannersApi(store: Store, changes: Partial<AppDependencies> = {}) {
  const { name, email } = exampleOwner.person;
  const token = randomBytes(32).toString("base64url");
  const link = { kind: "invitation", email, isAdministrator: true } as const;
  await store.accounts.keepOneTimeLink({ token, link, expiresAt: new Date("2099-01-01") });
  const use = { token, name, email, passwordHash: "none", now: new Date() };
  const person = (await store.accounts.useOneTimeLink(use))?.person;
  if (person === undefined) throw new RangeError("there is somebody of this address already");
  const accounts = exampleAccounts(store, { ...exampleOwner, person: { ...person, email } });
  return exampleApi(store, { accounts, ...changes });
}

/** What makes a study of the value-driver instrument ready to open on the day of the example API. */
export const readyChanges = {
  informationSheet: Object.fromEntries(
    informationNames.map((name) => [name, { de: "Text", en: "Text" }]),
  ),
  retentionDate: "2027-12-31",
  waves: [{ until: "2027-01-31" }, { from: "2027-05-01", until: "2027-05-31" }],
};

/** Sends JSON as the console does, and gives status and what came back. */
export function consoleRequests({ app }: Pick<ReturnType<typeof exampleApi>, "app">) {
  return async (method: string, path: string, body?: unknown) => {
    const reply = await app.request(path, {
      method,
      headers: { "accept-language": "en", "content-type": "application/json" },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await reply.text();
    const isJson = reply.headers.get("content-type")?.includes("json");
    return { status: reply.status, body: isJson ? JSON.parse(text) : text };
  };
}
