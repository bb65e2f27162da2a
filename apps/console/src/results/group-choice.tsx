import { NativeSelect } from "@mantine/core";
import type { GroupingResults } from "@mehrwert/api";
import type { Language } from "@mehrwert/study";
import { baseInWords, namedGroup } from "./released-data.ts";

const words = {
  label: { de: "Aufteilen nach", en: "Break down by" },
  everybody: { de: "nichts (alle zusammen)", en: "nothing (everybody together)" },
} as const;

/** By which variable scales and distributions are broken down, and how large its groups are. */
export function GroupChoice({
  groupings,
  chosen,
  onChoose,
  language,
}: {
  groupings: readonly GroupingResults[];
  chosen: GroupingResults | undefined;
  onChoose: (grouping: string) => void;
  language: Language;
}) {
  if (groupings.length === 0) return null;
  return (
    <div className="group-choice">
      <NativeSelect
        className="no-print"
        label={words.label[language]}
        rightSectionProps={{ "aria-hidden": true }}
        value={chosen?.id ?? ""}
        onChange={(event) => onChoose(event.currentTarget.value)}
        data={[
          { value: "", label: words.everybody[language] },
          ...groupings.map(({ id, label }) => ({ value: id, label: label[language] })),
        ]}
      />
      {chosen === undefined ? null : (
        <div role="status">
          <p className="print-only">
            {words.label[language]}: {chosen.label[language]}
          </p>
          {chosen.groups.length === 0 ? null : (
            <p className="note">
              {chosen.groups
                .map(
                  ({ categories, size }) =>
                    `${namedGroup(categories, chosen.categories)[language]}: ${baseInWords(size, language)}`,
                )
                .join("; ")}
            </p>
          )}
          {chosen.notes.map((note) => (
            <p key={note.en} className="note">
              {note[language]}
            </p>
          ))}
        </div>
      )}
    </div>
  );
}
