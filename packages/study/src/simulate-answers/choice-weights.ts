import type { Answers } from "../survey-response.ts";

/** How likely each option of a choice is, for those of whom `when` holds; the first fitting line counts. */
type ChoiceWeights = {
  question: string;
  when?: { resultsFocused: true } | { question: string; code: string };
  weights: { [code: string]: number };
};

/**
 * What makes simulated respondents of the value-driver instrument plausible: people who lead a network
 * are more often focused on results, take an active part, and so on. Questions not named here are
 * answered evenly; `refused` and `dk` are rare everywhere.
 */
const choiceWeights: readonly ChoiceWeights[] = [
  {
    question: "network-experience",
    when: { resultsFocused: true },
    weights: { never: 5, former: 10, member: 45, lead: 40 },
  },
  {
    question: "network-experience",
    weights: { never: 17, former: 15, member: 56, lead: 12 },
  },
  {
    question: "joint-result-experience",
    when: { resultsFocused: true },
    weights: { yes: 80, no: 20 },
  },
  { question: "joint-result-experience", weights: { yes: 45, no: 55 } },
  { question: "meeting-format", when: { resultsFocused: true }, weights: { workshop: 8 } },
  { question: "meeting-format", weights: { "open-exchange": 4, "peer-case": 3, "short-input": 3 } },
  {
    question: "meeting-size",
    weights: { "up-to-6": 22, "from-7-to-12": 42, "from-13-to-25": 20, "over-25": 5, any: 11 },
  },
  { question: "meeting-separation", weights: { yes: 30, no: 20, depends: 50 } },
  {
    question: "participation-role",
    when: { question: "network-experience", code: "lead" },
    weights: { new: 1, listening: 1, occasional: 4, active: 24, leading: 70 },
  },
  {
    question: "participation-role",
    weights: { new: 10, listening: 36, occasional: 34, active: 19, leading: 1 },
  },
  {
    question: "participation-time",
    when: { question: "network-experience", code: "lead" },
    weights: { none: 1, "up-to-2": 10, "from-3-to-5": 30, "from-6-to-10": 34, "over-10": 25 },
  },
  {
    question: "participation-time",
    weights: { none: 9, "up-to-2": 45, "from-3-to-5": 31, "from-6-to-10": 11, "over-10": 4 },
  },
  {
    question: "participation-motive",
    weights: { learn: 8, contacts: 5, "own-question": 4, "give-back": 3, assigned: 1, career: 0.6 },
  },
  { question: "d-lead", weights: { yes: 32, no: 65 } },
  {
    question: "d-level",
    weights: { federal: 30, state: 28, municipal: 29, "other-public": 10, outside: 3 },
  },
  { question: "d-size", weights: { "up-to-249": 18, "from-250-to-999": 31, "from-1000": 51 } },
  {
    question: "d-tenure",
    weights: { "under-3": 18, "from-3-to-9": 33, "from-10-to-19": 27, "from-20": 22 },
  },
  {
    question: "d-field",
    when: { question: "d-lead", code: "yes" },
    weights: { specialist: 22, "it-digital": 25, "hr-organisation": 18, management: 28, other: 7 },
  },
  {
    question: "d-field",
    weights: { specialist: 31, "it-digital": 34, "hr-organisation": 22, management: 4, other: 9 },
  },
];

const rare: { readonly [code: string]: number } = { refused: 0.03, dk: 0.04, na: 0.02 };

/** How likely an option is for this respondent, relative to the other options of the question. */
export function weightsFor(
  question: string,
  respondent: { isResultsFocused: boolean; answers: Answers },
): (code: string | number) => number {
  const fits = ({ when }: ChoiceWeights): boolean => {
    if (when === undefined) return true;
    if ("resultsFocused" in when) return respondent.isResultsFocused;
    return respondent.answers[when.question] === when.code;
  };
  const line = choiceWeights.find((each) => each.question === question && fits(each));
  const total = Object.values(line?.weights ?? {}).reduce((sum, weight) => sum + weight, 0);
  return (code) => {
    const share = rare[code];
    return line?.weights[code] ?? (share === undefined ? 1 : share * Math.max(total, 1));
  };
}
