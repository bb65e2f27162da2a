import { canonicalJson } from "../canonical-json.ts";
import { type HandOver, type HandOverManifest, handOverNames } from "../hand-over.ts";

/** One file of a hand-over. */
export type HandOverFile = { name: string; bytes: Uint8Array };

const encoded = (text: string) => new TextEncoder().encode(text);
const lines = (values: readonly unknown[]) =>
  encoded(values.map((value) => `${canonicalJson(value)}\n`).join(""));

async function sha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", new Uint8Array(bytes)));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The files of a hand-over, the manifest with their hashes first. The same study on the same day gives the same bytes. */
export async function handOverFiles(
  handOver: HandOver,
  { createdOn, softwareVersion }: { createdOn: string; softwareVersion: string },
): Promise<HandOverFile[]> {
  const { definitions, responses, releases, files, invitations, keys, ...study } = handOver;
  const contents: HandOverFile[] = [
    { name: handOverNames.study, bytes: encoded(canonicalJson(study)) },
    ...[...definitions].map(([hash, text]) => ({
      name: `definitions/${hash}.json`,
      bytes: encoded(text),
    })),
    { name: handOverNames.responses, bytes: lines(responses) },
    ...(releases.length > 0 ? [{ name: handOverNames.releases, bytes: lines(releases) }] : []),
    ...[...files].map(([hash, bytes]) => ({ name: `frozen/${hash}.zip`, bytes })),
    ...(invitations.length > 0
      ? [{ name: handOverNames.invitations, bytes: lines(invitations) }]
      : []),
    ...(keys ? [{ name: handOverNames.keys, bytes: encoded(canonicalJson(keys)) }] : []),
  ];
  const manifest: HandOverManifest = {
    ...{ format: "mehrwert-study", formatVersion: 1 },
    software: { name: "mehrwert", version: softwareVersion },
    ...{ study: study.study.slug, createdOn },
    ...{ holdsInvitations: invitations.length > 0, holdsKeys: keys !== undefined },
    files: await Promise.all(
      contents.map(async ({ name, bytes }) => ({
        ...{ name, bytes: bytes.length },
        sha256: await sha256(bytes),
      })),
    ),
  };
  const text = `${JSON.stringify(manifest, null, 2)}\n`;
  return [{ name: handOverNames.manifest, bytes: encoded(text) }, ...contents];
}

/** Whether bytes are what a manifest says of them. */
export async function isAsManifested(
  bytes: Uint8Array,
  { bytes: length, sha256: expected }: HandOverManifest["files"][number],
): Promise<boolean> {
  return bytes.length === length && (await sha256(bytes)) === expected;
}
