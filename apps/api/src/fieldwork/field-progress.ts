import type { FieldworkStore } from "@mehrwert/store";
import {
  dispositionCodes,
  dispositions,
  dispositionWords,
  estimatedEligibility,
  nextFigures,
  outcomeCounts,
  type ProgressFigures,
  type ProgressReply,
  responseRates,
  type Study,
  smallestStep,
} from "@mehrwert/study";

type Fieldwork = Pick<
  FieldworkStore,
  "fieldCounts" | "mailState" | "shownProgress" | "keepShownProgress"
>;

const nothing: ProgressFigures = { begun: 0, complete: 0, partial: 0, lastPages: [], units: [] };

/**
 * How far the wave under way is. In confidential studies, whose researchers may know who answered, exactly; in all others
 * as it was last shown: a new step is taken by whoever looks first on a day on which enough people have moved.
 */
export async function fieldProgress(
  fieldwork: Fieldwork,
  study: Study,
  now: Date,
): Promise<ProgressReply> {
  const { slug, wave, mode } = study;
  const { printed, invitedByMail, ...counts } = await fieldwork.fieldCounts({
    ...{ study: slug, wave, mode },
  });
  const isStepped = mode !== "confidential";
  const days = isStepped ? await stepTaken(fieldwork, study, counts, now) : [];
  const figures = isStepped ? (days.at(-1)?.figures ?? nothing) : counts;
  const invited = printed + invitedByMail;
  const reply = { wave, isStepped, step: smallestStep, invited, figures, days };
  if (invited === 0) return { ...reply, e: 1 };
  const mails = await fieldwork.mailState({ study: slug, wave });
  const begun = mode === "confidential" ? figures.complete + figures.partial : figures.begun;
  const by = dispositions({
    ...{ invited, begun, complete: figures.complete, partial: figures.partial },
    unsent: mails.unsent,
    undelivered: mails.undelivered.length,
  });
  const cases = outcomeCounts(by);
  const e = estimatedEligibility(cases);
  return {
    ...reply,
    dispositions: dispositionCodes.map((code) => ({
      ...{ code, words: dispositionWords[code], cases: by[code] },
    })),
    rates: responseRates(cases, e),
    e,
  };
}

async function stepTaken(
  fieldwork: Fieldwork,
  { slug: study, wave, minimumGroupSize }: Study,
  counts: ProgressFigures,
  now: Date,
) {
  const shown = await fieldwork.shownProgress(study, wave);
  const last = shown.at(-1);
  const day = now.toISOString().slice(0, 10);
  if (last !== undefined && last.day >= day) return shown;
  const figures = nextFigures(last?.figures, counts, minimumGroupSize);
  if (figures === undefined) return shown;
  await fieldwork.keepShownProgress({ study, wave }, { day, figures });
  return fieldwork.shownProgress(study, wave);
}
