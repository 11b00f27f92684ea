import { presetsInEnglish, sharedInEnglish } from "#domain/playbooks/content/en.ts";
import { presetsInSimplified, sharedInSimplified } from "#domain/playbooks/content/zh-hans.ts";
import { presetsInTraditional, sharedInTraditional } from "#domain/playbooks/content/zh-hant.ts";
import type {
  PlaybookContent,
  PlaybookLanguage,
  PlaybookPreset,
  PresetContent,
  SharedContent,
} from "#domain/playbooks/playbook.ts";

const shared: Record<PlaybookLanguage, SharedContent> = {
  en: sharedInEnglish,
  "zh-Hans": sharedInSimplified,
  "zh-Hant": sharedInTraditional,
};
const presets: Record<PlaybookLanguage, PresetContent> = {
  en: presetsInEnglish,
  "zh-Hans": presetsInSimplified,
  "zh-Hant": presetsInTraditional,
};

/** What a workspace of an industry starts from, until a manager edits it. */
export function defaultPlaybook(preset: PlaybookPreset, language: PlaybookLanguage): PlaybookContent {
  const common = shared[language];
  const own = presets[language][preset];
  return {
    ...common,
    ...own,
    openings: { ...common.openings, ...own.openings },
    objections: [...own.objections, ...common.objections],
  };
}
