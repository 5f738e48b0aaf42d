/** `YYYY-MM-DD` in Shanghai. */
export type Day = string;
export type Value = string | number | boolean | readonly string[];
export type Facts = Readonly<Record<string, Value>>;

/** An application as it was handed in; `deed` holds what was said of this application alone, `true` what is so in truth. */
export type HandedIn = {
  kind: "handedIn";
  case: string;
  firm: string;
  item: string;
  /** the calendar year in which it was begun */
  year: number;
  facts: Facts;
  deed: Facts;
  /** false where the firm says what isn't so: an official who does the job finds it */
  honest: boolean;
  /** null when it was taken, else why it was not */
  refused: string | null;
};

/** What people and banks did, in the order in which they did it. Sums are fen, as decimal text, so that a diary is plain JSON. */
export type Deed =
  | HandedIn
  | { kind: "published"; item: unknown }
  | { kind: "ended"; item: string; last: Day }
  | { kind: "corrected"; case: string; facts: Facts; deed: Facts }
  | { kind: "correctionRefused"; case: string; facts: Facts; deed: Facts; refused: string }
  | { kind: "asked"; case: string }
  | { kind: "approved" | "withdrawn" | "rejected" | "lapsed"; case: string }
  | { kind: "objected" | "objectionUpheld"; case: string }
  | { kind: "bankPaid" | "bankReturned" | "bankReversed"; case: string; fen: string }
  | { kind: "deceit"; case: string }
  | { kind: "recovered"; case: string; fen: string }
  | { kind: "holidays"; days: Readonly<Record<Day, boolean>> }
  | { kind: Happening; case?: string; firm?: string };

/** What changes nothing of what is due, and is told for the count. */
export type Happening =
  | "registered"
  | "changed"
  | "reviewed"
  | "disagreed"
  | "fellIll"
  | "left"
  | "rated"
  | "listed"
  | "confirmed"
  | "bankCharged"
  | "policyChanged"
  | "policyReplaced"
  | "applied"
  | "appliedAgain"
  | "appliedRival"
  | "appliedCapped"
  | "appliedAtOnce";

export type Entry = Deed & { day: Day };
export type Diary = readonly Entry[];
