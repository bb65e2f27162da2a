import type { MixtureData } from "./mixture-data.ts";

/** What the information is worked out for; `levels` of each class as by `worthLevels`. */
export type MixtureAt = {
  data: MixtureData;
  classes: number;
  parameters: Float64Array;
  memberships: Float64Array;
  pseudoChoices: number;
  levels: readonly (readonly number[][])[];
};
