import { z } from "zod";
import { wordsWithin } from "~/kernel/reading/words-within";

/** What bounds objections, so that nobody stops payments by numbers. */
export const objectionLimits = {
  /** sent from one address in an hour, confirmed or not */
  perAddress: 10,
  /** links sent to one e-mail address in a day */
  linksPerDay: 3,
  /** hours a link is good for */
  linkHours: 24,
  /** objections of one person that are open at a time, over all publicities */
  openPerPerson: 5,
  /** objections to one case that wait to be read at a time */
  unreadPerCase: 20,
} as const;

/** Lengths of an objection's words, in characters. */
const lengths = { objector: 100, contact: 100, text: 2000 } as const;
export type ObjectionWords = { objector: string; contact: string; text: string };

/** The words of an objection as they are kept, never cut. @throws Refusal `request.too-long` (422) */
export function objectionWords({ objector, contact, text }: ObjectionWords): ObjectionWords {
  return {
    objector: wordsWithin(objector, lengths.objector),
    contact: wordsWithin(contact, lengths.contact),
    text: wordsWithin(text, lengths.text),
  };
}

/** What is asked of whoever objects besides words: an address that a link is sent to, or the paper an official saw. */
export type ObjectorProof = { email: string } | { identity: string } | null;

/** Everything that an objection lacks, as codes of refusals in the order of the form's fields. */
export function objectionProblems(words: ObjectionWords, proof: ObjectorProof): string[] {
  const { objector, contact, text } = objectionWords(words);
  return [
    ...(objector === "" ? ["redemption.objector-missing"] : []),
    ...(contact === "" ? ["redemption.contact-missing"] : []),
    ...(proof && "email" in proof && !z.email().max(254).safeParse(plainEmail(proof.email)).success
      ? ["redemption.email-wrong"]
      : []),
    ...(proof && "identity" in proof && proof.identity.trim() === "" ? ["redemption.identity-missing"] : []),
    ...(text === "" ? ["redemption.objection-empty"] : []),
  ];
}

/** An e-mail address as it is kept and compared: without blanks, in small letters. */
export function plainEmail(typed: string): string {
  return typed.trim().toLowerCase();
}
