import type { Dataset, Variable } from "@mehrwert/study";
import type { WaveCodes } from "../waves/wave-codes.ts";
import { ratingItem, scaleConstruct, scoredDataset, text } from "./scored-dataset.ts";

/** A dataset of one wave: its codes, and one item `a-1` of the scale `trust`. Ids are new. For tests. */
export function waveDataset(codes: WaveCodes, trust: readonly number[]): Dataset {
  const { question } = codes;
  const parts = ["code", ...codes.elements.map((element) => `without-${element}`)];
  const keys = parts.map((part): Variable => {
    return { name: `${question}.${part}`, type: "key", question, label: text(part) };
  });
  const dataset = scoredDataset({
    variables: [...keys, ratingItem("a-1", "trust")],
    rows: codes.respondents.map(({ code, without }, row) => [
      ...(code === undefined ? parts.map(() => "-95") : [code, ...without]),
      trust[row] ?? "-95",
    ]),
    constructs: [scaleConstruct("trust", { minimumAnswered: 1 })],
  });
  const { manifest } = dataset;
  const study = { ...manifest.study, wave: codes.wave };
  return { ...dataset, manifest: { ...manifest, study } };
}
