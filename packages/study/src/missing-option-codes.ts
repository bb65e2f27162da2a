/** Codes a participant may choose that are not an opinion: cannot judge, does not apply, no answer. */
export const missingOptionCodes = ["dk", "na", "refused"] as const;
