import { Container } from "@mantine/core";
import type { ErrorComponentProps } from "@tanstack/react-router";
import { ProblemAlert } from "#web/ui/problem-alert.tsx";

/** For a screen that could not be shown at all. */
export function RouteFailed({ error, reset }: ErrorComponentProps) {
  return (
    <Container size="xs" py="xl">
      <ProblemAlert error={error} onRetry={reset} />
    </Container>
  );
}
