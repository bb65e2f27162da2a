import { newCredentialKeys } from "@mehrwert/api";
import { defaultMailing, type Mailing, type Study } from "@mehrwert/study";
import { codeOf } from "../../faults/load/fault-studies.ts";
import type { TestServer } from "../../setup/server.ts";

const day = "2026-11-28";

/** Studies whose every text about mails, people and groups is a payload: `mailed-<n>` with a panel, `printed-<n>` with codes. */
export async function hostileFieldwork(
  { store, instrument, study, owns }: TestServer,
  payloads: readonly string[],
): Promise<void> {
  const { credentialKey, privateKey } = await newCredentialKeys();
  for (const [at, payload] of payloads.entries()) {
    const both = { de: payload, en: payload };
    const informationSheet = { ...study.informationSheet, responsible: both };
    const hostile = { ...study, title: both, informationSheet };
    const mailed: Study = { ...hostile, slug: `mailed-${at}`, mode: "confidential" };
    const printed: Study = {
      ...{ ...hostile, slug: `printed-${at}`, mode: "anonymous" },
      credentialKey,
    };
    await store.createStudy(mailed, instrument);
    await store.createStudy(printed, instrument, privateKey);
    await owns(mailed.slug);
    await owns(printed.slug);
    await store.invite({ study: printed.slug, recipients: [undefined], codeOf });
    await panelOf(store, mailed.slug, payload);
  }
}

async function panelOf(
  { fieldwork }: TestServer["store"],
  study: string,
  payload: string,
): Promise<void> {
  // Of a subject a line, and no braces: those are for placeholders.
  const line = payload.replaceAll(/[{}]/g, "").replaceAll(/\s/g, " ");
  const body = `${line}\n{greeting}\n{link}`;
  const text = { subject: { de: line, en: line }, body: { de: body, en: body } };
  const mailing: Mailing = { ...defaultMailing, invitation: text, reminder: text };
  await fieldwork.saveMailing(study, mailing);
  const invitees = Array.from({ length: 12 }, (_, n) => ({
    address: `${study}-${n}@authority.example`,
    name: payload,
    unit: payload,
  }));
  await fieldwork.inviteByMail({ study, invitees, day, codeOf });
  const next = async () => {
    const mail = await fieldwork.nextMail({ study, tried: [], codeOf });
    if (mail === undefined) throw new RangeError(`${study} has no mail`);
    return mail;
  };
  const { recipient, ...refused } = await next();
  await fieldwork.mailRefused(refused, { recipient, reason: "refused", reply: payload });
  const uncertain = await next();
  await fieldwork.handOver(uncertain);
  await fieldwork.mailUncertain(uncertain);
  await fieldwork.noteTrouble(study, payload);
}
