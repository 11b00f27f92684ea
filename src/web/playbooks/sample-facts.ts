import type { Language } from "#api/settings.ts";
import type { TemplateFacts } from "#domain/playbooks/template.ts";

/** An invented contact and rep, so that a template can be read as it will be said. */
export const sampleFacts: Record<Language, TemplateFacts> = {
  en: {
    first_name: "Daniel",
    full_name: "Daniel Okafor",
    rep_name: "Mei Lin",
    seller: "Tallow",
    company: "Northwind Freight",
    job_title: "Head of Operations",
    when: "on Saturday",
    topic: "Docks without queues",
    referrer: "Priya Raman",
    touchpointId: "sample",
  },
  "zh-Hans": {
    first_name: "思远",
    full_name: "陈思远",
    rep_name: "林梅",
    seller: "泰洛",
    company: "华辰科技",
    job_title: "采购总监",
    when: "上周六",
    topic: "不排队的月台",
    referrer: "周岚",
    touchpointId: "sample",
  },
  "zh-Hant": {
    first_name: "佩君",
    full_name: "林佩君",
    rep_name: "陳玫",
    seller: "泰洛",
    company: "禾昇國際",
    job_title: "營運長",
    when: "上週六",
    topic: "不必排隊的碼頭",
    referrer: "周嵐",
    touchpointId: "sample",
  },
};
