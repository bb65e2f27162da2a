import type { Study } from "@mehrwert/study";
import { useParams } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useMe } from "../accounts/account-client.ts";
import { InviteSection } from "../field/invite-section.tsx";
import { MailTextsSection } from "../field/mail-texts-section.tsx";
import { MailsSection } from "../field/mails-section.tsx";
import { PrintSection } from "../field/print-section.tsx";
import { ProgressSection } from "../field/progress-section.tsx";
import { RemindersSection } from "../field/reminders-section.tsx";
import "../field/field.css";
import { useLanguage } from "../frame/language.ts";
import { addressOf } from "../place.ts";
import { statusWords } from "../studies/study-marks.tsx";
import { StagePage } from "./stage-page.tsx";

const words = {
  status: { de: "Stand", en: "State" },
  wave: { de: "Welle", en: "Wave" },
  questionnaire: { de: "Zum Fragebogen", en: "To the questionnaire" },
  onlyWatching: {
    de: "Einladen, erinnern und Codes drucken können in dieser Studie nur Leitung und Bearbeitung.",
    en: "Only owners and editors of this study can invite, remind and print codes.",
  },
  open: {
    de: "An dieser Studie nimmt teil, wer ihre Adresse hat: Geben Sie den Link weiter, oder hängen Sie den Aushang auf. Persönliche Einladungen und Erinnerungen gibt es in anonymen und vertraulichen Studien.",
    en: "Whoever has its address takes part in this study: pass on the link, or put up the poster. Personal invitations and reminders exist in anonymous and confidential studies.",
  },
} as const;

/** The study while people answer: watching, inviting, reminding. */
export function FieldStage(): ReactNode {
  const { study: slug } = useParams({ from: "/studies/$study/field" });
  return (
    <StagePage stage="field" slug={slug}>
      {(study) => <Field study={study} />}
    </StagePage>
  );
}

function Field({ study }: { study: Study }) {
  const language = useLanguage();
  const { slug, status, wave, mode, credentialKey } = study;
  const isPersonal = mode === "confidential" || credentialKey !== undefined;
  const role = useMe().data?.roles[slug];
  const isFielding = role === "owner" || role === "editor";
  return (
    <>
      <dl className="facts">
        <div>
          <dt>{words.status[language]}</dt>
          <dd>{statusWords[status][language]}</dd>
        </div>
        <div>
          <dt>{words.wave[language]}</dt>
          <dd>{wave}</dd>
        </div>
      </dl>
      <p>
        <a href={addressOf.questionnaire(slug)}>{words.questionnaire[language]}</a>
      </p>
      <ProgressSection study={slug} language={language} />
      {isPersonal && isFielding ? (
        <>
          <InviteSection study={slug} language={language} />
          <MailsSection study={slug} language={language} />
          <RemindersSection study={study} language={language} />
          <MailTextsSection study={slug} language={language} />
        </>
      ) : (
        <p>{(isPersonal ? words.onlyWatching : words.open)[language]}</p>
      )}
      <PrintSection {...{ study, isFielding, language }} />
    </>
  );
}
