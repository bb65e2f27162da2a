import type { AuditEntry } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useInfiniteQuery } from "@tanstack/react-query";
import type { ReactNode } from "react";
import { asking, fetchJson } from "../fetch-json.ts";
import { useLanguage } from "../frame/language.ts";
import { Refused } from "../library/refused.tsx";
import { Waiting } from "../patterns/waiting.tsx";
import { ScrollingTable } from "../results/scrolling-table.tsx";
import { actionInWords } from "./audit-words.ts";
import { momentWriter } from "./moment.ts";

const words = {
  title: { de: "Protokoll", en: "Audit log" },
  lead: {
    de: "Was Forschende und Verwaltende hier getan haben, das Neueste zuerst. Was Teilnehmende tun, steht nie darin.",
    en: "What researchers and administrators did here, newest first. What participants do never stands in it.",
  },
  download: { de: "Ganzes Protokoll herunterladen", en: "Download the whole log" },
  check: {
    de: "Ob es verändert wurde, prüft: mehrwert audit check audit-log.jsonl --heads audit-heads.jsonl",
    en: "Whether it was changed is checked by: mehrwert audit check audit-log.jsonl --heads audit-heads.jsonl",
  },
  loading: { de: "Das Protokoll wird geladen …", en: "The log is loading …" },
  number: { de: "Nr.", en: "No." },
  time: { de: "Zeit", en: "Time" },
  who: { de: "Wer", en: "Who" },
  what: { de: "Was", en: "What" },
  study: { de: "Studie", en: "Study" },
  details: { de: "Näheres", en: "Details" },
  more: { de: "Ältere zeigen", en: "Show older ones" },
} as const;

/** What researchers and administrators did. For administrators. */
export function AuditPage(): ReactNode {
  const language = useLanguage();
  const log = useInfiniteQuery({
    queryKey: ["account", "audit"],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      fetchJson<AuditEntry[]>(asking("/api/audit", { language, before: pageParam }), signal),
    getNextPageParam: (page) => {
      const last = page.at(-1);
      return last === undefined || last.number === 1 ? undefined : String(last.number);
    },
  });
  const entries = log.data?.pages.flat() ?? [];
  return (
    <>
      <title>{`${words.title[language]} – Mehrwert`}</title>
      <h1>{words.title[language]}</h1>
      <p>{words.lead[language]}</p>
      <p>
        <a href="/api/audit/log.jsonl" download>
          {words.download[language]}
        </a>
      </p>
      <p className="note">{words.check[language]}</p>
      {log.isPending ? <Waiting label={words.loading[language]} language={language} /> : null}
      {log.error ? <Refused error={log.error} language={language} /> : null}
      {entries.length > 0 ? <Entries entries={entries} /> : null}
      {log.hasNextPage ? (
        <div className="buttons">
          <Button isBusy={log.isFetchingNextPage} onClick={() => void log.fetchNextPage()}>
            {words.more[language]}
          </Button>
        </div>
      ) : null}
    </>
  );
}

function Entries({ entries }: { entries: readonly AuditEntry[] }) {
  const language = useLanguage();
  const write = momentWriter(language);
  const columns = ["number", "time", "who", "what", "study", "details"] as const;
  return (
    <ScrollingTable id="audit" caption={words.title[language]}>
      <thead>
        <tr>
          {columns.map((column) => (
            <th key={column} scope="col">
              {words[column][language]}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {entries.map(({ number, time, person, action, study, details }) => (
          <tr key={number}>
            <td className="number">{number}</td>
            <td>{write(time)}</td>
            <td>{person?.name ?? "–"}</td>
            <td>{actionInWords(action, language)}</td>
            <td>{study ?? "–"}</td>
            <td>
              {Object.entries(details ?? {})
                .filter(([name]) => name !== "whoseId")
                .map(([name, value]) => `${name}: ${value}`)
                .join(", ") || "–"}
            </td>
          </tr>
        ))}
      </tbody>
    </ScrollingTable>
  );
}
