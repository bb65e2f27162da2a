import { missingOptionCodes } from "@mehrwert/study";

/** Whether a code is no opinion but a reason for none: cannot judge, does not apply, no answer. */
export function isMissingCode(code: string | number): boolean {
  return missingOptionCodes.some((missing) => missing === code);
}
