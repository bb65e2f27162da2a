import { type Damage, otherKeys, otherValue } from "./damage.ts";

const rowTypes = [
  "matrix",
  "double-rating",
  "vignette",
  "roster",
  "maxdiff",
  "code",
  "statement-round",
  "decision",
] as const;
const listTypes = ["checkbox", "ranking"] as const;
const textTypes = ["text", "comment"] as const;
const ratedTypes = ["matrix", "double-rating", "vignette", "statement-round", "decision"] as const;

/** Ways in which a single value can be wrong, with answers of one value, lists and texts. */
export const valueDamages: readonly Damage[] = [
  otherValue("unknown choice", ["radiogroup"], () => ({ value: "no-such-choice" })),
  otherValue("list for a single choice", ["radiogroup"], (_, answer) => ({ value: [answer] })),
  otherValue("truth value for a choice", ["radiogroup"], () => ({ value: true })),
  otherValue("null for an answer", ["radiogroup", "nps", "number-band"], () => ({ value: null })),
  otherValue("recommendation above 10", ["nps"], () => ({ value: 11 })),
  otherValue("recommendation below 0", ["nps"], () => ({ value: -1 })),
  otherValue("half a point of recommendation", ["nps"], () => ({ value: 6.5 })),
  otherValue("number as text", ["nps"], () => ({ value: "7" })),
  otherValue("number instead of its band", ["number-band"], () => ({ value: 17.5 })),
  otherValue("unknown group", ["assigned"], () => ({ value: "no-such-group" })),

  otherValue("text for a list", listTypes, () => ({ value: "one" })),
  otherValue("empty list", listTypes, () => ({ value: [] })),
  otherValue("unknown option in a list", listTypes, () => ({ value: ["no-such"], at: "/0" })),
  otherValue("option chosen twice", ["checkbox"], ({ maxSelectedChoices = 2, choices }) => {
    const [first] = choices;
    return maxSelectedChoices < 2 ? undefined : { value: [first?.value, first?.value], at: "/1" };
  }),
  otherValue("no opinion beside an answer", ["checkbox"], ({ maxSelectedChoices = 2, choices }) => {
    const [first] = choices;
    const isOffered = choices.some(({ value }) => value === "dk");
    return maxSelectedChoices < 2 || !isOffered ? undefined : { value: [first?.value, "dk"] };
  }),
  otherValue("duplicate rank", ["ranking"], ({ maxSelectedChoices = 2, choices }) => {
    const [first] = choices;
    return maxSelectedChoices < 2 ? undefined : { value: [first?.value, first?.value], at: "/1" };
  }),
  otherValue("too many options", listTypes, ({ choices }) => ({
    value: [...choices, ...choices].map(({ value }) => value),
  })),
  otherValue("too few options", listTypes, ({ choices, minSelectedChoices = 1 }) =>
    minSelectedChoices > 1 ? { value: [choices[0]?.value] } : undefined,
  ),

  otherValue("number for a text", textTypes, () => ({ value: 5 })),
  otherValue("empty text", textTypes, () => ({ value: "" })),
  otherValue("over-long text", textTypes, ({ maxLength }) => ({
    value: "a".repeat(maxLength + 1),
  })),
  otherValue("character that cannot be stored", textTypes, () => ({ value: "a\0b" })),
  otherValue("half a character", textTypes, () => ({ value: "\ud83d" })),

  otherValue("list for rows", rowTypes, () => ({ value: [1] })),
  otherValue("text for rows", rowTypes, () => ({ value: "5" })),
  otherValue("no row at all", rowTypes, () => ({ value: {} })),
  otherKeys("unknown row", rowTypes, (_, answer) => put(answer, "no-such-row", 1)),
  otherKeys("rating out of range", ratedTypes, (_, answer) => put(answer, firstKey(answer), 99)),
  otherKeys("half a point", ratedTypes, (_, answer) => put(answer, firstKey(answer), 2.5)),
  otherKeys("rating as text", ["matrix", "double-rating", "decision"], (_, answer) => {
    const key = Object.keys(answer).find((each) => typeof answer[each] === "number");
    return key === undefined ? undefined : put(answer, key, String(answer[key]));
  }),
];

