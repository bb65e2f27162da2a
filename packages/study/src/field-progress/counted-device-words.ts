import type { LocalizedText } from "../localized-text.ts";
import type { CountedDevice } from "./visit-figures.ts";

/** What the devices are called. */
export const countedDeviceWords: Record<CountedDevice, LocalizedText> = {
  phone: { de: "Telefon", en: "Phone" },
  tablet: { de: "Tablet", en: "Tablet" },
  "phone-or-tablet": { de: "Telefon oder Tablet", en: "Phone or tablet" },
  computer: { de: "Computer", en: "Computer" },
};
