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

/** Slips with codes, and a poster. */
export function PrintSection({ study, language }: { study: Study; language: Language }) {
  const { slug } = study;
  const mails = useMails(slug);
  const [count, setCount] = useState(20);
  const changed = useFieldChanged(slug);
  const making = useMutation({
    networkMode: "always",
    mutationFn: () =>
      sendJson("POST", asking(ofStudy(slug, "printed-codes"), { language }), { count }),
    onSuccess: changed,
  });
  const printed = mails.data?.printed ?? 0;
  return (
    <Section title={words.title[language]} lead={words.lead[language]}>
      {study.credentialKey === undefined ? null : (
        <Form error={making.error} language={language} onSubmit={() => making.mutate()}>
          <CountField {...{ count, language }} onCount={setCount} />
          <div className="buttons">
            <Button type="submit" isBusy={making.isPending}>
              {words.make[language]}
            </Button>
          </div>
        </Form>
      )}
      <ul className="links">
        {printed > 0 ? (
          <li>
            <a href={asking(ofStudy(slug, "code-sheet.html"), { language })}>
              {`${words.sheet[language]} (${printed})`}
            </a>
          </li>
        ) : null}
        <li>
          <a href={asking(ofStudy(slug, "poster.html"), { language })}>{words.poster[language]}</a>
        </li>
      </ul>
    </Section>
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
