/** End-to-end reference of a payment: its id without dashes, since ISO 20022 leaves 35 characters. */
export function referenceOf(paymentId: string): string {
  return paymentId.replaceAll("-", "");
}

/** A reference as we write it: banks add blanks and dashes, and write it in capitals. */
export function tidyReference(reference: string): string {
  return reference.normalize("NFKC").replace(/[\s-]/g, "").toLowerCase();
}

/** The id a reference names, or null where it names none. */
export function paymentIdOf(reference: string): string | null {
  const found = /^([0-9a-f]{8})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{4})([0-9a-f]{12})$/.exec(tidyReference(reference));
  return found ? found.slice(1).join("-") : null;
}
