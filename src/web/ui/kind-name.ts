import { useTranslation } from "react-i18next";

/** The name of a kind of touchpoint; a workspace's own kinds are shown by their slug, made readable. */
export function useKindName(): (slug: string) => string {
  const { t } = useTranslation("ui");
  return (slug) => t(`kinds.${slug}`, { defaultValue: slug.replaceAll("_", " ") });
}
