import { newCredentialKeys } from "@mehrwert/api";
import { secretCode } from "@mehrwert/privacy";
import type { Store } from "@mehrwert/store";
import { definitionHash, demoStudy, type Study } from "@mehrwert/study";
import { valueDrivers } from "../../setup/server.ts";

/** How bytes become the code of an invitation. */
export const codeOf = (bytes: Uint8Array) => secretCode("participation", bytes);

/** A study of value drivers whose participants are real, so that no demonstration is put into it. */
export async function faultStudy(slug: string, changes: Partial<Study> = {}): Promise<Study> {
  const instrument = valueDrivers();
  const study = demoStudy(instrument, await definitionHash(instrument));
  return { ...study, slug, isSimulated: false, ...changes };
}

/** The studies that faults happen to: an open one, and an anonymous one with so many invitations, whose codes come back. */
export async function createFaultStudies(
  store: Store,
  invitations: number,
): Promise<{ open: Study; anonymous: Study; codes: string[] }> {
  const instrument = valueDrivers();
  const { credentialKey, privateKey } = await newCredentialKeys();
  const open = await faultStudy("open");
  const anonymous = await faultStudy("anonymous", { mode: "anonymous", credentialKey });
  await store.createStudy(open, instrument);
  await store.createStudy(anonymous, instrument, privateKey);
  const recipients = Array.from({ length: invitations }, () => undefined);
  const invited = await store.invite({ study: anonymous.slug, recipients, codeOf });
  return { open, anonymous, codes: invited.map(({ code }) => code) };
}
