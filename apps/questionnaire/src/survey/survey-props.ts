import type { Instrument, Language, Study } from "@mehrwert/study";
import type { Send } from "../study-client.ts";
import type { Participation } from "../use-participation.ts";

/** What the questionnaire's pages need. */
export type SurveyProps = {
  study: Study;
  instrument: Instrument;
  language: Language;
  participation: Participation;
  /** Absent: to the server. */
  send?: Send;
};
