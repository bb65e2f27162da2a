import type { Database } from "../database.ts";
import {
  accessTokensOf,
  deleteAccessToken,
  holderOfToken,
  keepAccessToken,
} from "./access-tokens.ts";
import { appendAuditEntry, auditEntries, auditHead, wholeAuditLog } from "./audit-log.ts";
import { installationSecret } from "./installation-secret.ts";
import {
  deleteExpiredLinks,
  keepOneTimeLink,
  oneTimeLink,
  useOneTimeLink,
} from "./one-time-links.ts";
import {
  countPasskeyUse,
  deletePasskey,
  keepChallenge,
  keepPasskey,
  passkeyById,
  passkeysOf,
  takeChallenge,
} from "./passkeys.ts";
import {
  allPeople,
  changePerson,
  endSessions,
  hasAdministrator,
  passwordHashOf,
  peopleOfStudy,
  personByEmail,
  personById,
  removeFactors,
  rolesOf,
  sessionsOf,
  setStudyRole,
  shareStudy,
} from "./people.ts";
import { signInAdapter } from "./sign-in-adapter.ts";
import { deleteOldFailures, forgetSignInFailures, takeSignInAttempt } from "./sign-in-delay.ts";

/** Gives each function its database; what each does and throws is said where it is defined. */
function on<A extends unknown[], R>(
  database: Database,
  run: (database: Database, ...rest: A) => R,
): (...rest: A) => R {
  return (...rest) => run(database, ...rest);
}

/** Who works here, how they sign in, what they may do and did. */
export function accountStore(database: Database) {
  return {
    signInAdapter: signInAdapter(database),
    installationSecret: on(database, installationSecret),
    people: on(database, allPeople),
    personById: on(database, personById),
    personByEmail: on(database, personByEmail),
    hasAdministrator: on(database, hasAdministrator),
    changePerson: on(database, changePerson),
    passwordHashOf: on(database, passwordHashOf),
    sessionsOf: on(database, sessionsOf),
    endSessions: on(database, endSessions),
    removeFactors: on(database, removeFactors),
    rolesOf: on(database, rolesOf),
    peopleOfStudy: on(database, peopleOfStudy),
    setStudyRole: on(database, setStudyRole),
    shareStudy: on(database, shareStudy),
    keepOneTimeLink: on(database, keepOneTimeLink),
    oneTimeLink: on(database, oneTimeLink),
    useOneTimeLink: on(database, useOneTimeLink),
    deleteExpiredLinks: on(database, deleteExpiredLinks),
    keepAccessToken: on(database, keepAccessToken),
    accessTokensOf: on(database, accessTokensOf),
    deleteAccessToken: on(database, deleteAccessToken),
    holderOfToken: on(database, holderOfToken),
    keepChallenge: on(database, keepChallenge),
    takeChallenge: on(database, takeChallenge),
    keepPasskey: on(database, keepPasskey),
    passkeysOf: on(database, passkeysOf),
    passkeyById: on(database, passkeyById),
    countPasskeyUse: on(database, countPasskeyUse),
    deletePasskey: on(database, deletePasskey),
    takeSignInAttempt: on(database, takeSignInAttempt),
    forgetSignInFailures: on(database, forgetSignInFailures),
    deleteOldFailures: on(database, deleteOldFailures),
    appendAuditEntry: on(database, appendAuditEntry),
    auditEntries: on(database, auditEntries),
    wholeAuditLog: on(database, wholeAuditLog),
    auditHead: on(database, auditHead),
  };
}

/** See `accountStore`. */
export type AccountStore = ReturnType<typeof accountStore>;
