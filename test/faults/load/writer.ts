import { createHash, randomUUID } from "node:crypto";
import { setTimeout as wait } from "node:timers/promises";
import { seededRandom } from "@mehrwert/analysis";
import { receiptHash, toBase64url } from "@mehrwert/privacy";
import { type DraftSave, type Study, simulateAnswers } from "@mehrwert/study";
import { valueDrivers } from "../../setup/server.ts";
import type { History, Operation } from "./history.ts";

/** What a writer needs: where to send to, now; two studies; codes that nobody else uses; and when to stop. */
export type WriterSetting = {
  url: () => string;
  open: Study;
  anonymous: Study;
  codes: string[];
  history: History;
  isOver: () => boolean;
  seed: number;
};

/** What came back for one attempt; undefined if nothing did. */
export type Attempt = { status: number; retryAfter: string | null } | undefined;

/**
 * One participant after the other: saves a few times, mostly submits in the end, and now and then asks for a credential.
 * What is not answered is sent again, as the page does it, but for one in ten, whose tab is closed.
 *
 * @param onAttempt told what came back, also of refusals that ask for patience
 * @throws Error at any other reply than yes or patience
 */
export async function write(
  setting: WriterSetting,
  onAttempt: (attempt: Attempt) => void = () => {},
): Promise<void> {
  const random = seededRandom(setting.seed);
  const send = (operation: Operation) => sendUntilAnswered(setting, operation, random, onAttempt);
  const instrument = valueDrivers();
  while (!setting.isOver()) {
    if (random() < 0.2 && setting.codes.length > 0) await send(credentialRequest(setting, random));
    const id = randomUUID();
    const saves = 1 + Math.floor(random() * 4);
    let isThere = true;
    for (let revision = 1; revision <= saves && isThere; revision += 1)
      isThere = await send({
        door: "draft-saves",
        study: setting.open.slug,
        body: draftSave(id, revision, random),
      });
    if (!isThere || random() < 0.2) continue;
    const receipt = await receiptHashes.next(random);
    const body = {
      ...responseTo(setting.open, id),
      ...simulateAnswers(instrument, random),
      ...(receipt === undefined ? {} : { receiptHash: receipt }),
    };
    await send({ door: "responses", study: setting.open.slug, body });
  }
}

/** True if it was acknowledged; false if its sender gave up on it. */
async function sendUntilAnswered(
  { url, history, isOver }: WriterSetting,
  operation: Operation,
  random: () => number,
  onAttempt: (attempt: Attempt) => void,
): Promise<boolean> {
  history.invoke(operation);
  const isClosed = random() < 0.1;
  for (;;) {
    const attempt = await sendOnce(url(), operation);
    onAttempt(attempt);
    if (attempt?.status === 200 || attempt?.status === 201) {
      history.acknowledge(operation);
      return true;
    }
    if (attempt !== undefined && attempt.status !== 503 && attempt.status !== 507)
      throw new Error(`${operation.door} was answered with ${attempt.status}`);
    if (isOver() || isClosed) return false;
    await wait(10 + random() * 30);
  }
}

/** Sends once; a connection that fails or ends before the reply is whole has no answer. */
export async function sendOnce(url: string, { door, study, body }: Operation): Promise<Attempt> {
  try {
    const reply = await fetch(`${url}/api/studies/${study}/${door}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    await reply.arrayBuffer();
    return { status: reply.status, retryAfter: reply.headers.get("retry-after") };
  } catch {
    return undefined;
  }
}

/** A save whose content follows from which save it is, as long as a sealed draft of one to ten kilobytes. */
export function draftSave(id: string, revision: number, random: () => number): DraftSave {
  const unit = createHash("sha256").update(`${id} ${revision}`).digest("base64url");
  const sealed = unit.repeat(25 + Math.floor(random() * 200));
  return { id, revision, writer: id, basedOn: revision - 1, sealed };
}

/** What a response says beside its answers. */
export function responseTo(study: Study, id: string) {
  const { wave, instrumentSlug, instrumentVersion, definitionHash } = study;
  return { id, wave, instrumentSlug, instrumentVersion, definitionHash, language: "de" as const };
}

function credentialRequest({ anonymous, codes }: WriterSetting, random: () => number): Operation {
  const participationCode = codes.pop() ?? "";
  return {
    door: "credentials",
    study: anonymous.slug,
    body: { participationCode, blinded: blindedNumber(random) },
  };
}

/** A number that a key of 3072 bits can sign, as somebody who blinds something sends it. */
export function blindedNumber(random: () => number): string {
  const bytes = Uint8Array.from({ length: 384 }, () => Math.floor(random() * 256));
  return toBase64url(bytes.with(0, 0));
}

/** A few receipts, because each costs a tenth of a second: every second response has one. */
const receiptHashes = {
  made: new Map<number, Promise<string>>(),
  next(random: () => number): Promise<string> | undefined {
    if (random() < 0.5) return undefined;
    const which = Math.floor(random() * 8);
    const made = this.made.get(which) ?? receiptHash({ code: `receipt ${which}`, study: "open" });
    this.made.set(which, made);
    return made;
  },
};
