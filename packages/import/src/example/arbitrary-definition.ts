import fc from "fast-check";

/** Names as people give them, few enough to collide. */
const name = fc.constantFrom(
  "Q1",
  "q1",
  "Q 2",
  "Größe",
  "1",
  "id",
  "constructor",
  "dk",
  "true",
  "equals",
  "a_b",
  "a-b",
  "x".repeat(90),
);
const words = fc.oneof(
  fc.constantFrom(
    "Wie geht es?",
    "wie geht es",
    "How?",
    "",
    " ",
    "<b>fett</b>",
    "{Q1}",
    "weiß nicht",
    "No answer",
    "n/a",
    "keine Angabe",
    "1",
    "•",
    "a < b",
  ),
  fc.string({ maxLength: 12 }),
);
const text = fc.oneof(
  words,
  fc.record({ default: words, de: words }, { requiredKeys: [] }),
  fc.record({ en: words, de: words, fr: words }, { requiredKeys: [] }),
);
const code = fc.oneof(
  fc.constantFrom("a", "A", "b", "refused", "other", "-1", "01", "1", "2"),
  fc.integer({ min: -3, max: 12 }),
);
const item = fc.oneof(code, fc.record({ value: code, text }));
const items = fc.array(item, { maxLength: 5 });
const type = fc.constantFrom(
  "radiogroup",
  "checkbox",
  "dropdown",
  "tagbox",
  "boolean",
  "rating",
  "ranking",
  "matrix",
  "text",
  "comment",
  "multipletext",
  "html",
  "slider",
  "file",
  "imagepicker",
  "unknown",
);
const condition = fc
  .tuple(
    name,
    fc.constantFrom("=", "<>", ">", "contains", "anyof", "empty", "notempty", "%%"),
    fc.oneof(code, name),
  )
  .map(([question, operator, value]) =>
    /empty/.test(operator) ? `{${question}} ${operator}` : `{${question}} ${operator} '${value}'`,
  );
const anyCondition = fc.oneof(
  condition,
  fc.tuple(condition, fc.constantFrom("and", "or"), condition).map((parts) => parts.join(" ")),
  condition.map((one) => `!(${one})`),
);

const sometimes = fc.option(anyCondition, { freq: 1, nil: undefined });

const element = fc.record(
  {
    type,
    name,
    title: text,
    description: text,
    isRequired: fc.boolean(),
    visibleIf: sometimes,
    choices: items,
    rows: items,
    columns: items,
    items,
    choicesOrder: fc.constantFrom("random", "asc", "none"),
    showOtherItem: fc.boolean(),
    showNoneItem: fc.boolean(),
    showRefuseItem: fc.boolean(),
    showDontKnowItem: fc.boolean(),
    maxSelectedChoices: fc.integer({ min: -1, max: 9 }),
    minSelectedChoices: fc.integer({ min: -1, max: 3 }),
    rateMin: fc.constantFrom(0, 1),
    rateMax: fc.constantFrom(1, 5, 10),
    maxLength: fc.integer({ min: -5, max: 20_000 }),
    inputType: fc.constantFrom("text", "number", "email"),
    min: fc.integer({ min: -9, max: 9 }),
    max: fc.integer({ min: -9, max: 99 }),
    isAllRowRequired: fc.boolean(),
  },
  { requiredKeys: ["type", "name"] },
);

const page = fc.record(
  {
    name,
    title: text,
    visibleIf: sometimes,
    questionsOrder: fc.constantFrom("random", "initial"),
    elements: fc.array(
      fc.oneof(
        { weight: 4, arbitrary: element },
        {
          weight: 1,
          arbitrary: fc.record({
            type: fc.constantFrom("panel", "paneldynamic"),
            name,
            title: text,
            elements: fc.array(element, { maxLength: 3 }),
          }),
        },
      ),
      { maxLength: 6 },
    ),
  },
  { requiredKeys: ["elements"] },
);

/** SurveyJS definitions of every odd kind: names that collide, empty and equal texts, impossible limits and conditions. */
export const arbitraryDefinition = fc.record(
  {
    title: text,
    locale: fc.constantFrom("de", "en", "fr"),
    pages: fc.array(page, { minLength: 1, maxLength: 4 }),
  },
  { requiredKeys: ["pages"] },
);
