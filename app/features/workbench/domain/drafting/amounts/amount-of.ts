import type { Amount } from "~/features/policies/domain/amount-schema";
import { mask, type Masked } from "../mask";
import { merge } from "../word-pairs";
import { effectOf, termsOf } from "./amount-terms";
import { brackets } from "./brackets";
import { perUnits } from "./per-units";
import { percents } from "./percents";
import { reliefs, sums } from "./plain";
import type { FoundAmount, Place, Shape, Shaped } from "./shape";
import { steps } from "./steps";
import { tiers, tiersOneByOne } from "./tiers";

/** From the particular to the general; the first that fits is the amount. */
const shapes: readonly Shape[] = [tiers, tiersOneByOne, steps, brackets, percents, perUnits, reliefs, sums];

/** The amount that a sentence states; null where it states none. */
export function amountOf(place: Place): FoundAmount | null {
  const masked = mask(place.text, place.sentence, place.figures);
  for (const shape of shapes) {
    const found = shape(masked, place);
    if (found) return complete(found, masked);
  }
  return null;
}

function complete(found: Shaped, masked: Masked): FoundAmount {
  const { terms, spans } = termsOf(masked);
  const common = {
    upTo: false,
    atLeast: false,
    effect: effectOf(masked.text),
    instalments: null,
    rangeYuan: null,
    sharedCap: null,
    ...terms,
  };
  return { ...found, amount: { ...common, ...found.amount } as Amount, spans: merge([...found.spans, ...spans]) };
}
