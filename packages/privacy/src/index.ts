export { type CodeElements, normalisedElement, personalCode } from "./personal-code.ts";
export { type ReceiptMistake, readReceiptCode, receiptBytes, receiptCode } from "./receipt-code.ts";
export { receiptHash } from "./receipt-hash.ts";
export { type SmallGroup, smallGroup } from "./small-group.ts";
