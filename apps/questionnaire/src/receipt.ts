import { receiptHash } from "@mehrwert/privacy";

const hashes = new Map<string, Promise<string | undefined>>();

/**
 * What is sent of a receipt code; made once, ahead of time, because it takes an old phone a second. Undefined where the
 * browser cannot make it: then there is no code to show.
 */
export function hashOfReceipt(study: string, code: string): Promise<string | undefined> {
  const key = `${study}/${code}`;
  const made = hashes.get(key) ?? receiptHash({ code, study }).catch(() => undefined);
  hashes.set(key, made);
  return made;
}
