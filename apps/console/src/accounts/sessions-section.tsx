import type { SessionReply } from "@mehrwert/api";
import { Button } from "@mehrwert/ui";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { useList, useSending } from "./account-client.ts";
import { momentWriter } from "./moment.ts";

const words = {
  title: { de: "Wo Sie angemeldet sind", en: "Where you are signed in" },
  lead: {
    de: "Gespeichert ist nur, seit wann und wann zuletzt; weder Gerät noch Netzadresse. Nach 30 Minuten ohne Eingabe und spätestens nach 12 Stunden endet jede Anmeldung.",
    en: "Only since when and when last is kept; neither device nor network address. After 30 minutes without doing anything, and after 12 hours at the latest, each of them ends.",
  },
  this: { de: "diese Anmeldung", en: "this one" },
  since: { de: "seit", en: "since" },
  last: { de: "zuletzt benutzt", en: "last used" },
  end: { de: "Beenden", en: "End" },
  others: { de: "Alle anderen beenden", en: "End all others" },
} as const;

/** Where somebody is signed in, and ending it. */
export function SessionsSection() {
  const language = useLanguage();
  const sessions = useList<SessionReply[]>("/api/me/sessions");
  const write = momentWriter(language);
  const ending = useSending<string>((session) => ({
    method: "DELETE",
    path: `/api/me/sessions/${session}`,
  }));
  const others = sessions.data?.filter(({ isThisOne }) => !isThisOne) ?? [];
  return (
    <section aria-labelledby="sessions-heading">
      <h2 id="sessions-heading">{words.title[language]}</h2>
      <p>{words.lead[language]}</p>
      <ul>
        {sessions.data?.map(({ id, beganAt, lastUsedAt, isThisOne }) => (
          <li key={id}>
            {words.since[language]} {write(beganAt)}, {words.last[language]} {write(lastUsedAt)}{" "}
            {isThisOne ? (
              <strong>({words.this[language]})</strong>
            ) : (
              <Button kind="quiet" onClick={() => ending.mutate(id)}>
                {words.end[language]}
                <span className="mw-visually-hidden">
                  : {words.since[language]} {write(beganAt)}
                </span>
              </Button>
            )}
          </li>
        ))}
      </ul>
      <div role="alert">
        {ending.error ? <Refused error={ending.error} language={language} /> : null}
      </div>
      {others.length > 0 ? (
        <div className="buttons">
          <Button isBusy={ending.isPending} onClick={() => ending.mutate("others")}>
            {words.others[language]}
          </Button>
        </div>
      ) : null}
    </section>
  );
}
