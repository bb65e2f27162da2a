import { expect, test } from "vitest";
import { crc32 } from "./crc32.ts";

test("crc32 gives the check value of the algorithm, and 0 for nothing", () => {
  // Check value of CRC-32/ISO-HDLC in the catalogue of parametrised CRC algorithms (Cook).
  expect(crc32(new TextEncoder().encode("123456789"))).toBe(0xcbf43926);
  expect(crc32(new Uint8Array())).toBe(0);
});
