import { strFromU8, unzipSync } from "fflate";
import type { SignedInAsker } from "./account.ts";

/** How many responses a running server has stored, by the manifest of the dataset it hands to somebody who may have it. */
export async function storedResponses(ask: SignedInAsker, study: string): Promise<number> {
  const reply = await ask(`/api/studies/${study}/dataset.zip`);
  const files = unzipSync(new Uint8Array(await reply.arrayBuffer()));
  const manifest = files["manifest.json"];
  if (manifest === undefined) throw new Error("the dataset has no manifest");
  return JSON.parse(strFromU8(manifest)).responses;
}
