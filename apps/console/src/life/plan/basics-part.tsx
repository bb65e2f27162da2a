import { Checkbox, NativeSelect, TextInput } from "@mantine/core";
import { languages, missingSettings } from "@mehrwert/study";
import { useLibrary } from "../../library/library-client.ts";
import { useField } from "../../patterns/form.tsx";
import { ModeChoice } from "../mode-choice.tsx";
import type { PartProps } from "./form-parts.ts";
import { planWords as words } from "./plan-words.ts";

/** Name, questionnaire, languages, and how people take part. */
export function BasicsPart(props: PartProps) {
  const { draft, change, changeable, language } = props;
  const isFixed = (part: keyof PartProps["changeable"]) => changeable[part] === "no";
  return (
    <fieldset className="form-part">
      <legend>{words.basics[language]}</legend>
      <TextInput
        {...useField("changes/title/de")}
        label={words.nameDe[language]}
        value={draft.title.de}
        disabled={isFixed("title")}
        onChange={({ currentTarget }) =>
          change({ title: { ...draft.title, de: currentTarget.value } })
        }
      />
      <TextInput
        {...useField("changes/title/en")}
        label={words.nameEn[language]}
        value={draft.title.en}
        disabled={isFixed("title")}
        onChange={({ currentTarget }) =>
          change({ title: { ...draft.title, en: currentTarget.value } })
        }
      />
      <InstrumentChoice {...props} />
      <AssignedChoices {...props} />
      <LanguageChoice {...props} />
      <ModeChoice
        {...{ language, mode: draft.mode, field: "mode" }}
        isFixed={isFixed("mode")}
        onMode={(mode) => change({ mode })}
      />
      {draft.mode === "pseudonymous" ? (
        <Checkbox
          label={words.admits[language]}
          checked={draft.admitsByCode}
          disabled={isFixed("mode")}
          onChange={({ currentTarget }) => change({ admitsByCode: currentTarget.checked })}
        />
      ) : null}
    </fieldset>
  );
}

function InstrumentChoice({ draft, change, changeable, language }: PartProps) {
  const library = useLibrary(language);
  const chosen = `${draft.instrument.slug}/${draft.instrument.version}`;
  const offered = (library.data?.instruments ?? []).flatMap(({ slug, versions, about }) =>
    versions.toReversed().map((version) => ({
      value: `${slug}/${version}`,
      label: `${about?.title[language] ?? slug} (${slug} ${version})`,
    })),
  );
  const isListed = offered.some(({ value }) => value === chosen);
  return (
    <NativeSelect
      {...useField("instrument")}
      label={words.instrument[language]}
      rightSectionProps={{ "aria-hidden": true }}
      value={chosen}
      disabled={changeable.instrument === "no"}
      data={isListed ? offered : [{ value: chosen, label: chosen }, ...offered]}
      onChange={({ currentTarget }) => {
        const [slug = "", version = ""] = currentTarget.value.split("/");
        change({ instrument: { slug, version } });
      }}
    />
  );
}

/** What the questionnaire leaves to the study: which of its forms is asked. */
function AssignedChoices({ draft, change, changeable, instrument, language }: PartProps) {
  const questions = (instrument?.pages ?? [])
    .flatMap(({ elements }) => elements)
    .filter((question) => question.type === "assigned")
    .filter(({ by }) => by === "study");
  if (instrument === undefined) return null;
  return questions.map(({ name, title, choices }) => {
    const value = draft.assigned?.[name];
    const settings = { isSimulated: false, assigned: draft.assigned ?? {} };
    const isMissing = missingSettings(settings, instrument).some(({ path }) =>
      path.endsWith(`/${name}`),
    );
    return (
      <NativeSelect
        key={name}
        name={`assigned/${name}`}
        label={`${words.assigned[language]}: ${title[language]}`}
        rightSectionProps={{ "aria-hidden": true }}
        value={String(value ?? "")}
        disabled={changeable.assigned === "no"}
        data={[
          ...(isMissing ? [{ value: "", label: words.choose[language] }] : []),
          ...choices.map((choice) => ({
            value: String(choice.value),
            label: choice.text[language],
          })),
        ]}
        onChange={({ currentTarget }) => {
          const chosen = choices.find((choice) => String(choice.value) === currentTarget.value);
          if (chosen) change({ assigned: { ...draft.assigned, [name]: chosen.value } });
        }}
      />
    );
  });
}

function LanguageChoice({ draft, change, changeable, language }: PartProps) {
  const asked = draft.languages ?? languages;
  return (
    <Checkbox.Group
      {...useField("languages")}
      label={words.languages[language]}
      value={[...asked]}
      onChange={(chosen) => {
        const kept = languages.filter((each) => chosen.includes(each));
        if (kept.length > 0) change({ languages: kept.length === languages.length ? null : kept });
      }}
    >
      <div className="choices">
        <Checkbox value="de" label={words.german[language]} disabled={isKept("de")} />
        <Checkbox value="en" label={words.english[language]} disabled={isKept("en")} />
      </div>
    </Checkbox.Group>
  );

  function isKept(each: "de" | "en"): boolean {
    const isLast = asked.length === 1 && asked.includes(each);
    if (changeable.languages === "yes") return isLast;
    return changeable.languages === "no" || asked.includes(each);
  }
}
