import { Textarea } from "@mantine/core";
import {
  type InformationName,
  informationNames,
  languages,
  suggestedInformation,
} from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useField } from "../../patterns/form.tsx";
import type { PartProps } from "./form-parts.ts";
import { informationLabels } from "./information-labels.ts";
import { planWords as words } from "./plan-words.ts";

/** What everybody reads before consenting, text by text, in the languages of the study. */
export function InformationPart(props: PartProps) {
  const { draft, change, changeable, language } = props;
  const suggest = () => {
    const minimumGroupSize = Number(draft.minimumGroupSize) || 10;
    const suggested = suggestedInformation({ mode: draft.mode, minimumGroupSize });
    const filled = informationNames.map((name) => {
      const text = draft.informationSheet[name];
      const { de = "", en = "" } = suggested[name] ?? {};
      return [name, { ...text, de: text.de || de, en: text.en || en }] as const;
    });
    change({ informationSheet: { ...draft.informationSheet, ...Object.fromEntries(filled) } });
  };
  return (
    <fieldset className="form-part">
      <legend>{words.information[language]}</legend>
      <p>{words.informationLead[language]}</p>
      <div className="buttons">
        <Button isBusy={changeable.informationSheet === "no"} onClick={suggest}>
          {words.suggest[language]}
        </Button>
      </div>
      {informationNames.map((name) => (
        <InformationTexts key={name} {...props} name={name} />
      ))}
    </fieldset>
  );
}

function InformationTexts({ name, ...props }: PartProps & { name: InformationName }) {
  const asked = props.draft.languages ?? languages;
  return (
    <fieldset className="form-group">
      <legend>{informationLabels[name][props.language]}</legend>
      {asked.map((each) => (
        <InformationText key={each} {...props} {...{ name, each }} />
      ))}
    </fieldset>
  );
}

function InformationText({
  draft,
  change,
  changeable,
  language,
  name,
  each,
}: PartProps & { name: InformationName; each: "de" | "en" }) {
  const texts = draft.informationSheet[name];
  return (
    <Textarea
      {...useField(`changes/informationSheet/${name}/${each}`)}
      label={{ de: words.german, en: words.english }[each][language]}
      aria-label={`${informationLabels[name][language]}: ${{ de: words.german, en: words.english }[each][language]}`}
      lang={each}
      autosize
      minRows={3}
      value={texts[each]}
      disabled={changeable.informationSheet === "no"}
      onChange={({ currentTarget }) =>
        change({
          informationSheet: {
            ...draft.informationSheet,
            [name]: { ...texts, [each]: currentTarget.value },
          },
        })
      }
    />
  );
}
