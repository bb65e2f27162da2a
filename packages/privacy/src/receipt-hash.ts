import { slowHash } from "./slow-hash.ts";

/**
 * What a study keeps of a receipt code: enough to find the response when the code comes back, not enough to make the
 * code from it. 64 hexadecimal digits, another one in every study.
 *
 * `code` as `receiptCode` or `readReceiptCode` gives it.
 * @throws TypeError where the browser offers no cryptography: pages not served over HTTPS
 */
export function receiptHash({ code, study }: { code: string; study: string }): Promise<string> {
  return slowHash(code, { salt: `receipt/${study}`, bits: 256 });
}
