import type { useLoaderData } from "@remix-run/react";
import { Link } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { ProvisionalMark, TermDay } from "~/features/calendar/ui/term-day";
import { RefusalGround } from "~/features/applications/ui/refusal-ground";
import { useReturnWords } from "~/features/funds/ui/return-reason";
import { WorkflowDiagram } from "~/features/redemption/ui/workflow-diagram";
import { CaseTimeline } from "~/features/applications/ui/case-timeline";
import { ApplyAgain } from "~/features/applications/ui/withdraw-section";
import { formatYuan } from "~/kernel/money";
import { Alert } from "~/ui/alert";
import type { ShownPart } from "~/features/redemption/use-cases/read-instalments.server";
import { Money } from "~/ui/money";
import { StatTile, StatTiles } from "~/ui/stat-tile";
import type { loader } from "./route";

type Track = ReturnType<typeof useLoaderData<typeof loader>>["track"];

/** What the case waits for that is nobody's work. */
export function Pending({ track }: { track: Track }) {
  const { t } = useWords("applications");
  const [publicity] = track.publicities;
  return (
    <>
      {publicity && !publicity.endedAt && (
        <Alert tone="info">
          {t("track.publicity", { from: publicity.startsOn, to: publicity.endsOn })}
          <ProvisionalMark day={publicity.endsOn} />
        </Alert>
      )}
      {track.disputed && (
        <Alert tone="warn" title={t("event.OBJECTION_RAISED")}>
          <p>{t("track.disputed")}</p>
        </Alert>
      )}
      {track.unfunded && (
        <Alert tone="warn" title={t("track.unfunded")}>
          <p>{t("track.unfundedText", { sum: formatYuan(track.approvedFen ?? 0n) })}</p>
        </Alert>
      )}
    </>
  );
}

/** How it ended, or what stands in the way. */
export function Outcome({ track, mayWrite }: { track: Track; mayWrite: boolean }) {
  const { t } = useWords("applications");
  const [payment] = track.payments;
  return (
    <>
      {payment?.status === "returned" && (
        <Returned
          id={track.id}
          reason={payment.returnedReason}
          code={payment.returnedCode}
          asks={payment.needsAccount && mayWrite}
        />
      )}
      {payment?.status === "pending" && payment.needsAccount && <AccountMissing id={track.id} mayWrite={mayWrite} />}
      {track.rejectionReason && (
        <RefusalGround reason={track.rejectionReason} itemId={track.itemId} refusal={track.refusal} />
      )}
      {track.state === "withdrawn" && track.isListed && <Alert tone="info">{t("benefit.declined")}</Alert>}
      {track.state === "withdrawn" && !track.isListed && (
        <ApplyAgain id={track.id} itemId={track.itemId} mayWrite={mayWrite} />
      )}
    </>
  );
}

/** The way of the case: drawn, told, and proved. */
export function Course({ track, mayWrite }: { track: Track; mayWrite: boolean }) {
  const { t } = useWords(["applications", "redemption"]);
  const holders = track.tasks.map((task) => ({ who: task.department, dueOn: task.dueOn }));
  return (
    <div className="mb-6 grid items-start gap-6 lg:grid-cols-2">
      <section className="card">
        <h2 className="mb-4">{t("flow.title", { ns: "redemption" })}</h2>
        <WorkflowDiagram diagram={track.diagram} place={{ state: track.state, since: track.since, holders }} />
      </section>
      <section className="card">
        <h2 className="mb-4">{t("track.timeline")}</h2>
        <CaseTimeline
          transitions={track.transitions}
          open={track.tasks}
          moves={track.moves}
          accountHref={mayWrite ? `/firm/account/${track.id}` : undefined}
        />
        <p className="no-print mt-4">
          <a
            href={`/firm/applications/${track.id}/proof`}
            download
            className="inline-flex min-h-11 items-center underline"
          >
            {t("track.proof")}
          </a>{" "}
          <span className="text-sm text-muted">
            {t("track.proofHint")} <Link to="/audit-roots">{t("track.proofCheck")}</Link>
          </span>
        </p>
      </section>
    </div>
  );
}

function Returned({
  id,
  reason,
  code,
  asks,
}: {
  id: string;
  reason: string | null;
  code: string | null;
  asks: boolean;
}) {
  const { t } = useWords(["applications", "funds"]);
  const words = useReturnWords();
  return (
    <Alert tone="warn">
      {t("track.returned", { reason: words({ reason, code }) })}
      {asks && (
        <>
          {" "}
          <Link to={`/firm/account/${id}`}>{t("account.open", { ns: "funds" })}</Link>
        </>
      )}
    </Alert>
  );
}

/** What was asked, decided and promised. */
export function Figures({ track, parts }: { track: Track; parts: readonly ShownPart[] }) {
  const { t } = useWords("applications");
  const [payment] = track.payments;
  const paidFen = parts.reduce((sum, { standing, fen }) => (standing === "paid" ? sum + fen : sum), 0n);
  const inParts = parts.length > 0 && t("track.paidOf", { sum: formatYuan(paidFen) });
  return (
    <StatTiles>
      {track.claimedFen !== null && <StatTile label={t("track.claimed")} value={<Money fen={track.claimedFen} />} />}
      {track.approvedFen !== null && (
        <StatTile
          label={t("track.approved")}
          value={<Money fen={track.approvedFen} />}
          hint={inParts || (payment?.status === "paid" ? t("track.paid") : undefined)}
        />
      )}
      {track.rewardedYear !== null && <StatTile label={t("rewardedYear")} value={track.rewardedYear} />}
      {track.promisedOn && <StatTile label={t("done.promised")} value={<TermDay day={track.promisedOn} />} />}
    </StatTiles>
  );
}

function AccountMissing({ id, mayWrite }: { id: string; mayWrite: boolean }) {
  const { t } = useWords("funds");
  return (
    <Alert tone="warn">
      {t("account.missing")}
      {mayWrite && (
        <>
          {" "}
          <Link to={`/firm/account/${id}`}>{t("account.open")}</Link>
        </>
      )}
    </Alert>
  );
}
