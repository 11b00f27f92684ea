import { Button, Progress, Text, Title } from "@mantine/core";
import { Link } from "@tanstack/react-router";
import { useTranslation } from "react-i18next";
import type { Import } from "#api/imports.ts";
import { useFormatName } from "#web/imports/format-name.ts";
import classes from "#web/imports/imports.module.css";
import { useCountsLine } from "#web/imports/use-counts-line.ts";
import type { useImports } from "#web/imports/use-imports.ts";
import { LocalTime } from "#web/ui/local-time.tsx";

/** Earlier imports: what each was, what became of it, when and by whom. */
export function ImportsList({ list }: { list: ReturnType<typeof useImports> }) {
  const { t } = useTranslation("imports");
  return (
    <section aria-labelledby="earlier-imports">
      <Title order={2} id="earlier-imports" mt="lg" mb="xs">
        {t("list.title")}
      </Title>
      <ul className={classes.list}>
        {list.imports.map((each) => (
          <li key={each.id}>
            <ImportCard of={each} />
          </li>
        ))}
      </ul>
      {list.hasNextPage && (
        <Button variant="default" loading={list.isFetchingNextPage} onClick={() => void list.fetchNextPage()}>
          {t("more")}
        </Button>
      )}
    </section>
  );
}

function ImportCard({ of }: { of: Import }) {
  const { t } = useTranslation("imports");
  const formatName = useFormatName();
  const countsLine = useCountsLine();
  const { id, fileName, format, state, bytesDone, bytesTotal, createdAt, createdBy, counts } = of;
  return (
    <Link to="/import/$importId" params={{ importId: id }} search={{}} className={classes.row}>
      <div className={classes.grow}>
        <Text fw={600} className={classes.name ?? ""}>
          {fileName}
        </Text>
        <Text size="sm" c="dimmed">
          {[formatName(format), counts.rows > 0 && countsLine(counts)].filter(Boolean).join(" · ")}
        </Text>
        {state === "running" && (
          <Progress
            mt={6}
            size="sm"
            value={bytesTotal > 0 ? (100 * bytesDone) / bytesTotal : 0}
            aria-label={t("progress.share")}
          />
        )}
      </div>
      <div className={classes.aside}>
        <Text size="sm" fw={state === "waiting" || state === "failed" ? 600 : 400}>
          {t(`state.${state}`)}
        </Text>
        <Text size="sm" c="dimmed">
          <LocalTime at={createdAt} /> · {createdBy.name}
        </Text>
      </div>
    </Link>
  );
}
