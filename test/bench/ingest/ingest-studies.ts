import { createHash, randomUUID } from "node:crypto";
import { seededRandom } from "@mehrwert/analysis";
import { newCredentialKeys } from "@mehrwert/api";
import { secretCode } from "@mehrwert/privacy";
import { openStore } from "@mehrwert/store";
import {
  consentHash,
  consentText,
  definitionHash,
  demoStudy,
  simulateAnswers,
} from "@mehrwert/study";
import { valueDrivers } from "../../setup/server.ts";

const bodiesMade = 300;

/**
 * An open study in a database, whole responses to it as JSON texts, as the questionnaire sends them; and an anonymous
 * one with so many codes, if there is a folder for its ledger.
 */
export async function ingestStudies(of: {
  databaseUrl: string;
  participationFolder: string;
  invitations: number;
}): Promise<{ bodies: string[]; codes: string[] }> {
  const store = await openStore(of);
  const instrument = valueDrivers();
  const study = { ...demoStudy(instrument, await definitionHash(instrument)), isSimulated: false };
  await store.createStudy(study, instrument);
  await store.keepConsentText(study.slug, consentText(study, instrument));
  const { credentialKey, privateKey } = await newCredentialKeys();
  const anonymous = { ...study, slug: "anonymous", mode: "anonymous" as const, credentialKey };
  await store.createStudy(anonymous, instrument, privateKey);
  const invited = await store.invite({
    study: anonymous.slug,
    recipients: Array.from({ length: of.invitations }, () => undefined),
    codeOf: (bytes) => secretCode("participation", bytes),
  });
  await store.close();
  const random = seededRandom(5);
  const { wave, instrumentSlug, instrumentVersion, definitionHash: hash } = study;
  const known = { wave, instrumentSlug, instrumentVersion, definitionHash: hash };
  const consent = await consentHash(study, instrument);
  const bodies = Array.from({ length: bodiesMade }, () =>
    JSON.stringify({
      id: randomUUID(),
      ...known,
      language: "de",
      ...simulateAnswers(instrument, random, { endsEarlyShare: 0 }),
      consentHash: consent,
      receiptHash: createHash("sha256").update(randomUUID()).digest("hex"),
    }),
  );
  return { bodies, codes: invited.map(({ code }) => code) };
}
