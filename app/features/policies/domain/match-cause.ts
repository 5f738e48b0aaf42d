/** Why a match was looked at again. */
export type MatchCause = {
  kind: "profile" | "delivery" | "publication" | "nightly" | "registration";
  ref: string | null;
};
