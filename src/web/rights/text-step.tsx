import { Button, Group, Textarea } from "@mantine/core";
import { useState } from "react";
import type { z } from "zod";
import type { Endpoint } from "#api/endpoint.ts";
import type { PersonRequestWithHistory } from "#api/person-requests.ts";
import { useStep } from "#web/rights/use-requests.ts";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

type Props<Input extends z.ZodType> = {
  label: string;
  button: string;
  step: Endpoint<Input, typeof PersonRequestWithHistory>;
  input: (text: string) => z.input<Input>;
};

/** A step that wants a few words. */
export function TextStep<Input extends z.ZodType>({ label, button, step, input }: Props<Input>) {
  const [text, setText] = useState("");
  const move = useStep(step);
  return (
    <div>
      <Textarea
        label={label}
        autosize
        minRows={2}
        value={text}
        onChange={({ currentTarget }) => setText(currentTarget.value)}
      />
      <Group mt={6}>
        <Button
          variant="default"
          disabled={text.trim().length < lettersMin}
          loading={move.isPending}
          onClick={() => move.mutate(input(text))}
        >
          {button}
        </Button>
      </Group>
      {move.error && <ProblemAlert error={move.error} />}
    </div>
  );
}

const lettersMin = 3;