/** Ways in which an answer of one type of question with several values can be wrong. */
export const keyedDamages: readonly Damage[] = [
  otherKeys("rating of an unknown row", ["double-rating"], ({ ratings }, answer) =>
    put(answer, `no-such-row.${ratings[0].value}`, 1),
  ),
  otherKeys("unknown rating of a row", ["double-rating"], ({ rows }, answer) =>
    put(answer, `${rows[0]?.value}.no-such-rating`, 1),
  ),
  otherKeys("row without its rating", ["double-rating"], ({ rows }, answer) =>
    put(answer, rows[0]?.value ?? "", 1),
  ),
  otherKeys("row left open where all are required", ["matrix"], (question, answer) => {
    if (question.isAllRowRequired !== true || question.rows.length < 2) return undefined;
    delete answer[firstKey(answer)];
    return "";
  }),
  otherKeys("chosen with another value than 1", ["roster"], ({ entries }, answer) =>
    put(answer, entries[0]?.value ?? "", 2),
  ),
  otherKeys("tie with an entry that is not chosen", ["roster"], ({ entries, columns }, answer) => {
    const other = entries.find(({ value }) => !Object.hasOwn(answer, value));
    const [column] = columns;
    if (other === undefined || column === undefined) return undefined;
    return put(answer, `${other.value}.${column.value}`, column.choices[0]?.value);
  }),
  otherKeys("unknown tie", ["roster"], (_, answer) =>
    put(answer, `${firstKey(answer)}.no-such`, 1),
  ),
  otherKeys("worst is best", ["maxdiff"], (_, answer) => {
    const set = Number.parseInt(firstKey(answer), 10);
    return put(answer, `${set}.worst`, answer[`${set}.best`]);
  }),
  otherKeys("best without worst", ["maxdiff"], (_, answer) => {
    const set = Number.parseInt(firstKey(answer), 10);
    delete answer[`${set}.worst`];
    return `${set}.worst`;
  }),
  otherKeys("set that does not exist", ["maxdiff"], (_, answer) => put(answer, "99.best", "a")),
  otherKeys("set 0", ["maxdiff"], (_, answer) => put(answer, "0.best", "a")),
  otherKeys("hash too short", ["code"], (_, answer) => put(answer, "code", "a".repeat(31))),
  otherKeys("hash in capitals", ["code"], (_, answer) => put(answer, "code", "A".repeat(32))),
  otherKeys("raw element of a code", ["code"], ({ elements }, answer) =>
    put(answer, elements[0]?.value ?? "", "k"),
  ),
  otherKeys("hash left out", ["code"], ({ elements }, answer) => {
    const key = `without-${elements[0]?.value}`;
    delete answer[key];
    return key;
  }),
  otherKeys("over-long reason", ["statement-round"], ({ statements, reason }, answer) =>
    put(answer, `${statements[0]?.value}.reason`, "a".repeat(reason.maxLength + 1)),
  ),
  otherKeys("reason of an unknown statement", ["statement-round"], (_, answer) =>
    put(answer, "no-such-statement.reason", "because"),
  ),
  otherKeys("unknown weight", ["decision"], ({ criteria }, answer) =>
    put(answer, `${criteria[0]?.value}.weight`, 99),
  ),
  otherKeys("weight of an unknown criterion", ["decision"], ({ weights }, answer) =>
    put(answer, "no-such-criterion.weight", weights[0]?.value),
  ),
];

function put(answer: { [key: string]: unknown }, key: string, value: unknown): string {
  answer[key] = value;
  return key;
}

function firstKey(answer: object): string {
  return Object.keys(answer)[0] ?? "";
}
