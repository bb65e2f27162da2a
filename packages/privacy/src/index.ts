export { type CodeElements, normalisedElement, personalCode } from "./personal-code.ts";
export { type SmallGroup, smallGroup } from "./small-group.ts";
