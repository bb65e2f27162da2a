import type { LocalizedText } from "@mehrwert/study";

/** Something known of every respondent that may go with their ranking: a choice, or a rating on a scale. */
export type Covariate = {
  name: string;
  label: LocalizedText;
  kind: "choice" | "rating";
  /** Codes that occur or were offered, in the order of the question. */
  options: { code: string; label: LocalizedText }[];
  /** One code per row of the rankings; undefined = no answer. */
  values: readonly (string | undefined)[];
};
