import type { Language } from "@mehrwert/study";
import type { PreviewWidth } from "./preview-frame.tsx";

const words = {
  shown: { de: "Sprache des Fragebogens", en: "Language of the instrument" },
  width: { de: "Breite", en: "Width" },
  de: { de: "Deutsch", en: "German" },
  en: { de: "Englisch", en: "English" },
  phone: { de: "Telefon (360 px)", en: "Phone (360 px)" },
  desktop: { de: "Bildschirm (1280 px)", en: "Desktop (1280 px)" },
} as const;

/** In which language and at which width the preview is shown. */
export function PreviewChoices({
  shown,
  onShown,
  width,
  onWidth,
  language,
}: {
  shown: Language;
  onShown: (shown: Language) => void;
  width: PreviewWidth;
  onWidth: (width: PreviewWidth) => void;
  language: Language;
}) {
  return (
    <div className="preview-choices">
      <Choices
        name="shown"
        legend={words.shown[language]}
        options={(["de", "en"] as const).map((value) => ({ value, text: words[value][language] }))}
        chosen={shown}
        onChoose={onShown}
      />
      <Choices
        name="width"
        legend={words.width[language]}
        options={(["phone", "desktop"] as const).map((value) => ({
          value,
          text: words[value][language],
        }))}
        chosen={width}
        onChoose={onWidth}
      />
    </div>
  );
}

function Choices<T extends string>({
  name,
  legend,
  options,
  chosen,
  onChoose,
}: {
  name: string;
  legend: string;
  options: readonly { value: T; text: string }[];
  chosen: T;
  onChoose: (value: T) => void;
}) {
  return (
    <fieldset>
      <legend>{legend}</legend>
      {options.map(({ value, text }) => (
        <label key={value}>
          <input
            type="radio"
            name={name}
            value={value}
            checked={value === chosen}
            onChange={() => onChoose(value)}
          />
          {text}
        </label>
      ))}
    </fieldset>
  );
}
