import { NumberInput, TextInput } from "@mantine/core";
import { useField } from "../../patterns/form.tsx";
import { type PartProps, valueOrNull } from "./form-parts.ts";
import { GroupingChoice } from "./grouping-choice.tsx";
import { planWords as words } from "./plan-words.ts";

/** From which size groups are shown, which groups there are, and how long answers are kept. */
export function ProtectionPart(props: PartProps) {
  const { draft, change, changeable, language } = props;
  return (
    <fieldset className="form-part">
      <legend>{words.protection[language]}</legend>
      <NumberInput
        {...useField("changes/minimumGroupSize")}
        label={words.minimum[language]}
        description={words.minimumHint[language]}
        value={draft.minimumGroupSize}
        clampBehavior="none"
        hideControls
        disabled={changeable.minimumGroupSize === "no"}
        onChange={(value) => change({ minimumGroupSize: value })}
      />
      <GroupingChoice {...props} />
      <TextInput
        {...useField("changes/retentionDate")}
        type="date"
        label={words.retention[language]}
        description={words.retentionHint[language]}
        value={draft.retentionDate ?? ""}
        disabled={changeable.retentionDate === "no"}
        onChange={({ currentTarget }) =>
          change({ retentionDate: valueOrNull(currentTarget.value) })
        }
      />
    </fieldset>
  );
}
