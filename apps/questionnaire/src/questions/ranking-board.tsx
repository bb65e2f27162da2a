import { useLayoutEffect, useRef, useState } from "react";
import { filled, rankingWords } from "../words.ts";
import { type Placement, type PlacementStep, placementAfter } from "./placement.ts";
import { QuestionFrame, type QuestionProps } from "./question-frame.tsx";
import { announcementOf } from "./ranking-announcement.ts";
import { RankingOption } from "./ranking-option.tsx";
import { FreePlace, PlacedOption } from "./ranking-placed.tsx";
import { codedInShownOrder } from "./shown-order.ts";

/** A ranking also reports how often it was changed. */
export type RankingProps = Omit<QuestionProps<"ranking">, "onAnswer"> & {
  onAnswer: (value: string[] | undefined, moves: number) => void;
};

/**
 * After a step the focus stays with what the person works on, even where the browser would drop it, and in sight:
 * focusing again what has the focus already does not scroll to it.
 */
function useFocusAfterStep() {
  const board = useRef<HTMLDivElement>(null);
  const wanted = useRef<string[]>([]);
  useLayoutEffect(() => {
    const found = wanted.current
      .map((key) => board.current?.querySelector<HTMLElement>(`[data-focus="${key}"]`))
      .find((element) => element !== null && element !== undefined);
    wanted.current = [];
    found?.focus();
    found?.scrollIntoView({ block: "nearest" });
  });
  return { board, wanted };
}

/** Everything the board knows and does; the parts only show it. */
function useRanking({ question, language, value, presentation, onAnswer }: RankingProps) {
  const options = codedInShownOrder(question.choices, presentation);
  const moves = presentation?.moves ?? 0;
  const placed = Array.isArray(value) ? value.map(String) : [];
  const places = Math.min(question.maxSelectedChoices ?? options.length, options.length);
  const unplaced = options.filter((option) => !placed.includes(option.value));
  const [selected, select] = useState<string>();
  const [announced, announce] = useState({ text: "", language });
  const say = (text: string) => announce({ text, language });
  const said = announced.language === language ? announced.text : "";
  const { board, wanted } = useFocusAfterStep();
  const labels = (option: string) =>
    options.find(({ value: each }) => each === option)?.text[language] ?? option;

  const take = (step: PlacementStep, ...focus: string[]) => {
    const before: Placement = { placed, moves };
    const after = placementAfter(before, step, places);
    wanted.current = focus;
    select(undefined);
    say(announcementOf(step, before, after, { places, labels, language }));
    if (after !== before) {
      onAnswer(after.placed.length > 0 ? [...after.placed] : undefined, after.moves);
    }
  };
  const choose = (option: string) => {
    if (selected !== undefined) {
      take({ step: "swap", option: selected, with: option }, `placed-${option}`);
      return;
    }
    const at = unplaced.findIndex(({ value: each }) => each === option);
    const next = unplaced[at + 1] ?? unplaced[at - 1];
    const isLast = placed.length + 1 >= places || next === undefined;
    take(
      { step: "place", option },
      isLast ? `placed-${option}` : `option-${next.value}`,
      `option-${option}`,
    );
  };
  const toggle = (option: string) => {
    if (selected !== undefined && selected !== option) {
      take({ step: "swap", option: selected, with: option }, `placed-${option}`);
      return;
    }
    select(selected === option ? undefined : option);
    say(
      selected === option
        ? rankingWords.unselected[language]
        : filled(rankingWords.selected[language], labels(option)),
    );
  };
  return { options, placed, places, unplaced, selected, said, board, labels, take, choose, toggle };
}

/**
 * Ranking without dragging: choose an option and it goes to the next free place; then move, swap or take back,
 * by click, key or touch. Only what was placed is an answer; the order of the options left over says nothing.
 */
export function RankingBoard(props: RankingProps) {
  const { question, language, error } = props;
  const ranking = useRanking(props);
  const { placed, places, unplaced, selected } = ranking;
  const isFull = placed.length >= places;
  const status = isFull
    ? rankingWords.allPlaced[language]
    : filled(rankingWords.nextPlace[language], placed.length + 1, places);
  const id = `q-${question.name}`;
  return (
    <QuestionFrame question={question} language={language} error={error}>
      <p className="hint ranking-how" id={`${id}-how`}>
        {rankingWords.howTo[language]}
      </p>
      <p className="hint ranking-keys" id={`${id}-keys`}>
        {rankingWords.keys[language]}
      </p>
      <div className="ranking-status">
        <p role="status">{ranking.said}</p>
        <p>{selected === undefined ? status : ""}</p>
      </div>
      <div className="ranking" ref={ranking.board}>
        <div className="ranking-options">
          <h3 id={`${id}-options`}>{rankingWords.options[language]}</h3>
          {unplaced.length === 0 ? (
            <p className="hint">{rankingWords.noneLeft[language]}</p>
          ) : (
            <ul aria-labelledby={`${id}-options`}>
              {unplaced.map((option) => (
                <RankingOption
                  key={option.value}
                  option={option}
                  language={language}
                  isOpen={!isFull || selected !== undefined}
                  onChoose={() => ranking.choose(option.value)}
                />
              ))}
            </ul>
          )}
        </div>
        <div className="ranking-places">
          <h3 id={`${id}-places`}>{rankingWords.places[language]}</h3>
          <ol aria-labelledby={`${id}-places`}>
            {placed.map((option, at) => (
              <PlacedOption
                key={option}
                option={option}
                label={ranking.labels(option)}
                place={at + 1}
                language={language}
                isSelected={selected === option}
                describedBy={`${id}-keys`}
                isLast={at === placed.length - 1}
                onToggle={() => ranking.toggle(option)}
                onStep={ranking.take}
              />
            ))}
            {Array.from({ length: places - placed.length }, (_, at) => placed.length + at + 1).map(
              (place) => (
                <FreePlace
                  key={place}
                  place={place}
                  isNext={selected === undefined && place === placed.length + 1}
                  language={language}
                />
              ),
            )}
          </ol>
        </div>
      </div>
    </QuestionFrame>
  );
}
