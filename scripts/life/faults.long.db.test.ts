import { mkdtempSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import type { standingOf as StandingOf } from "~/features/claims/domain/claims";
import type { outcomeOf as OutcomeOf } from "~/features/treasury/domain/bank/bank-answer";
import type { meaningOf as MeaningOf } from "~/features/treasury/domain/bank/entry-meaning";
import type { treasuryRows as TreasuryRows } from "~/features/treasury/domain/payment-batch";
import type {
  isOffered as IsOffered,
  endedOn as EndedOn,
  closedOn as ClosedOn,
} from "~/features/policies/domain/offer";
import type { openTasks as OpenTasks } from "~/features/redemption/domain/tasks";
import { readEnv } from "~/platform/env.server";
import { emptyDatabase } from "~/platform/testing/test-database";
import { withClient } from "../lib/database.mjs";
import { runLife } from "./run";
import type { Told } from "./told";

/** Two of a firm that were sent at one instant both pass, and what is had once a year is had as often as asked for. */
vi.mock("~/features/claims/domain/claims", async (original) => {
  const real = await original<{ standingOf: typeof StandingOf }>();
  const standingOf: typeof real.standingOf = (claim, history) => {
    if (claim.item.id === "life-year") return real.standingOf(claim, []);
    const isRival = claim.item.exclusiveGroup === "life-rival";
    return real.standingOf(claim, isRival ? history.filter(({ itemId }) => itemId === claim.item.id) : history);
  };
  return { ...real, standingOf };
});

/** The window of an item is not looked at. */
vi.mock("~/features/policies/domain/offer", async (original) => {
  const real = await original<{ isOffered: typeof IsOffered; endedOn: typeof EndedOn; closedOn: typeof ClosedOn }>();
  const isMonthly = ({ id }: { id?: string }) => id?.startsWith("life-month") ?? false;
  const isOffered: typeof real.isOffered = (item, day) =>
    isMonthly(item as { id?: string }) || real.isOffered(item, day);
  const endedOn: typeof real.endedOn = (item, day) =>
    isMonthly(item as { id?: string }) ? null : real.endedOn(item, day);
  const closedOn: typeof real.closedOn = (item, ...asked) =>
    isMonthly(item as { id?: string }) ? null : real.closedOn(item, ...asked);
  return { ...real, isOffered, endedOn, closedOn };
});

/** A disagreement is nobody's work: it is a veto for ever. */
vi.mock("~/features/redemption/domain/tasks", async (original) => {
  const real = await original<{ openTasks: typeof OpenTasks }>();
  const openTasks: typeof real.openTasks = (...asked) =>
    real.openTasks(...asked).filter(({ stage }) => stage !== "conferral" && stage !== "headDecision");
  return { ...real, openTasks };
});

/** A reversal is read as a payment that was made. */
vi.mock("~/features/treasury/domain/bank/entry-meaning", async (original) => {
  const real = await original<{ meaningOf: typeof MeaningOf }>();
  const meaningOf: typeof real.meaningOf = (signs) => (signs.isReversal ? { status: "paid" } : real.meaningOf(signs));
  return { ...real, meaningOf };
});

/** A charge that names a payment is read as that payment. */
vi.mock("~/features/treasury/domain/bank/bank-answer", async (original) => {
  const real = await original<{ outcomeOf: typeof OutcomeOf }>();
  const outcomeOf: typeof real.outcomeOf = (line, asked) =>
    line.status === "charge" && asked?.status === "batched" ? "paid" : real.outcomeOf(line, asked);
  return { ...real, outcomeOf };
});

/** A row is missing in the treasury's form. */
vi.mock("~/features/treasury/domain/payment-batch", async (original) => {
  const real = await original<{ treasuryRows: typeof TreasuryRows }>();
  const treasuryRows: typeof real.treasuryRows = (payments) =>
    real.treasuryRows(payments.filter(({ item }) => item !== "示范厂房改造补助"));
  return { ...real, treasuryRows };
});

/** What goes wrong where only the owner of the database gets at it. */
const planted = `
  -- the account that was shown is not stored
  CREATE FUNCTION spoil_account() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF EXISTS (SELECT 1 FROM "Application" WHERE id = NEW."applicationId" AND "itemId" IN ('life-first', 'life-top-a', 'life-top-b'))
    THEN NEW."bankAccountId" := NULL; NEW."needsAccount" := true; END IF; RETURN NEW; END $$;
  CREATE TRIGGER spoil_account BEFORE INSERT ON "Payment" FOR EACH ROW EXECUTE FUNCTION spoil_account();
  -- less is approved than the rule gives, and nobody says why
  CREATE FUNCTION spoil_sum() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW."itemId" = 'life-cap-b' AND NEW."approvedFen" IS NOT NULL AND OLD."approvedFen" IS NULL
    THEN NEW."approvedFen" := NEW."approvedFen" - 100; END IF; RETURN NEW; END $$;
  CREATE TRIGGER spoil_sum BEFORE UPDATE ON "Application" FOR EACH ROW EXECUTE FUNCTION spoil_sum();
  -- what was handed in first is lost with the correction
  ALTER TABLE "CaseSubmission" DISABLE TRIGGER "CaseSubmission_append_only";
  CREATE FUNCTION spoil_first() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF NEW.seq > 1 THEN DELETE FROM "CaseSubmission" WHERE "applicationId" = NEW."applicationId" AND seq < NEW.seq; END IF;
    RETURN NEW; END $$;
  CREATE TRIGGER spoil_first BEFORE INSERT ON "CaseSubmission" FOR EACH ROW EXECUTE FUNCTION spoil_first();
  -- a term that can't be carried out is put off, and nobody is told
  CREATE FUNCTION spoil_term() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.event = 'PUBLICITY_ENDED' AND EXISTS (SELECT 1 FROM "Application" WHERE id = NEW."applicationId" AND "itemId" = 'life-cap-a')
    THEN RAISE EXCEPTION 'planted'; END IF; RETURN NEW; END $$;
  CREATE TRIGGER spoil_term BEFORE INSERT ON "Transition" FOR EACH ROW EXECUTE FUNCTION spoil_term();
  CREATE FUNCTION spoil_trouble() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.kind = 'deadline' THEN RETURN NULL; END IF; RETURN NEW; END $$;
  CREATE TRIGGER spoil_trouble BEFORE INSERT ON "Trouble" FOR EACH ROW EXECUTE FUNCTION spoil_trouble();
  -- notices lead where their reader may not go
  CREATE FUNCTION spoil_notice() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
    IF NEW.href LIKE '/firm/applications/%' THEN NEW.href := '/finance/orders'; END IF; RETURN NEW; END $$;
  CREATE TRIGGER spoil_notice BEFORE INSERT ON "Notice" FOR EACH ROW EXECUTE FUNCTION spoil_notice();
`;

let database: Awaited<ReturnType<typeof emptyDatabase>>;
let told: Told;
const folder = mkdtempSync(path.join(os.tmpdir(), "huiqitong-faults-"));

beforeAll(async () => {
  database = await emptyDatabase();
  await withClient(database.ownerUrl, (client: { query(text: string): Promise<unknown> }) => client.query(planted));
  const env = readEnv({
    NODE_ENV: "test",
    DATABASE_URL: database.url,
    DATA_KEY: Buffer.alloc(32, 7).toString("base64"),
    SIGNING_KEY: "AA==",
    SIGNING_PASSWORD: "",
    STORAGE_DIR: path.join(folder, "files"),
    MAIL_SINK_DIR: path.join(folder, "mail"),
    AUDIT_ROOT_DIR: path.join(folder, "roots"),
  });
  told = await runLife(env, { firms: 20, years: 1, begins: "2027-01-04", seed: 3 }, ({ odds }) =>
    Object.assign(odds, {
      correct: 0.3,
      disagree: 0.9,
      withdraw: 0,
      form: 0.8,
      comeBack: 0.04,
      atOnce: 0.3,
      refuse: 0.2,
    }),
  );
}, 1_200_000);
afterAll(async () => {
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const itemsOf = (found: readonly { item: string }[]) => new Set(found.map(({ item }) => item));

describe("a fault that is planted in the product is found", () => {
  it("the account that was shown is not stored", () => {
    expect([...itemsOf(told.wronglyRefused)].some((item) => /^life-(first|top)/.test(item))).toBe(true);
  });

  it("what is had once a year is paid twice", () => {
    expect(itemsOf(told.wronglyPaid)).toContain("life-year");
  });

  it("two at one instant both pass", () => {
    expect([...itemsOf(told.wronglyPaid)].some((item) => item.startsWith("life-rival"))).toBe(true);
  });

  it("a term is ignored", () => {
    expect(told.wronglyPaid.filter(({ what }) => what.includes("not in its term"))).not.toEqual([]);
  });

  it("what was handed in first is lost", () => {
    expect(told.replayMismatches.filter(({ what }) => what.includes("is lost"))).not.toEqual([]);
  });

  it("a sum differs from the rule's without a reason", () => {
    expect(itemsOf(told.wronglyRefused)).toContain("life-cap-b");
  });

  it("an office vetoes for ever", () => {
    const disagreed = new Set(told.diary.flatMap((deed) => (deed.kind === "disagreed" ? [deed.case] : [])));
    expect(told.wronglyRefused.filter((found) => disagreed.has(found.case))).not.toEqual([]);
  });

  it("a term is put off and nobody is told", () => {
    expect(told.stuck.filter(({ what }) => what.includes("nobody was told"))).not.toEqual([]);
  });

  it("a notice leads where its reader may not go", () => {
    expect(told.deadLinks.filter(({ subject }) => subject === "/finance/orders")).not.toEqual([]);
  });

  it("a reversal is read as a payment", () => {
    const reversed = new Set(told.diary.flatMap((deed) => (deed.kind === "bankReversed" ? [deed.case] : [])));
    const standing = told.wronglyPaid.filter(({ what }) => what.includes("no bank has paid it"));
    expect(standing.filter((found) => reversed.has(found.case))).not.toEqual([]);
  });

  it("a charge is read as a payment", () => {
    const reversed = new Set(told.diary.flatMap((deed) => (deed.kind === "bankReversed" ? [deed.case] : [])));
    const standing = told.wronglyPaid.filter(({ what }) => what.includes("no bank has paid it"));
    expect(standing.filter((found) => !reversed.has(found.case))).not.toEqual([]);
  });

  it("a row is missing in the treasury's form", () => {
    expect(itemsOf(told.wronglyRefused)).toContain("life-works-a");
  });
});
