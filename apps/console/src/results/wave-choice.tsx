import { NativeSelect } from "@mantine/core";
import type { Language } from "@mehrwert/study";
import { useStudy } from "../stages/use-study.ts";

const words = {
  label: { de: "Welle", en: "Wave" },
  last: { de: "Welle {0} (die letzte)", en: "Wave {0} (the latest)" },
} as const;

/** Which wave's results are read, in studies that have had several; each has results of its own. */
export function WaveChoice({
  study,
  wave,
  onWave,
  language,
}: {
  study: string;
  wave: number;
  /** Undefined: the latest. */
  onWave: (wave: number | undefined) => void;
  language: Language;
}) {
  const last = useStudy(study).data?.wave ?? wave;
  if (last < 2) return null;
  const waves = Array.from({ length: last }, (_, before) => last - before);
  return (
    <NativeSelect
      className="wave-choice no-print"
      label={words.label[language]}
      rightSectionProps={{ "aria-hidden": true }}
      value={String(wave)}
      data={waves.map((each) => ({
        value: String(each),
        label: (each === last ? words.last[language] : `${words.label[language]} {0}`).replace(
          "{0}",
          String(each),
        ),
      }))}
      onChange={({ currentTarget }) => {
        const chosen = Number(currentTarget.value);
        onWave(chosen === last ? undefined : chosen);
      }}
    />
  );
}
