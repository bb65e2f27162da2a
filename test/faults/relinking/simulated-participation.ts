import { randomUUID } from "node:crypto";
import { request } from "node:http";
import { seededRandom } from "@mehrwert/analysis";
import {
  blindCredential,
  type CredentialKey,
  credentialScope,
  draftSecrets,
  finishCredential,
  receiptHash,
  sealDraft,
  secretCode,
} from "@mehrwert/privacy";
import {
  deviceClassSchema,
  type Instrument,
  type Study,
  type SurveyResponse,
  simulateAnswers,
} from "@mehrwert/study";

/** Somebody who was invited, and the response that is theirs: the truth an attacker is after. */
export type Truth = { recipient: string; code: string; responseId: string };

/** What simulated browsers send with every request; none of it may be found anywhere afterwards. */
export const tellTales = {
  address: "127.0.0.77",
  userAgent: "TellTale/77.7 (simulated browser)",
  language: "tlh-Qaak",
};

const devices = deviceClassSchema.options;

/**
 * One participant, as the questionnaire's page would do it, split where time passes: `begins` looks at the code, gets the
 * credential and saves; `submits` saves once more and sends. All of it over HTTP, each time on a fresh connection.
 */
export async function simulatedParticipant({
  url,
  study,
  instrument,
  invited,
  seed,
}: {
  url: string;
  study: Study & { credentialKey: CredentialKey };
  instrument: Instrument;
  invited: { recipient: string; code: string };
  seed: number;
}): Promise<{
  truth: Truth;
  /** What is sent as the response in the end. */
  response: SurveyResponse;
  begins: () => Promise<void>;
  /** `minutes`: how long it took, as it is sent to be counted. */
  submits: (minutes?: number) => Promise<void>;
}> {
  const random = seededRandom(seed);
  const bytes = Uint8Array.from({ length: 15 }, () => Math.floor(random() * 256));
  const { responseId, key, receiptCode } = await draftSecrets(
    secretCode("resume", bytes),
    study.slug,
  );
  const writer = randomUUID();
  const { recipient, code } = invited;
  const response: SurveyResponse = {
    id: responseId,
    wave: study.wave,
    instrumentSlug: study.instrumentSlug,
    instrumentVersion: study.instrumentVersion,
    definitionHash: study.definitionHash,
    language: "de",
    ...simulateAnswers(instrument, random),
  };
  let credential = "";
  let revision = 0;
  const post = (door: string, body: unknown) =>
    posted(`${url}/api/studies/${study.slug}/${door}`, body);
  const save = async () => {
    revision += 1;
    const sealed = await sealDraft(key, `answers so far ${random()}`, { responseId, revision });
    const body = { id: responseId, revision, writer, basedOn: revision - 1, sealed, credential };
    await post("draft-saves", body);
  };
  return {
    truth: { recipient, code, responseId },
    response,
    begins: async () => {
      await post("participation-checks", { participationCode: code });
      const of = { study: credentialScope(study), responseId };
      const { blinded, inverse } = await blindCredential(study.credentialKey, of.study, responseId);
      const { signature } = await post("credentials", { participationCode: code, blinded });
      const made = { ...of, inverse, signature: String(signature) };
      credential = (await finishCredential(study.credentialKey, made)) ?? "";
      await save();
    },
    submits: async (minutes = 0) => {
      await save();
      await post("responses", {
        ...response,
        receiptHash: await receiptHash({ code: receiptCode, study: study.slug }),
        credential,
        visit: { minutes, device: devices[seed % devices.length] },
      });
    },
  };
}

/**
 * Posts JSON as the questionnaire would: again, word for word, when the connection broke. @throws Error unless it was taken
 */
async function posted(url: string, body: unknown): Promise<Record<string, unknown>> {
  for (let tries = 1; tries < 20; tries += 1) {
    const reply = await postedOnce(url, body).catch((error) => error);
    if (!(reply instanceof Error)) return reply;
    if (!("code" in reply)) throw reply;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  return postedOnce(url, body);
}

/** From an address of its own, on a connection of its own. */
function postedOnce(url: string, body: unknown): Promise<Record<string, unknown>> {
  return new Promise((resolve, reject) => {
    const sending = request(
      url,
      {
        method: "POST",
        localAddress: tellTales.address,
        agent: false,
        headers: {
          "content-type": "application/json",
          "user-agent": tellTales.userAgent,
          "accept-language": tellTales.language,
        },
      },
      (reply) => {
        let text = "";
        reply.on("data", (chunk) => {
          text += chunk;
        });
        reply.on("end", () => {
          const isTaken = reply.statusCode === 200 || reply.statusCode === 201;
          if (isTaken) resolve(JSON.parse(text));
          else reject(new Error(`${url}: ${reply.statusCode} ${text}`));
        });
      },
    );
    sending.on("error", reject);
    sending.end(JSON.stringify(body));
  });
}
