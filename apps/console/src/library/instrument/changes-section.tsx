import type { Language } from "@mehrwert/study";
import { DifferenceView } from "../difference-view.tsx";
import { useDifference } from "../library-client.ts";
import { Refused } from "../refused.tsx";

/** What changed since the version before this one. Nothing where there is none. */
export function ChangesSection({
  slug,
  version,
  versions,
  language,
}: {
  slug: string;
  version: string;
  versions: readonly string[];
  language: Language;
}) {
  const place = version === "draft" ? versions.length : versions.indexOf(version);
  const before = versions[place - 1];
  const difference = useDifference(slug, { from: before, to: version }, language);
  if (before === undefined) return null;
  return (
    <>
      <h2>{language === "de" ? `Änderungen seit ${before}` : `Changes since ${before}`}</h2>
      {difference.isError ? <Refused error={difference.error} language={language} /> : null}
      {difference.data ? <DifferenceView difference={difference.data} language={language} /> : null}
    </>
  );
}
