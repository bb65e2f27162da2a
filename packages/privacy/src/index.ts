export { type SmallGroup, smallGroup } from "./small-group.ts";
