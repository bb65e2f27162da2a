import { useEffect, useRef, useState } from "react";
import { filled } from "../words.ts";
import {
  type MaxdiffEnd,
  type MaxdiffSet,
  maxdiffSetAfter,
  maxdiffSetState,
} from "./maxdiff-set.ts";
import { maxdiffWords } from "./maxdiff-words.ts";
import { type Parts, partsOf } from "./parts.ts";
import type { QuestionProps } from "./question-frame.tsx";

function setIn(parts: Parts, at: number): MaxdiffSet {
  const ends = (["best", "worst"] as const).flatMap((end) => {
    const option = parts[`${at + 1}.${end}`];
    return option === undefined ? [] : [[end, String(option)] as const];
  });
  return Object.fromEntries(ends);
}

function withSet(parts: Parts, at: number, { best, worst }: MaxdiffSet): Parts | undefined {
  const { [`${at + 1}.best`]: _best, [`${at + 1}.worst`]: _worst, ...others } = parts;
  const next: Parts = {
    ...others,
    ...(best === undefined ? {} : { [`${at + 1}.best`]: best }),
    ...(worst === undefined ? {} : { [`${at + 1}.worst`]: worst }),
  };
  return Object.keys(next).length > 0 ? next : undefined;
}

/** What `next`, `previous` and a stopped submission have to say beside the set. */
type Said = { text: string; isError: boolean; language: string };

/** Everything the sets of a MaxDiff question know and do; the parts only show it. */
export function useMaxdiff({
  question,
  language,
  value,
  presentation,
  error,
  onAnswer,
}: QuestionProps<"maxdiff">) {
  const sets = presentation?.sets ?? [];
  const parts = partsOf(value);
  const states = sets.map((_, at) => maxdiffSetState(setIn(parts, at)));
  const [skipped, setSkipped] = useState<readonly number[]>([]);
  const [displaced, setDisplaced] = useState<{ at: number; option: string }>();
  const [said, setSaid] = useState<Said>();
  const firstWith = (wanted: "open" | "half") =>
    states.findIndex((state, at) => state === wanted && !skipped.includes(at));
  const firstLeft = states.findIndex((state) => state !== "done");
  const [at, setAt] = useState(() => (firstLeft === -1 ? sets.length - 1 : firstLeft));
  const say = (text: string, isError = false) => setSaid({ text, isError, language });

  const half = firstWith("half");
  useEffect(() => {
    if (error !== undefined && half !== -1) setAt(half);
  }, [error, half]);

  const labels = (option: string) =>
    question.choices.find((choice) => choice.value === option)?.text[language] ?? option;

  const choose = (end: MaxdiffEnd, option: string) => {
    const pushed = displaced?.at === at ? { displaced: displaced.option } : {};
    const next = maxdiffSetAfter({ ...setIn(parts, at), ...pushed }, end, option);
    const missing = question[end === "best" ? "worst" : "best"][language];
    setDisplaced(next.displaced === undefined ? undefined : { at, option: next.displaced });
    say(
      next.displaced === undefined
        ? ""
        : filled(maxdiffWords.moved[language], labels(option), question[end][language], missing),
    );
    setSkipped((before) => before.filter((each) => each !== at));
    onAnswer(withSet(parts, at, next));
  };
  const go = (to: number) => {
    say("");
    setAt(to);
  };
  const next = () => {
    if (states[at] === "done") go(at + 1);
    else say(maxdiffWords.chooseBoth[language], true);
  };
  const previous = () => {
    if (states[at] === "half") say(maxdiffWords.chooseBoth[language], true);
    else go(at - 1);
  };
  const skip = () => {
    onAnswer(withSet(parts, at, {}));
    setSkipped((before) => [...before.filter((each) => each !== at), at]);
    if (at < sets.length - 1) go(at + 1);
    else say("");
  };
  const open = firstWith("open");
  const stop = () => {
    setAt(open);
    const count = states.filter((state) => state !== "done").length - skipped.length;
    say(filled(maxdiffWords.stillOpen[language], count, sets.length));
  };
  return {
    sets,
    at,
    shown: sets[at] ?? [],
    chosen: setIn(parts, at),
    marks: states.map((state, each) => (skipped.includes(each) ? "skipped" : state)),
    said: said?.language === language ? said : undefined,
    choose,
    next,
    previous,
    skip,
    /** True while whoever goes on to the next page would leave out sets without having said so. */
    isLeavingSets: value !== undefined && open !== -1 && half === -1,
    stop,
  };
}

/** What `useMaxdiff` gives. */
export type Maxdiff = ReturnType<typeof useMaxdiff>;

/**
 * A page has a button to go on, and so has a set. Who presses the page's while sets are open is told so once;
 * the second time the page turns.
 */
export function useStopBeforeLeaving(isLeaving: boolean, onStop: () => void) {
  const box = useRef<HTMLFieldSetElement>(null);
  const isWarned = useRef(false);
  useEffect(() => {
    const form = box.current?.closest("form");
    const onSubmit = (event: Event) => {
      if (!isLeaving || isWarned.current) return;
      isWarned.current = true;
      event.preventDefault();
      event.stopPropagation();
      onStop();
    };
    form?.addEventListener("submit", onSubmit, true);
    return () => form?.removeEventListener("submit", onSubmit, true);
  });
  return box;
}
