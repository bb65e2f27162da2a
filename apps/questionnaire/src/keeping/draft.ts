import {
  type Answers,
  assignedQuestions,
  type Instrument,
  type Presentation,
} from "@mehrwert/study";

/** What a participant has done so far. Outside this window it exists only sealed, until it is sent or thrown away. */
export type Draft = {
  definitionHash: string;
  /** True once consent was given: the answers hold it too, but the way in needs to know without reading them. */
  isUnderWay: boolean;
  /** Hash of the information that was consented to; see `useConsentText`. */
  consentHash?: string;
  /** With the values of `assigned` questions, which are there before the first page. */
  answers: Answers;
  /** What was drawn for this participant, once, for all questions, pages and blocks; and changes made to rankings. */
  presentation: Presentation;
  /** Names of the pages shown so far. */
  seen: string[];
  /** Name of the page last seen. */
  page?: string;
};

/** Whether anything was answered: consent is no answer, and neither is what was drawn before the first page. */
export function hasAnswers({ answers }: Draft, instrument: Instrument): boolean {
  const beforehand = [
    instrument.mehrwert.consent.question,
    ...assignedQuestions(instrument).map(({ name }) => name),
  ];
  return Object.keys(answers).some((question) => !beforehand.includes(question));
}

/** What lets this participation in, as far as it has been got; sealed together with the draft. */
export type AdmissionMemory = {
  /** The code of the invitation, as long as it may still be needed. */
  participationCode?: string;
  /** How the key's fingerprint begins that came with the invitation, or that was consented to. */
  keyFingerprint?: string;
  /** What was sent to be signed: the same must be sent again if no reply came. */
  blinded?: { blinded: string; inverse: string };
  credential?: string;
};

/** Everything that is sealed. */
export type KeptWork = { draft: Draft; admission: AdmissionMemory };

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

const isTextOrAbsent = (value: unknown) => value === undefined || typeof value === "string";

function isDraft(value: unknown): value is Draft {
  return (
    isRecord(value) &&
    typeof value.definitionHash === "string" &&
    typeof value.isUnderWay === "boolean" &&
    isRecord(value.answers) &&
    isRecord(value.presentation) &&
    Array.isArray(value.seen) &&
    isTextOrAbsent(value.consentHash) &&
    isTextOrAbsent(value.page)
  );
}

function isAdmission(value: unknown): value is AdmissionMemory {
  if (!isRecord(value)) return false;
  const { participationCode, keyFingerprint, credential, blinded } = value;
  return (
    [participationCode, keyFingerprint, credential].every(isTextOrAbsent) &&
    (blinded === undefined ||
      (isRecord(blinded) &&
        typeof blinded.blinded === "string" &&
        typeof blinded.inverse === "string"))
  );
}

/** What was sealed, or undefined if this version cannot read it. */
export function readKeptWork(text: string): KeptWork | undefined {
  try {
    const { draft, admission }: { draft?: unknown; admission?: unknown } = JSON.parse(text);
    return isDraft(draft) && isAdmission(admission) ? { draft, admission } : undefined;
  } catch {
    return undefined;
  }
}
