import { useState } from "react";
import { newReceipt } from "./receipt.ts";

/** The receipt of the response under way, and, once it is sent, its code to show; both in the page's memory only. */
export function useReceipt(study: string) {
  const [receipt, setReceipt] = useState(() => newReceipt(study));
  const [shownCode, setShownCode] = useState<string>();
  return {
    receipt,
    shownCode,
    /** For the next response. `isKept`: the server has the receipt with the last one, whose code may be shown. */
    renewReceipt: (isKept: boolean) => {
      setShownCode(isKept ? receipt.code : undefined);
      setReceipt(newReceipt(study));
    },
  };
}
