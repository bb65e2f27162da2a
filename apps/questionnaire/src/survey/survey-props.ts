import type { Instrument, Language, ReadingLanguage, Study, Visit } from "@mehrwert/study";
import type { Keeping } from "../keeping/use-keeping.ts";
import type { Send } from "../study-client.ts";
import type { Participation } from "../use-participation.ts";

/** What the questionnaire's pages need. */
export type SurveyProps = {
  study: Study;
  instrument: Instrument;
  language: Language;
  /** How the questionnaire is read; told with the answers. */
  reading: ReadingLanguage;
  /** Hash of what there is to consent to now; see `consentHash`. */
  agreedTo: Promise<string>;
  participation: Participation;
  keeping: Pick<
    Keeping,
    "state" | "responseId" | "receiptCode" | "outlivesReload" | "admission" | "hold"
  >;
  /** Called when the server has the response; `isReceiptKept`: and the receipt with it. */
  onFinish: (isReceiptKept: boolean) => void;
  /** Deletes all answers; after an attempt to send nobody knows whether it arrived. */
  onDelete: (mayHaveArrived: boolean) => void;
  /** What is counted with the answers. Absent in a preview and for testers: nothing is. */
  visit?: () => Visit;
  /** Absent in a preview. */
  onPause?: () => void;
  /** Absent: to the server. */
  send?: Send;
};
