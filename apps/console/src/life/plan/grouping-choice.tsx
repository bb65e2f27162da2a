import { Checkbox } from "@mantine/core";
import { groupingVariables } from "@mehrwert/study";
import { useField } from "../../patterns/form.tsx";
import type { PartProps } from "./form-parts.ts";
import { planWords as words } from "./plan-words.ts";

/** So many at most: each one more makes hiding small groups cost more. */
const most = 5;

/** By which single choices of the questionnaire results may be broken down. */
export function GroupingChoice({ draft, change, changeable, instrument, language }: PartProps) {
  const field = useField("changes/groupedBy");
  const chosen = draft.groupedBy ?? [];
  const offered = instrument === undefined ? [] : groupingVariables(instrument);
  const strays = chosen
    .filter((name) => offered.every((each) => each.name !== name))
    .map((name) => ({ name, label: { de: name, en: name } }));
  const all = [...offered, ...(instrument === undefined ? [] : strays)];
  if (all.length === 0) return null;
  const isFixed = changeable.groupedBy === "no";
  return (
    <Checkbox.Group
      {...field}
      label={words.groupedBy[language]}
      description={words.groupedByHint[language]}
      value={[...chosen]}
      onChange={(names) => {
        const kept = all.map(({ name }) => name).filter((name) => names.includes(name));
        change({ groupedBy: kept.length === 0 ? null : kept });
      }}
    >
      <div className="choices">
        {all.map(({ name, label }) => (
          <Checkbox
            key={name}
            value={name}
            label={label[language]}
            disabled={isFixed || (chosen.length >= most && !chosen.includes(name))}
          />
        ))}
      </div>
    </Checkbox.Group>
  );
}
