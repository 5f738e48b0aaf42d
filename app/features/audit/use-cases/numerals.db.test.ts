import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { withClient } from "../../../../scripts/lib/database.mjs";
import { demoPress } from "~/features/documents/testing/demo-press";
import { canonicalJson, readExact } from "~/kernel/canonical-json";
import { canonicalVectors } from "~/kernel/testing/canonical-vectors";
import { testProcess, type TestProcess } from "~/platform/testing/test-database";
import { perform } from "~/platform/transact.server";
import { explainMisread } from "./explain-misread.server";
import { verifyLog } from "./verify-log.server";

type Client = { query<Row>(text: string, values?: unknown[]): Promise<{ rows: Row[] }> };
type Verifier = { canonical(value: unknown): string; canonicalNumeral(text: string): string };

const auditor = {
  kind: "user",
  userId: "01900000-0000-7000-8000-00000000000a",
  loginName: "auditor",
  roles: ["auditor"],
  memberships: [],
  departmentId: null,
  address: "192.0.2.7",
} as unknown as Parameters<typeof explainMisread>[0]["actor"];
const otter = "01900000-0000-7000-8000-00000000000b";
const press = demoPress();
let process: TestProcess;
let verifier: Verifier;

beforeEach(async () => {
  process = await testProcess();
  await import("../../../../public/verify-proof.js" as string);
  verifier = (globalThis as unknown as { huiqitong: Verifier }).huiqitong;
});
afterEach(() => process.close());

const owner = <Row>(text: string, values: unknown[] = []) =>
  withClient(process.ownerUrl, async (client: Client) => (await client.query<Row>(text, values)).rows) as Promise<
    Row[]
  >;

/** What the database makes of JSON texts. */
const inDatabase = async (texts: readonly string[]) =>
  (
    await owner<{ text: string }>(
      `SELECT audit_canonical(each.value::jsonb) AS text FROM unnest($1::text[]) WITH ORDINALITY each(value, place) ORDER BY place`,
      [texts],
    )
  ).map(({ text }) => text);

/** An event with JSON as it may come from anywhere. */
const write = (json: string) =>
  owner(
    `INSERT INTO "AuditEvent" (at, "actorRole", action, "subjectType", "subjectId", after) VALUES ($1, 'system:worker', 'user.changed', 'user', $2, $3)`,
    [process.clock.now(), otter, json],
  );
/** Makes the newest event one of the first form, as it would have been written then. */
const makeOld = () =>
  owner(`DO $$ BEGIN
    SET LOCAL session_replication_role = replica;
    UPDATE "AuditEvent" SET form = 1 WHERE seq = (SELECT max(seq) FROM "AuditEvent");
    UPDATE "AuditEvent" e SET hash = audit_sha256(audit_body(e)) WHERE form = 1;
    UPDATE "AuditHead" h SET hash = e.hash FROM "AuditEvent" e WHERE e.stream = h.stream AND e.seq = h.seq;
  END $$`);
const report = () => verifyLog(process.prisma, "/tmp/no-such-roots");

describe("one canonical text", () => {
  it("is the golden one in the database", async () => {
    const texts = canonicalVectors.map(([json]) => json);
    expect(await inDatabase(texts)).toEqual(canonicalVectors.map(([, canonical]) => canonical));
  });

  it("is the same in the database, here and in the offline verifier, whatever is written", async () => {
    const key = fc.string({ unit: "binary" }).filter((text) => !text.includes("\0"));
    const leaf = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }),
      fc.integer(),
      key,
      fc.boolean(),
      fc.constant(null),
    );
    const { tree } = fc.letrec((tie) => ({
      tree: fc.oneof(
        { maxDepth: 3 },
        leaf,
        fc.array(tie("tree"), { maxLength: 4 }),
        fc.dictionary(key, tie("tree"), { maxKeys: 5 }),
      ),
    }));
    await fc.assert(
      fc.asyncProperty(fc.array(tree, { minLength: 30, maxLength: 60 }), async (values) => {
        const here = values.map(canonicalJson);
        expect(await inDatabase(values.map((value) => JSON.stringify(value)))).toEqual(here);
        expect(values.map((value) => verifier.canonical(JSON.parse(JSON.stringify(value))))).toEqual(here);
      }),
      { numRuns: 25 },
    );
  });

  it("is the same for numerals that no double holds", async () => {
    const digits = fc.stringMatching(/^(0|[1-9]\d{0,39})(\.\d{1,40})?([eE][+-]?\d{1,3})?$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.constantFrom("", "-"), digits), { minLength: 50, maxLength: 50 }),
        async (pairs) => {
          const texts = pairs.map((pair) => pair.join(""));
          const here = texts.map((text) => canonicalJson(readExact(text)));
          expect(await inDatabase(texts)).toEqual(here);
          expect(texts.map(verifier.canonicalNumeral)).toEqual(here);
        },
      ),
      { numRuns: 10 },
    );
  });
});

describe("an event with odd numbers", () => {
  const odd = '{"annualRevenue":1e21,"rate":1e-7,"none":-0,"long":9007199254740993.10,"state":1.50}';

  it("has no fault", async () => {
    await write(odd);
    expect(await report()).toMatchObject({ events: 1, faults: [], explained: [] });
    expect(await owner(`SELECT form FROM "AuditEvent"`)).toEqual([{ form: 2 }]);
  });

  it("of the first form has none either, is told as once misread, and a signed note says why", async () => {
    await write(odd);
    await makeOld();
    await write('{"z":1}');
    await makeOld();
    await write(odd);
    const found = await report();
    expect(found).toMatchObject({ events: 3, faults: [], notes: [] });
    expect(found.explained).toMatchObject([{ where: `person:${otter} 1`, note: null }]);
    const sign = (reason: string) =>
      perform(process, auditor, (deps) =>
        explainMisread({ ...deps, actor: auditor }, { reason, events: found.explained, sign: press.signText }),
      );
    await expect(sign("  ")).rejects.toMatchObject({ code: "audit.reason-missing" });
    expect(await sign("旧核验程序误报")).toBe(1);
    const noted = await report();
    expect(noted).toMatchObject({
      faults: [],
      explained: [{ note: 1 }],
      notes: [{ number: 1, reason: "旧核验程序误报" }],
    });
    expect(await process.prisma.auditEvent.count({ where: { action: "audit.explained" } })).toBe(1);
  });

  it("that is forged stays a fault, noted or not, and so does a forged note", async () => {
    await write(odd);
    await makeOld();
    const { explained } = await report();
    await perform(process, auditor, (deps) =>
      explainMisread({ ...deps, actor: auditor }, { reason: "x", events: explained, sign: press.signText }),
    );
    await owner(`DO $$ BEGIN
      SET LOCAL session_replication_role = replica;
      UPDATE "AuditEvent" SET after = jsonb_set(after, '{annualRevenue}', '1000000000000000000001') WHERE form = 1;
      UPDATE "AuditNote" SET reason = 'y';
    END $$`);
    expect((await report()).faults.map(({ kind, where }) => `${kind} ${where}`)).toEqual([
      `content person:${otter} 1`,
      "note note 1",
    ]);
    await expect(process.prisma.auditNote.deleteMany({})).rejects.toThrow("permission denied");
  });
});
