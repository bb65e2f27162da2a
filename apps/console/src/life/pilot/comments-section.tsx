import type { PilotReply } from "@mehrwert/api";
import type { Instrument, Language } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { asking, sendJson } from "../../fetch-json.ts";
import { useInstrument } from "../../library/library-client.ts";
import { Refused } from "../../library/refused.tsx";
import { EmptyState } from "../../patterns/empty-state.tsx";
import { useUndo } from "../../patterns/undo.tsx";
import { useStudyAction } from "../life-client.ts";

const words = {
  title: { de: "Anmerkungen", en: "Comments" },
  none: { de: "Noch keine Anmerkungen", en: "No comments yet" },
  noneLead: {
    de: "Was Testerinnen und Tester zu einer Seite schreiben, steht hier, nach Seiten geordnet.",
    en: "What testers write about a page stands here, page by page.",
  },
  whole: { de: "Zur ganzen Befragung", en: "About the whole survey" },
  settle: { de: "Abhaken", en: "Settle" },
  reopen: { de: "Wieder öffnen", en: "Open again" },
  settled: { de: "Abgehakt", en: "Settled" },
  done: { de: "Anmerkung abgehakt.", en: "Comment settled." },
} as const;

type Comment = PilotReply["comments"][number];

/** What testers noted, page by page in the order of the questionnaire; open ones first. */
export function CommentsSection({
  study,
  pilot,
  place,
  language,
}: {
  study: string;
  pilot: PilotReply;
  place: { slug: string; version: string };
  language: Language;
}) {
  const instrument = useInstrument(place.slug, place.version, language).data;
  const announce = useUndo();
  const settling = useStudyAction(study, ({ id, isSettled }: Pick<Comment, "id" | "isSettled">) =>
    sendJson("PATCH", asking(`/api/studies/${study}/pilot/comments/${id}`, { language }), {
      isSettled,
    }),
  );
  const set = ({ id }: Comment, isSettled: boolean) =>
    settling.mutate(
      { id, isSettled },
      {
        onSuccess: () => {
          if (isSettled)
            announce({
              text: words.done[language],
              undo: () => settling.mutateAsync({ id, isSettled: false }),
            });
        },
      },
    );
  return (
    <section className="life-section" aria-labelledby="comments-title">
      <h2 id="comments-title">{words.title[language]}</h2>
      {settling.isError ? <Refused error={settling.error} language={language} /> : null}
      {pilot.comments.length === 0 ? (
        <EmptyState title={words.none[language]}>
          <p>{words.noneLead[language]}</p>
        </EmptyState>
      ) : null}
      {byPage(pilot.comments, instrument).map(({ page, comments }) => (
        <section key={page ?? ""} aria-label={titleOf(page, instrument, language)}>
          <h3>{titleOf(page, instrument, language)}</h3>
          <ul className="comments">
            {comments.map((comment) => (
              <li key={comment.id}>
                <p lang={comment.language}>{comment.comment}</p>
                <div className="buttons">
                  {comment.isSettled ? (
                    <span className="note">{words.settled[language]}</span>
                  ) : null}
                  <Button
                    kind={comment.isSettled ? "quiet" : "plain"}
                    onClick={() => set(comment, !comment.isSettled)}
                  >
                    {(comment.isSettled ? words.reopen : words.settle)[language]}
                    <span className="mw-visually-hidden">: {comment.comment.slice(0, 60)}</span>
                  </Button>
                </div>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </section>
  );
}

function byPage(comments: readonly Comment[], instrument: Instrument | undefined) {
  const order = instrument?.pages.map(({ name }) => name) ?? [];
  const pages = [...new Set(comments.map(({ page }) => page))].toSorted(
    (a, b) => order.indexOf(a ?? "") - order.indexOf(b ?? ""),
  );
  return pages.map((page) => ({
    page,
    comments: comments
      .filter((comment) => comment.page === page)
      .toSorted((a, b) => Number(a.isSettled) - Number(b.isSettled)),
  }));
}

function titleOf(page: string | undefined, instrument: Instrument | undefined, language: Language) {
  if (page === undefined) return words.whole[language];
  return instrument?.pages.find(({ name }) => name === page)?.title[language] ?? page;
}
