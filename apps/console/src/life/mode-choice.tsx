import { Radio } from "@mantine/core";
import { type Language, modeExplanations, type StudyMode, studyModeSchema } from "@mehrwert/study";
import { useField } from "../patterns/form.tsx";

const words = {
  label: { de: "Wie man teilnimmt", en: "How people take part" },
  hint: {
    de: "Von der ersten Einladung an lässt sich das nicht mehr ändern.",
    en: "From the first invitation on this cannot be changed any more.",
  },
} as const;

/** The four modes, each with what it means and what it makes impossible. */
export function ModeChoice({
  mode,
  language,
  isFixed = false,
  field,
  onMode,
}: {
  mode: StudyMode;
  language: Language;
  isFixed?: boolean;
  field: string;
  onMode: (mode: StudyMode) => void;
}) {
  return (
    <Radio.Group
      {...useField(field)}
      label={words.label[language]}
      description={words.hint[language]}
      value={mode}
      onChange={(chosen) => onMode(studyModeSchema.parse(chosen))}
    >
      <div className="choices">
        {studyModeSchema.options.map((each) => {
          const { name, means, impossible } = modeExplanations[each];
          return (
            <Radio
              key={each}
              value={each}
              disabled={isFixed && each !== mode}
              label={name[language]}
              description={`${means[language]} ${impossible[language]}`}
            />
          );
        })}
      </div>
    </Radio.Group>
  );
}
