import type { Fact, Lift, Mode, Pack } from "#domain/gate/packs/row.ts";

const allPhone: readonly Mode[] = ["call", "auto", "pre", "ai", "vm", "rvm", "sms", "dm"];
/** For numbers of São Paulo, area codes 11 to 19, the country's pack says the same, wherever the person is. */
const numberFromElsewhere: Fact = {
  not: { numberIn: ["+5511", "+5512", "+5513", "+5514", "+5515", "+5516", "+5517", "+5518", "+5519"] },
};
const writtenPermission: Lift = {
  says: "The consumer permitted this firm in writing.",
  if: { consent: { forms: ["written"], anyTechnology: true } },
};

export const brSp: Pack = {
  name: "br-sp",
  title: "São Paulo",
  version: "2026.11",
  countries: ["BR"],
  region: "SP",
  rows: [
    {
      id: "BR-SP-01",
      says: "The person in São Paulo is on Procon's Não Me Ligue; this binds callers from any state.",
      citation: "Lei estadual (SP) 13.226/2008; Decreto 53.921/2008",
      confidence: "V1",
      source: "BR2",
      modes: ["call", "auto", "pre", "ai", "vm", "rvm"],
      audience: ["consumer"],
      when: numberFromElsewhere,
      unless: [writtenPermission],
      rule: { kind: "list", lists: ["br-sp"] },
    },
    {
      id: "BR-SP-01",
      says: "The person in São Paulo is on Procon's Não Me Ligue, which closes texts and WhatsApp as well.",
      citation: "Lei estadual (SP) 13.226/2008; Lei 17.334/2021",
      confidence: "V2",
      source: "BR3",
      modes: ["sms", "dm"],
      audience: ["consumer"],
      from: "2021-01-01",
      when: numberFromElsewhere,
      unless: [writtenPermission],
      rule: { kind: "list", lists: ["br-sp"] },
    },
    {
      id: "BR-SP-01",
      says: "The person in São Paulo is on Procon's Não Me Ligue, which closes the collection of debts as well.",
      citation: "Decreto estadual (SP) 67.852/2023",
      confidence: "V2",
      source: "BR3",
      modes: allPhone,
      audience: ["consumer"],
      purposes: ["debt"],
      from: "2023-07-28",
      when: numberFromElsewhere,
      unless: [writtenPermission],
      rule: { kind: "list", lists: ["br-sp"] },
    },
    {
      id: "BR-SP-01",
      says: "Não Me Ligue must have been checked within 31 days before a campaign in São Paulo.",
      citation: "Lei estadual (SP) 13.226/2008; Decreto 53.921/2008",
      confidence: "V1",
      source: "BR2; the age of the copy is our own",
      modes: allPhone,
      audience: ["consumer"],
      when: numberFromElsewhere,
      unless: [writtenPermission],
      rule: { kind: "fresh", lists: ["br-sp"], days: 31 },
    },
    {
      id: "BR-SP-01",
      says: "Não Me Ligue must have been checked within 31 days before debts are collected in São Paulo.",
      citation: "Decreto estadual (SP) 67.852/2023",
      confidence: "V2",
      source: "BR3; the age of the copy is our own",
      modes: allPhone,
      audience: ["consumer"],
      purposes: ["debt"],
      from: "2023-07-28",
      when: numberFromElsewhere,
      unless: [writtenPermission],
      rule: { kind: "fresh", lists: ["br-sp"], days: 31 },
    },
  ],
};
