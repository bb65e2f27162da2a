import { NumberInput } from "@mantine/core";
import type { Language, Study } from "@mehrwert/study";
import { Button } from "@mehrwert/ui";
import { useMutation } from "@tanstack/react-query";
import { useState } from "react";
import { asking, sendJson } from "../fetch-json.ts";
import { Form, useField } from "../patterns/form.tsx";
import { ofStudy, useFieldChanged, useMails } from "./field-client.ts";
import { Section } from "./section.tsx";

const words = {
  title: { de: "Drucken statt mailen", en: "Print instead of mailing" },
  lead: {
    de: "Für Menschen ohne Mail, oder wenn niemand wissen soll, wer welchen Code hat: Zettel mit je einem Code, die gemischt und gezogen werden.",
    en: "For people without mail, or where nobody is to know who has which code: slips with a code each, to be mixed and drawn.",
  },
  count: { de: "Wie viele Codes", en: "How many codes" },
  make: { de: "Codes machen", en: "Make codes" },
  sheet: { de: "Bogen mit Codes öffnen", en: "Open the sheet of codes" },
  poster: { de: "Aushang mit QR-Code öffnen", en: "Open the poster with a QR code" },
} as const;

/** Slips with codes, for those who may hand them out, and a poster. */
export function PrintSection({
  study,
  isFielding,
  language,
}: {
  study: Study;
  isFielding: boolean;
  language: Language;
}) {
  const { slug, credentialKey } = study;
  const poster = asking(ofStudy(slug, "poster.html"), { language });
  return (
    <Section title={words.title[language]} lead={words.lead[language]}>
      {isFielding && credentialKey !== undefined ? (
        <Codes study={slug} language={language} />
      ) : null}
      <p>
        <a href={poster}>{words.poster[language]}</a>
      </p>
    </Section>
  );
}

function Codes({ study, language }: { study: string; language: Language }) {
  const [count, setCount] = useState(20);
  const changed = useFieldChanged(study);
  const making = useMutation({
    networkMode: "always",
    mutationFn: () =>
      sendJson("POST", asking(ofStudy(study, "printed-codes"), { language }), { count }),
    onSuccess: changed,
  });
  const printed = useMails(study).data?.printed ?? 0;
  const sheet = asking(ofStudy(study, "code-sheet.html"), { language });
  return (
    <>
      <Form error={making.error} language={language} onSubmit={() => making.mutate()}>
        <CountField {...{ count, language }} onCount={setCount} />
        <div className="buttons">
          <Button type="submit" isBusy={making.isPending}>
            {words.make[language]}
          </Button>
        </div>
      </Form>
      {printed > 0 ? (
        <p>
          <a href={sheet}>{`${words.sheet[language]} (${printed})`}</a>
        </p>
      ) : null}
    </>
  );
}

function CountField({
  count,
  language,
  onCount,
}: {
  count: number;
  language: Language;
  onCount: (count: number) => void;
}) {
  return (
    <NumberInput
      {...useField("count")}
      label={words.count[language]}
      value={count}
      min={1}
      max={5000}
      hideControls
      onChange={(value) => onCount(Number(value))}
    />
  );
}
