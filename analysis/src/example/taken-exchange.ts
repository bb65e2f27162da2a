import { expect } from "vitest";
import { excerptText } from "../coding/material.ts";
import { accepted, materialOf } from "./exchange-material.ts";

/** A file taken in: the words of its codings in order, kinds of deviations, and the whole result. */
export async function taken(bytes: Uint8Array, fileName = "study.qdpx") {
  const result = await accepted(bytes, { fileName });
  const material = await materialOf(result.project);
  const words = material.project.assignments.map(({ excerpt }) => excerptText(material, excerpt));
  expect(material.project.notices).toEqual([]);
  expect(result.counts.codings).toBe(words.length);
  return { ...result, material, words, kinds: result.deviations.map(({ kind }) => kind) };
}
