import { at } from "#domain/gate/packs/at.ts";
import { au } from "#domain/gate/packs/au.ts";
import { be } from "#domain/gate/packs/be.ts";
import { br } from "#domain/gate/packs/br.ts";
import { brRj } from "#domain/gate/packs/br-rj.ts";
import { brSp } from "#domain/gate/packs/br-sp.ts";
import { ca } from "#domain/gate/packs/ca.ts";
import { caBc } from "#domain/gate/packs/ca-bc.ts";
import { ch } from "#domain/gate/packs/ch.ts";
import { cn } from "#domain/gate/packs/cn.ts";
import { cz } from "#domain/gate/packs/cz.ts";
import { de } from "#domain/gate/packs/de.ts";
import { dk } from "#domain/gate/packs/dk.ts";
import { es } from "#domain/gate/packs/es.ts";
import { eu } from "#domain/gate/packs/eu.ts";
import { euOther } from "#domain/gate/packs/eu-other.ts";
import { fi } from "#domain/gate/packs/fi.ts";
import { fr } from "#domain/gate/packs/fr.ts";
import { gb } from "#domain/gate/packs/gb.ts";
import { gr } from "#domain/gate/packs/gr.ts";
import { hk } from "#domain/gate/packs/hk.ts";
import { ie } from "#domain/gate/packs/ie.ts";
import { india } from "#domain/gate/packs/in.ts";
import { it } from "#domain/gate/packs/it.ts";
import { jp } from "#domain/gate/packs/jp.ts";
import { nl } from "#domain/gate/packs/nl.ts";
import { no } from "#domain/gate/packs/no.ts";
import { nz } from "#domain/gate/packs/nz.ts";
import { pl } from "#domain/gate/packs/pl.ts";
import { policy } from "#domain/gate/packs/policy.ts";
import { pt } from "#domain/gate/packs/pt.ts";
import type { Pack } from "#domain/gate/packs/row.ts";
import { se } from "#domain/gate/packs/se.ts";
import { sg } from "#domain/gate/packs/sg.ts";
import { tw } from "#domain/gate/packs/tw.ts";
import { us } from "#domain/gate/packs/us.ts";
import { usAl } from "#domain/gate/packs/us-al.ts";
import { usAr } from "#domain/gate/packs/us-ar.ts";
import { usAs } from "#domain/gate/packs/us-as.ts";
import { usAz } from "#domain/gate/packs/us-az.ts";
import { usCa } from "#domain/gate/packs/us-ca.ts";
import { usCo } from "#domain/gate/packs/us-co.ts";
import { usCt } from "#domain/gate/packs/us-ct.ts";
import { usDe } from "#domain/gate/packs/us-de.ts";
import { usFl } from "#domain/gate/packs/us-fl.ts";
import { usGa } from "#domain/gate/packs/us-ga.ts";
import { usGu } from "#domain/gate/packs/us-gu.ts";
import { usHi } from "#domain/gate/packs/us-hi.ts";
import { usIl } from "#domain/gate/packs/us-il.ts";
import { usIn } from "#domain/gate/packs/us-in.ts";
import { usKy } from "#domain/gate/packs/us-ky.ts";
import { usLa } from "#domain/gate/packs/us-la.ts";
import { usMa } from "#domain/gate/packs/us-ma.ts";
import { usMd } from "#domain/gate/packs/us-md.ts";
import { usMe } from "#domain/gate/packs/us-me.ts";
import { usMi } from "#domain/gate/packs/us-mi.ts";
import { usMn } from "#domain/gate/packs/us-mn.ts";
import { usMo } from "#domain/gate/packs/us-mo.ts";
import { usMp } from "#domain/gate/packs/us-mp.ts";
import { usMs } from "#domain/gate/packs/us-ms.ts";
import { usMt } from "#domain/gate/packs/us-mt.ts";
import { usNe } from "#domain/gate/packs/us-ne.ts";
import { usNh } from "#domain/gate/packs/us-nh.ts";
import { usNj } from "#domain/gate/packs/us-nj.ts";
import { usNm } from "#domain/gate/packs/us-nm.ts";
import { usNv } from "#domain/gate/packs/us-nv.ts";
import { usNy } from "#domain/gate/packs/us-ny.ts";
import { usOk } from "#domain/gate/packs/us-ok.ts";
import { usOr } from "#domain/gate/packs/us-or.ts";
import { usPa } from "#domain/gate/packs/us-pa.ts";
import { usPr } from "#domain/gate/packs/us-pr.ts";
import { usRi } from "#domain/gate/packs/us-ri.ts";
import { usSd } from "#domain/gate/packs/us-sd.ts";
import { usTn } from "#domain/gate/packs/us-tn.ts";
import { usTx } from "#domain/gate/packs/us-tx.ts";
import { usUt } from "#domain/gate/packs/us-ut.ts";
import { usVa } from "#domain/gate/packs/us-va.ts";
import { usVi } from "#domain/gate/packs/us-vi.ts";
import { usWa } from "#domain/gate/packs/us-wa.ts";
import { usWy } from "#domain/gate/packs/us-wy.ts";

/** Every pack of the product: laws first, our own rules last. */
export const allPacks: readonly Pack[] = [
  at,
  au,
  be,
  brRj,
  brSp,
  br,
  caBc,
  ca,
  ch,
  cn,
  cz,
  de,
  dk,
  es,
  euOther,
  eu,
  fi,
  fr,
  gb,
  gr,
  hk,
  ie,
  india,
  it,
  jp,
  nl,
  no,
  nz,
  pl,
  pt,
  se,
  sg,
  tw,
  usAl,
  usAr,
  usAs,
  usAz,
  usCa,
  usCo,
  usCt,
  usDe,
  usFl,
  usGa,
  usGu,
  usHi,
  usIl,
  usIn,
  usKy,
  usLa,
  usMa,
  usMd,
  usMe,
  usMi,
  usMn,
  usMo,
  usMp,
  usMs,
  usMt,
  usNe,
  usNh,
  usNj,
  usNm,
  usNv,
  usNy,
  usOk,
  usOr,
  usPa,
  usPr,
  usRi,
  usSd,
  usTn,
  usTx,
  usUt,
  usVa,
  usVi,
  usWa,
  usWy,
  us,
  policy,
];
