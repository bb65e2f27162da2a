import { v5, validate } from "uuid";

const form = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * A GUID in the one form in which two can be compared: small letters, no braces. Undefined if it is none.
 *
 * @example plainGuid("{0D5C1C6E-…}") // "0d5c1c6e-…"
 */
export function plainGuid(written: string): string | undefined {
  const plain = written
    .trim()
    .toLowerCase()
    .replace(/^\{(.*)\}$/, "$1");
  return form.test(plain) ? plain : undefined;
}

/** The same GUID for the same name, on every computer (UUID version 5, RFC 9562). */
export function derivedGuid(namespace: string, name: string): string {
  return v5(name, namespace);
}

/** A GUID as the id of a coding or memo: itself, or one derived from it where other programs count more freely. */
export function idOfGuid(guid: string): string {
  return validate(guid) ? guid : derivedGuid(idNamespace, guid);
}

/** Namespace for GUIDs that are no UUID by RFC 9562; any fixed one will do. */
const idNamespace = "7e0e7a52-5d1c-5b57-9d0e-3b1f1a3c9a41";
