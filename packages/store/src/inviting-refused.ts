import { Invalid, type Issue } from "@mehrwert/study";

const reasons = {
  noCredentials: {
    message: {
      de: "Diese Studie lässt nicht mit Einladungen teilnehmen.",
      en: "This study does not admit by invitation.",
    },
    advice: {
      de: "Legen Sie sie als anonyme Studie an.",
      en: "Set it up as an anonymous study.",
    },
  },
  notFielding: {
    message: {
      de: "Diese Studie nimmt niemanden mehr auf.",
      en: "This study admits nobody any more.",
    },
    advice: {
      de: "Laden Sie ein, solange die Erhebung läuft.",
      en: "Invite while it is collecting responses.",
    },
  },
  noLedger: {
    message: {
      de: "Für Einladungen fehlt der Ordner des Teilnahmeverzeichnisses.",
      en: "Invitations need a folder for the participation ledger.",
    },
    advice: {
      de: "Nennen Sie ihn mit MEHRWERT_PARTICIPATION_FOLDER.",
      en: "Name it with MEHRWERT_PARTICIPATION_FOLDER.",
    },
  },
} satisfies Record<string, Pick<Issue, "message" | "advice">>;

/** Why nobody can be invited to a study, for whoever tries. */
export function invitingRefused(reason: keyof typeof reasons): Invalid {
  const issue: Issue = { path: "#", severity: "error", ...reasons[reason] };
  return new Invalid("a study cannot invite", [issue]);
}
