import type { Language } from "~/i18n/translation";
import type { Place } from "../domain/places";

/** Places as options of a select, indented by level. */
export function placeOptions(places: readonly Place[], language: Language): { value: string; label: string }[] {
  return places.map((place) => ({ value: place.code, label: `${"　".repeat(place.depth)}${place[language]}` }));
}
