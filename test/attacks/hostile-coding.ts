import { randomUUID } from "node:crypto";
import { type CodingChange, codePointLength } from "@mehrwert/study";
import { xssPayloads } from "../fixtures/xss-payloads.ts";
import type { TestServer } from "../setup/server.ts";

/** The coding project that holds every payload; the others hold one each, in their titles. */
export const hostileProject = "hostile-0";

const lines = xssPayloads.map((payload) => payload.replaceAll("\n", " "));
const code = (at: number) => `X${at}`;

/** Where line `at` of the transcript stands. */
function excerptOf(at: number) {
  const before = lines.slice(0, at).reduce((sum, line) => sum + codePointLength(line) + 5, 0);
  const start = before + 4;
  return { document: "E1", version: 1, start, end: start + codePointLength(lines[at] ?? "") };
}

/** Every text a coder writes, as one payload: a code, a case, a memo on the code and the coding, and the coding. */
function changesOf(payload: string, at: number, coder: string): CodingChange[] {
  const text = { de: payload, en: payload };
  const coding = randomUUID();
  const [excerpt, name] = [excerptOf(at), code(at)];
  const texts = { label: text, definition: text, anchorExample: text, codingRule: text };
  const about = [
    { kind: "document", document: "E1" },
    { kind: "code", code: name },
    { kind: "coding", coding },
    { kind: "excerpt", excerpt },
  ] as const;
  return [
    {
      kind: "code-added",
      code: { id: name, ...texts, delimitation: text, question: text, origin: "inductive" },
    },
    {
      kind: "coding-added",
      coding: { id: coding, excerpt, code: name, coder, origin: { kind: "by-hand" } },
    },
    ...about.map((each) => ({
      ...{ kind: "memo-written" as const, memo: randomUUID(), about: each, text: payload },
    })),
    { kind: "case-changed", case: `F${at}`, pseudonym: payload, variables: { group: payload } },
    { kind: "document-variable-set", document: "E1", variable: `v${at}`, value: payload },
    { kind: "record-written", item: `item-${at}`, text: payload },
  ];
}

/** Puts every payload into every text field of coding; two have coded, so that there is something to compare. */
export async function poisonCoding({ ask, store }: TestServer, study: string): Promise<void> {
  const base = `/api/studies/${study}/coding`;
  const done = async (path: string, body: unknown, type = "application/json") => {
    const sent = typeof body === "string" ? body : JSON.stringify(body);
    const init = { method: "POST", headers: { "content-type": type }, body: sent };
    const reply = await ask(`${base}${path}`, init);
    if (!reply.ok) throw new Error(`${path}: ${reply.status} ${await reply.text()}`);
  };
  for (const [at, title] of xssPayloads.entries())
    await done("", {
      ...{ project: `hostile-${at}`, title, codebook: { slug: "cop-value", version: "1.0.0" } },
    });
  const transcript = lines.map((line) => `E1: ${line}`).join("\n");
  const file = `/${hostileProject}/transcripts/E1?fileName=E1.txt`;
  await done(file, transcript, "application/octet-stream");
  const { coder } = await (await ask(`${base}/${hostileProject}`)).json();
  const withIds = (changes: CodingChange[]) =>
    changes.map((change) => ({ id: randomUUID(), change }));
  for (const [at, payload] of xssPayloads.entries()) {
    const changes = withIds(changesOf(payload, at, coder));
    await done(`/${hostileProject}/events`, { since: 0, run: randomUUID(), changes });
  }
  const codings = lines.map((_, at): CodingChange => {
    const id = randomUUID();
    const excerpt = excerptOf((at + 1) % lines.length);
    const coding = { id, excerpt, code: code(at), coder: "x" };
    return { kind: "coding-added", coding: { ...coding, origin: { kind: "by-hand" } } };
  });
  const place = { study, project: hostileProject };
  const refused = await store.coding.append(place, {
    ...{ person: { id: "x", name: "x" }, at: new Date(), isPlanner: false },
    ...{ run: randomUUID(), changes: withIds(codings) },
  });
  if ("refused" in refused) throw new Error(refused.refused);
  await done(`/${hostileProject}/release`, {});
}
