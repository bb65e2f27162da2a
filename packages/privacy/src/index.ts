export { fromBase64url, toBase64url } from "./base64url.ts";
export {
  type BlindedCredential,
  blindCredential,
  type CredentialKey,
  credentialMessage,
  credentialScope,
  finishCredential,
  keyFingerprint,
} from "./credential.ts";
export { type DraftSecrets, draftSecrets } from "./draft-secrets.ts";
export { participationLink } from "./participation-link.ts";
export { type CodeElements, normalisedElement, personalCode } from "./personal-code.ts";
export { receiptHash } from "./receipt-hash.ts";
export { openDraft, type SealedPlace, sealDraft } from "./sealed-draft.ts";
export {
  readSecretCode,
  type SecretCodeKind,
  type SecretCodeMistake,
  secretCode,
  secretCodeBytes,
} from "./secret-code.ts";
export { type SmallGroup, smallGroup } from "./small-group.ts";
