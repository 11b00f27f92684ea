import type { ContactPoint } from "#api/contacts.ts";
import { maskEmail, maskPhone } from "#domain/phone-mask.ts";

type StoredPoint = Omit<ContactPoint, "masked">;

/** Numbers and addresses as they are shown to somebody who has not asked for them, which would be logged. */
export function maskPoint(point: StoredPoint): ContactPoint {
  switch (point.kind) {
    case "phone":
      return { ...point, value: maskPhone(point.value), extension: null, masked: true };
    case "email":
      return { ...point, value: maskEmail(point.value), masked: true };
    case "postal":
      return { ...point, value: "•••", masked: true };
    case "profile":
      return { ...point, masked: false };
  }
}
