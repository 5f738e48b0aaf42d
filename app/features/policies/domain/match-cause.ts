/** Why a match was looked at again. */
export type MatchCause = { kind: "profile" | "publication" | "nightly" | "registration"; ref: string | null };
