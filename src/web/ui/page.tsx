import { Box } from "@mantine/core";
import type { ReactNode } from "react";

type Props = { children: ReactNode /** In pixels; a table wants more than a form. */; maxWidth?: number };

/** The column in which an ordinary screen stands. */
export function Page({ children, maxWidth = 1100 }: Props) {
  return (
    <Box px={{ base: "sm", sm: "lg" }} py="md" maw={maxWidth}>
      {children}
    </Box>
  );
}
