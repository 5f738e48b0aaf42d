import { itemsOf, type Item, type Rules } from "./catalogue";
import { leftOf, type Claim } from "./claims";
import { daysAfter, isOpen } from "./days";
import type { Day, Diary, Entry, Facts, HandedIn } from "./diary";
import { withPublished } from "./published";
import { sumOf } from "./sum";
import { judge as verdictOf } from "./verdict";

/**
 * What a case is rightfully due, and what became of it. `fen` is what it takes from the firm's other claims; `inTime` whether it
 * was first handed in within the term; `on` the day it was last handed in, with `facts`; `settled` the day of its last event.
 */
type Case = Claim & {
  firm: string;
  inTime: boolean;
  facts: Facts;
  on: Day;
  decided: boolean;
  honest: boolean;
  due: bigint;
  why: string;
  paid: bigint;
  recovered: bigint;
  deceived: boolean;
  /** whether the firm has said all it was asked */ answered: boolean;
  settled: Day;
};
type Due = { due: bigint; whole: bigint; why: string };

export type Finding = { case: string; firm: string; item: string; day: Day; what: string };
export type Judgement = { wronglyPaid: Finding[]; wronglyRefused: Finding[] };

/** Days within which a case of people who do their job is at its end: 60 working days of a promise, publicity and a bank's answers. */
const enough = 150;

/**
 * Tells from the rules and the diary what was rightfully due, and holds it against what the banks moved.
 * @param until the last day of the diary; a case that was still young then is not judged as unpaid
 */
export function judgeDiary(rules: Rules, diary: Diary, until: Day): Judgement {
  const court = new Court(rules);
  for (const entry of diary) court.hear(entry);
  return court.close(until);
}

class Court {
  private readonly items: Map<string, Item>;
  private readonly cases = new Map<string, Case>();
  private readonly found: Judgement = { wronglyPaid: [], wronglyRefused: [] };

  constructor(private readonly rules: Rules) {
    this.items = new Map(rules.items);
  }

  hear(entry: Entry): void {
    if (entry.kind === "published")
      for (const item of itemsOf(entry.item as Parameters<typeof itemsOf>[0])) this.items.set(item.id, item);
    if (entry.kind === "ended") this.endItem(entry.item, entry.last);
    if (entry.kind === "handedIn") return this.handedIn(entry);
    const known = "case" in entry && entry.case ? this.cases.get(entry.case) : undefined;
    if (known) this.hearOf(known, entry);
  }

  private endItem(id: string, last: Day): void {
    const item = this.items.get(id);
    if (item) this.items.set(id, { ...item, validTo: last });
  }

  private handedIn({
    case: id,
    firm,
    item: name,
    year,
    facts,
    deed,
    honest,
    refused,
    day,
  }: HandedIn & { day: Day }): void {
    const item = this.items.get(name);
    if (!item) throw new Error(`the diary names ${name}, which no file and no publication has`);
    const outside = whyOutside(item, day);
    const wanted = { case: id, firm, item, year, deed };
    const { due, whole, why } = outside ? { due: 0n, whole: 0n, why: outside } : this.dueOf(wanted, facts, day);
    if (refused !== null) {
      if (due > 0n && honest)
        this.refused({ ...wanted, settled: day }, `${due} fen were due, the answer was ${refused}`);
      return;
    }
    this.cases.set(id, {
      ...wanted,
      inTime: outside === null,
      facts,
      on: day,
      decided: false,
      honest,
      counts: true,
      fen: due,
      whole,
      due: honest ? due : 0n,
      why: honest ? why : "what the firm says isn't so",
      paid: 0n,
      recovered: 0n,
      deceived: false,
      answered: true,
      settled: day,
    });
  }

  /** What is rightfully due on these facts beside the firm's other claims, and why not more; the term isn't looked at. */
  private dueOf(
    { case: own, firm, item, year, deed }: Wanted,
    facts: Facts,
    day: Day,
    counts: (each: Case) => boolean = () => true,
  ): Due {
    if (verdictOf(item.conditions, facts, day) !== "yes") return { due: 0n, whole: 0n, why: "a condition is not met" };
    const sum = sumOf(item, withPublished(facts, this.rules.published, day));
    if (sum === null) return { due: 0n, whole: 0n, why: "nothing to compute it from" };
    const others = [...this.cases.values()].filter((each) => each.firm === firm && each.case !== own && counts(each));
    const due = leftOf(this.rules, { item, year, deed }, sum, others);
    return { due, whole: sum, why: due === sum ? "" : "other claims of the firm" };
  }

