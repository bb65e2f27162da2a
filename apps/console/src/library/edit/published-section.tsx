import { compareVersions, type Language, type Study } from "@mehrwert/study";
import { Button, Notice } from "@mehrwert/ui";
import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import { asking, fetchJson, sendJson } from "../../fetch-json.ts";
import { ConsoleLink } from "../../frame/console-link.tsx";
import { addressOf } from "../../place.ts";
import { Refused } from "../refused.tsx";

const words = {
  read: { de: "Zur veröffentlichten Fassung", en: "To the published version" },
  studies: { de: "Studien mit einer früheren Fassung", en: "Studies with an earlier version" },
  lead: {
    de: "Wer eine Befragung begonnen hat, beendet sie mit derselben Fassung. Der Datensatz unterscheidet, was in welcher Fassung gefragt war.",
    en: "Who has begun a questionnaire finishes it with the version it began with. The dataset tells what was asked in which version.",
  },
} as const;

/** What was published, and the studies that could field it from now on. */
export function PublishedSection({
  slug,
  version,
  language,
}: {
  slug: string;
  version: string;
  language: Language;
}) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const studies = useQuery({
    queryKey: ["studies"],
    queryFn: ({ signal }) => fetchJson<Study[]>("/api/studies", signal),
  });
  const earlier = (studies.data ?? []).filter(
    (study) =>
      study.instrumentSlug === slug &&
      study.status === "fielding" &&
      compareVersions(study.instrumentVersion, version) < 0,
  );
  return (
    <section aria-labelledby="published">
      <h2 id="published" ref={heading} tabIndex={-1}>
        {language === "de"
          ? `${slug} ${version} ist veröffentlicht`
          : `${slug} ${version} is published`}
      </h2>
      <p>
        <ConsoleLink href={addressOf.instrument(slug, version, language)}>
          {words.read[language]}
        </ConsoleLink>
      </p>
      {earlier.length > 0 ? (
        <>
          <h3>{words.studies[language]}</h3>
          <p>{words.lead[language]}</p>
          <ul className="studies">
            {earlier.map((study) => (
              <FieldOffer key={study.slug} {...{ study, version, language }} />
            ))}
          </ul>
        </>
      ) : null}
    </section>
  );
}

function FieldOffer({
  study,
  version,
  language,
}: {
  study: Study;
  version: string;
  language: Language;
}) {
  const queries = useQueryClient();
  const fielding = useMutation({
    networkMode: "always",
    mutationFn: () =>
      sendJson<Study>(
        "POST",
        asking(`/api/studies/${study.slug}/instrument-version`, { language }),
        {
          version,
        },
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ["study-frame", study.slug] }),
  });
  const title = study.title[language];
  const before = study.instrumentVersion;
  return (
    <li className="study">
      <h4>{title}</h4>
      {fielding.isSuccess ? null : (
        <>
          <p>{language === "de" ? `Im Feld ist ${before}.` : `${before} is in the field.`}</p>
          <Button isBusy={fielding.isPending} onClick={() => fielding.mutate()}>
            {language === "de" ? `Ab jetzt ${version} ins Feld` : `Field ${version} from now on`}
            <span className="mw-visually-hidden">: {title}</span>
          </Button>
        </>
      )}
      <div role="status">
        {fielding.isError ? <Refused error={fielding.error} language={language} /> : null}
        {fielding.isSuccess ? (
          <Notice>
            <p>
              {language === "de"
                ? `Ab jetzt wird ${version} gefragt. Wer mit ${before} begonnen hat, beendet ${before}.`
                : `From now on ${version} is asked. Who has begun with ${before} finishes ${before}.`}
            </p>
          </Notice>
        ) : null}
      </div>
    </li>
  );
}
