import { NumberInput, TextInput } from "@mantine/core";
import { Button } from "@mehrwert/ui";
import { useField } from "../../patterns/form.tsx";
import { type PartProps, valueOrNull } from "./form-parts.ts";
import { planWords as words } from "./plan-words.ts";

/** When it is asked: wave by wave, and how long people may finish. */
export function FieldPart(props: PartProps) {
  const { draft, change, changeable, language } = props;
  const isArchived = changeable.waves === "no";
  return (
    <fieldset className="form-part">
      <legend>{words.field[language]}</legend>
      {draft.waves.map((_, index) => (
        <WaveFields key={index} {...props} index={index} />
      ))}
      <div className="buttons">
        <Button isBusy={isArchived} onClick={() => change({ waves: [...draft.waves, {}] })}>
          {words.addWave[language]}
        </Button>
        {draft.waves.length > 1 && !isArchived ? (
          <Button kind="quiet" onClick={() => change({ waves: draft.waves.slice(0, -1) })}>
            {words.removeWave[language]}
          </Button>
        ) : null}
      </div>
      <NumberInput
        {...useField("changes/finishingDays")}
        label={words.finishing[language]}
        description={words.finishingHint[language]}
        value={draft.finishingDays ?? ""}
        min={0}
        max={60}
        hideControls
        disabled={changeable.finishingDays === "no"}
        onChange={(value) => change({ finishingDays: valueOrNull(value) })}
      />
      <NumberInput
        {...useField("changes/expectedRespondents")}
        label={words.expected[language]}
        description={words.expectedHint[language]}
        value={draft.expectedRespondents ?? ""}
        min={1}
        hideControls
        disabled={isArchived}
        onChange={(value) => change({ expectedRespondents: valueOrNull(value) })}
      />
    </fieldset>
  );
}

function WaveFields({ draft, change, changeable, language, index }: PartProps & { index: number }) {
  const wave = draft.waves[index] ?? {};
  const set = (part: "from" | "until", day: string) => {
    const { [part]: _, ...rest } = wave;
    const next = day === "" ? rest : { ...rest, [part]: day };
    change({ waves: draft.waves.map((each, at) => (at === index ? next : each)) });
  };
  const fields = [
    { part: "from", label: words.from[language] },
    { part: "until", label: words.until[language], description: words.untilHint[language] },
  ] as const;
  return (
    <fieldset className="form-group">
      <legend>{words.wave[language].replace("{0}", String(index + 1))}</legend>
      {fields.map(({ part, ...texts }) => (
        <TextInput
          key={part}
          {...texts}
          type="date"
          name={`waves/${index}/${part}`}
          value={wave[part] ?? ""}
          disabled={changeable.waves === "no"}
          onChange={({ currentTarget }) => set(part, currentTarget.value)}
        />
      ))}
    </fieldset>
  );
}
