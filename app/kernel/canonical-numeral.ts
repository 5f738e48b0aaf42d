/** A number by its exact decimal text, so that nothing of it is lost on the way through a double. */
export class Numeral {
  constructor(readonly text: string) {}
}

const parts = /^(-?)(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/** PostgreSQL's numeric holds no numeral beyond this, so that no genuine record does. */
const mostPlaces = 150_000;

/**
 * The one way a number is written: plain decimal digits, no exponent, no sign before 0, no zero that says nothing. Equal
 * values have equal text, in PostgreSQL (`audit_canonical`) as here. What isn't a JSON numeral stays as it is.
 */
export function canonicalNumeral(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = parts.exec(text) ?? [];
  if (whole === "" || Math.abs(Number(exponent)) > mostPlaces) return text;
  const plain = plainDecimal(whole + fraction, whole.length + Number(exponent));
  return plain === "0" ? plain : `${sign}${plain}`;
}

/** Digits with their point after so many of them; less than none: so many zeros stand between. */
function plainDecimal(digits: string, point: number): string {
  const before = point > 0 ? digits.slice(0, point).padEnd(point, "0") : "";
  const after = point > 0 ? digits.slice(point) : "0".repeat(-point) + digits;
  const integer = before.replace(/^0+/, "") || "0";
  const rest = after.replace(/0+$/, "");
  return rest === "" ? integer : `${integer}.${rest}`;
}
