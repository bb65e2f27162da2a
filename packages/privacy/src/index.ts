export { fromBase64url, toBase64url } from "./base64url.ts";
export {
  type BlindedCredential,
  blindCredential,
  type CredentialKey,
  credentialMessage,
  credentialScope,
  fetchCredentialCode,
  finishCredential,
  keyFingerprint,
  WrongCredentialKey,
} from "./credential.ts";
export { anonymityInWords } from "./disclosure/anonymity-in-words.ts";
export {
  type AnonymityReport,
  type AnonymitySuggestion,
  anonymityReport,
  type ValueCombination,
} from "./disclosure/anonymity-report.ts";
export { type Case, codeApplies, countCases } from "./disclosure/count-cases.ts";
export { discloseCases, type ShownCases, type ShownCode } from "./disclosure/disclose-cases.ts";
export {
  type DisclosureMemory,
  discloseResults,
  type OpenAnswers,
  type ShownResults,
} from "./disclosure/disclose-results.ts";
export {
  type DisclosureRules,
  defaultMinimumGroupSize,
  disclosureRules,
  lowestMinimumGroupSize,
  minimumGroupSizeIssues,
} from "./disclosure/rules.ts";
export type { ShownBase, ShownMean, ShownShare } from "./disclosure/shown-figures.ts";
export type {
  ShownColumn,
  ShownGrouping,
  ShownItem,
  ShownTable,
} from "./disclosure/shown-tables.ts";
export {
  countStudy,
  type GroupingCells,
  type ItemCells,
  type ItemCounts,
  noAnswerCategory,
  type StudyCounts,
} from "./disclosure/study-counts.ts";
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
