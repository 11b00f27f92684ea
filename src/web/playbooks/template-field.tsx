import { Stack, Text, Textarea } from "@mantine/core";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Language } from "#api/settings.ts";
import { fillTemplate, flawsOfTemplate } from "#domain/playbooks/template.ts";
import classes from "#web/playbooks/playbooks.module.css";
import { sampleFacts } from "#web/playbooks/sample-facts.ts";

type Props = {
  label: string;
  value: string;
  language: Language;
  onChange: (value: string) => void;
  isReadOnly: boolean;
};

/** A template and, while it is typed, how it will be said to an invented person. */
export function TemplateField({ label, value, language, onChange, isReadOnly }: Props) {
  const { t } = useTranslation("playbooks");
  const previewId = useId();
  const flaws = flawsOfTemplate(value);
  const flaw = flaws[0];
  return (
    <Stack gap={4}>
      <Textarea
        label={label}
        lang={language}
        autosize
        minRows={2}
        maxRows={12}
        maxLength={2000}
        value={value}
        readOnly={isReadOnly}
        onChange={(event) => onChange(event.currentTarget.value)}
        error={flaw && t(`flaw.${flaw.flaw}`, { name: flaw.name })}
        aria-describedby={previewId}
      />
      <Preview id={previewId} template={value} language={language} />
    </Stack>
  );
}

function Preview({ id, template, language }: { id: string; template: string; language: Language }) {
  const { t } = useTranslation("playbooks");
  const segments = flawsOfTemplate(template).length === 0 ? fillTemplate(template, sampleFacts[language]) : undefined;
  return (
    <div id={id} className={classes.preview}>
      <Text size="xs" c="dimmed">
        {t("preview")}
      </Text>
      <p lang={language}>
        {segments
          ? segments.map(({ text, touchpointId }, index) => {
              const key = `${index} ${text}`;
              return touchpointId ? <u key={key}>{text}</u> : <span key={key}>{text}</span>;
            })
          : "–"}
      </p>
    </div>
  );
}
