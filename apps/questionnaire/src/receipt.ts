import { receiptHash, secretCode, secretCodeBytes } from "@mehrwert/privacy";

/** The code with which one response can be deleted later, and the hash that is sent of it. Lives in the page's memory. */
export type Receipt = {
  code: string;
  /** Made on first use; undefined where the browser cannot make it. Then there is no code to show. */
  hash: () => Promise<string | undefined>;
};

/** A fresh receipt from the browser's own randomness. It is never kept in the tab, in an address or on the server. */
export function newReceipt(study: string): Receipt {
  const code = secretCode("receipt", crypto.getRandomValues(new Uint8Array(secretCodeBytes)));
  let hash: Promise<string | undefined> | undefined;
  return {
    code,
    hash: () => {
      hash ??= receiptHash({ code, study }).catch(() => undefined);
      return hash;
    },
  };
}
