import type { BetterAuthOptions, DBAdapter, Where } from "better-auth";
import { drizzleAdapter } from "better-auth/adapters/drizzle";
import {
  personTable,
  sessionTable,
  signInMethodTable,
  twoFactorTable,
  verificationTable,
} from "../account-tables.ts";
import type { Database } from "../database.ts";
import { secretHash } from "./secret-hash.ts";

/** What better-auth reads and writes through. */
export type SignInAdapter = (options: BetterAuthOptions) => DBAdapter<BetterAuthOptions>;

type Row = Record<string, unknown>;

const isSession = (model: string) => model === "session";

/** Sessions are looked for by what the cookie holds, and found by its hash. */
function hashed(model: string, where: Where[]): Where[] {
  if (!isSession(model)) return where;
  return where.map((condition) =>
    condition.field === "token" && typeof condition.value === "string"
      ? { ...condition, value: secretHash(condition.value) }
      : condition,
  );
}

/** What the caller looked for stands in what was found, so that it can go on with the cookie's value. */
function withToken<T>(model: string, found: T, where: Where[]): T {
  const token = where.find(({ field }) => field === "token")?.value;
  const isFound = isSession(model) && typeof token === "string" && found !== null;
  return isFound ? { ...found, token } : found;
}

/** A session without where from and with what program, and with the hash of its token. */
function sessionToKeep({ ipAddress: _, userAgent: __, token, ...rest }: Row): Row {
  return typeof token === "string" ? { ...rest, token: secretHash(token) } : rest;
}

function guarded<A extends Omit<DBAdapter<BetterAuthOptions>, "transaction">>(inner: A): A {
  const create: A["create"] = async <T extends Row, R = T>(of: {
    model: string;
    data: Omit<T, "id">;
    select?: string[] | undefined;
    forceAllowId?: boolean | undefined;
  }): Promise<R> => {
    if (!isSession(of.model)) return inner.create<T, R>(of);
    const { token } = of.data as Row;
    const made = await inner.create<Row, R>({ ...of, data: sessionToKeep(of.data) });
    return typeof token === "string" ? { ...made, token } : made;
  };
  return {
    ...inner,
    create,
    findOne: async (of) =>
      withToken(
        of.model,
        await inner.findOne({ ...of, where: hashed(of.model, of.where) }),
        of.where,
      ),
    findMany: (of) => inner.findMany(of.where ? { ...of, where: hashed(of.model, of.where) } : of),
    update: async ({ model, where, update }) => {
      const changes = isSession(model) ? sessionToKeep(update) : update;
      const found = await inner.update({ model, where: hashed(model, where), update: changes });
      return withToken(model, found as never, where);
    },
    updateMany: ({ model, where, update }) =>
      inner.updateMany({
        model,
        where: hashed(model, where),
        update: isSession(model) ? sessionToKeep(update) : update,
      }),
    delete: (of) => inner.delete({ ...of, where: hashed(of.model, of.where) }),
    deleteMany: (of) => inner.deleteMany({ ...of, where: hashed(of.model, of.where) }),
    consumeOne: (of) => inner.consumeOne({ ...of, where: hashed(of.model, of.where) }),
  };
}

/**
 * The accounts' tables as better-auth wants them. Whatever it would keep of a session, its network address and program are
 * left out here, and its token is kept as a hash: a copy of the database lets nobody in.
 */
export function signInAdapter(database: Database): SignInAdapter {
  const adapter = drizzleAdapter(database, {
    provider: "pg",
    transaction: true,
    schema: {
      user: personTable,
      session: sessionTable,
      account: signInMethodTable,
      verification: verificationTable,
      twoFactor: twoFactorTable,
    },
  });
  return (options) => {
    const inner = adapter(options);
    return {
      ...guarded(inner),
      transaction: (run) => inner.transaction((within) => run(guarded(within))),
    };
  };
}