  private hearOf(known: Case, entry: Entry): void {
    known.settled = entry.day;
    switch (entry.kind) {
      case "asked":
        known.answered = false;
        return;
      case "confirmed":
        known.answered = true;
        return;
      case "corrected":
        return this.corrected(known, entry.facts, entry.deed, entry.day);
      case "correctionRefused":
        return this.correctionRefused(known, entry);
      case "approved":
        return this.approved(known);
      case "withdrawn":
      case "rejected":
      case "lapsed":
        if (entry.kind === "rejected" || (entry.kind === "lapsed" && known.answered)) this.ended(known, entry.kind);
        Object.assign(known, { counts: false, due: 0n, why: entry.kind });
        return;
      case "objectionUpheld":
      case "deceit":
        Object.assign(known, { deceived: true, due: 0n, why: entry.kind });
        return;
      case "bankPaid":
        known.paid += BigInt(entry.fen);
        return this.checkPaid(known);
      case "bankReturned":
      case "bankReversed":
        known.paid -= BigInt(entry.fen);
        return;
      case "recovered":
        known.recovered += BigInt(entry.fen);
        known.fen = known.paid - known.recovered;
        known.counts = known.fen > 0n;
    }
  }

  /** What was asked in time may be answered after the end of the term; a case keeps its place among those under way. */
  private corrected(known: Case, facts: Facts, deed: Facts, day: Day): void {
    const { due, whole, why } = this.dueOf({ ...known, deed }, facts, day, this.isBefore(known));
    Object.assign(known, { deed, facts, on: day, fen: due, whole, answered: true });
    if (known.inTime && known.honest) Object.assign(known, { due, why });
  }

  /** An answer may be refused where it leaves nothing that is due. */
  private correctionRefused(known: Case, { facts, deed, day, refused }: Unheard): void {
    const { due } = this.dueOf({ ...known, deed }, facts, day, this.isBefore(known));
    if (due > 0n && known.inTime && known.honest)
      this.refused(known, `${due} fen were due on the answer, which was refused: ${refused}`);
  }

  /** An end that the firm didn't bring about by itself. */
  private ended(known: Case, how: string): void {
    if (known.due > 0n) this.refused(known, `${how}, though ${known.due} fen were due`);
  }

  /** A sum is approved as it is then, beside what was decided for the firm before and what it asked for earlier. */
  private approved(known: Case): void {
    const { due, whole, why } = this.dueOf(known, known.facts, known.on, this.isBefore(known));
    Object.assign(known, { decided: true, fen: due, whole });
    if (known.inTime && known.honest) Object.assign(known, { due, why });
  }

  /** Whether another claim of the firm goes before a case: it is decided, or was asked for earlier while neither is. */
  private isBefore(known: Case): (each: Case) => boolean {
    const places = [...this.cases.keys()];
    const isEarlier = (each: Case) => places.indexOf(each.case) < places.indexOf(known.case);
    return (each) => each.decided || (!known.decided && isEarlier(each));
  }

  private checkPaid(known: Case): void {
    if (known.paid - known.recovered <= known.due) return;
    this.paid(known, `${known.paid} fen paid, ${known.due} due${known.why ? ` (${known.why})` : ""}`);
  }

  private paid(known: Told, what: string): void {
    this.found.wronglyPaid.push(finding(known, what));
  }

  private refused(known: Told, what: string): void {
    this.found.wronglyRefused.push(finding(known, what));
  }

  close(until: Day): Judgement {
    for (const known of this.cases.values()) {
      if (daysAfter(known.settled, enough) > until) continue;
      const net = known.paid - known.recovered;
      if (net < known.due) this.refused(known, `${net} of ${known.due} fen came to the firm`);
      if (known.deceived && net > 0n) this.paid(known, `${net} fen were never recovered`);
    }
    return this.found;
  }
}

type Wanted = Pick<Case, "case" | "firm" | "item" | "year" | "deed">;
type Unheard = Extract<Entry, { kind: "correctionRefused" }>;
type Told = Pick<Case, "case" | "firm" | "item" | "settled">;

function finding({ case: id, firm, item, settled: day }: Told, what: string): Finding {
  return { case: id, firm, item: item.id, day, what };
}

/** Why an item can't be applied for on a day; null when it can. */
function whyOutside({ validFrom, validTo, window }: Item, day: Day): string | null {
  if ((validFrom ?? day) > day || day > (validTo ?? day)) return "not in its term";
  return isOpen(window, day) ? null : "its window is closed";
}
