import { Form, Link, useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { addressSchema, officeSchema } from "~/features/identity/identity.schema";
import { OfficeFields } from "~/features/identity/ui/office-fields";
import { officeOptions } from "~/features/identity/ui/office-options";
import { Disabling, type InHands } from "~/features/identity/ui/disabling";
import { changeOffice, resetPassword, setDisabled } from "~/features/identity/use-cases/change-official.server";
import { peopleBeside } from "~/features/work/use-cases/people-of.server";
import { proposeAddress, waitingAddress } from "~/features/identity/use-cases/official-address.server";
import { readOfficial } from "~/features/identity/use-cases/read-officials.server";
import { draftBatchesOf } from "~/features/treasury/use-cases/draft-batches-of.server";
import type { StaffRole } from "~/access/permissions";
import { readInHands } from "~/features/work/use-cases/hand-over.server";
import { draftsOf } from "~/features/workbench/use-cases/drafts-of.server";
import { handOver, subjects } from "~/contexts.server";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { formValues, readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";
import { Tag } from "~/ui/tag";
import { stepOf } from "~/kernel/step-of";
import type { AppContext } from "~/platform/context.server";
import type { UserActor } from "~/access/actor";

export const handle = { access: "manage:user:all" } satisfies RouteHandle;

export const loader = guardedLoader("manage:user:all", async ({ params, context, actor }) => {
  const { id, loginName, displayName, email, roles, departmentId, regionCode, disabledAt, version } =
    await readOfficial(context.prisma, params["id"] ?? "");
  const { prisma: tx, clock } = context;
  const { work, forOthers } = await readInHands({ tx, clock, subjects }, id);
  const people = await peopleBeside(tx, { departmentId, regionCode });
  return {
    inHands: {
      work: work.map(({ id: key, work: call, dueOn, number }) => ({ key, work: call, dueOn, number })),
      forOthers,
      batches: await draftBatchesOf(tx, id),
      drafts: await draftsOf(tx, id),
      successors: people
        .filter((person) => person.id !== id && mayTake(work, person.roles as StaffRole[]))
        .map(({ id: value, displayName: label }) => ({ value, label })),
    },
    official: {
      ...{ loginName, displayName, email, roles, departmentId, regionCode, version },
      disabled: disabledAt !== null,
      waiting: await waitingAddress({ tx }, id),
    },
    own: id === actor.userId,
    options: officeOptions(context.catalogue),
  };
});

/** Whether somebody of these roles may be given any of the work; anybody where there is none. */
function mayTake(work: Awaited<ReturnType<typeof readInHands>>["work"], roles: readonly StaffRole[]): boolean {
  return work.length === 0 || work.some(({ mayHave }) => mayHave(roles));
}

type Answer = FormAnswer | { done: "resetDone" | "saved" | "addressEntered" };

export const action = guardedAction("manage:user:all", async ({ request, params, context, actor }): Promise<Answer> => {
  const id = params["id"] ?? "";
  const { intent, version, successorId } = await formValues(request.clone());
  const disable = (away: boolean) => async (): Promise<Answer> => {
    await perform(context, actor, (deps) => setDisabled({ ...deps, actor, handOver }, id, away, successorId || null));
    return { done: "saved" };
  };
  const steps = {
    password: async (): Promise<Answer> => {
      await resetPassword(context, actor, id);
      return { done: "resetDone" };
    },
    address: async (): Promise<Answer> => {
      const form = await readForm(request, addressSchema);
      if (!form.ok) return form.answer;
      await perform(context, actor, (deps) => proposeAddress({ ...deps, actor }, id, form.data.email));
      return { done: "addressEntered" };
    },
    disable: disable(true),
    enable: disable(false),
    office: () => changeOfficeForm({ request, context, actor }, id, Number(version)),
  };
  return stepOf(steps, intent)();
});

type Asked = { request: Request; context: AppContext; actor: UserActor };

async function changeOfficeForm({ request, context, actor }: Asked, id: string, version: number): Promise<Answer> {
  const form = await readForm(request, officeSchema, ["roles"]);
  if (!form.ok) return form.answer;
  const problem = await perform(context, actor, (deps) =>
    changeOffice({ ...deps, actor, handOver }, id, version, form.data),
  );
  return problem
    ? { errors: { [problem.field]: problem.problem }, values: { ...form.values, roles: form.data.roles.join(",") } }
    : { done: "saved" };
}

export default function EditUser() {
  const { official, own, options, inHands } = useLoaderData<typeof loader>();
  const answer = useActionData<typeof action>();
  const { t } = useWords("identity");
  const failed = answer && "errors" in answer ? answer : null;
  const done = answer && "done" in answer ? answer.done : null;
  const values = {
    departmentId: failed?.values["departmentId"] ?? official.departmentId ?? "",
    regionCode: failed?.values["regionCode"] ?? official.regionCode ?? "",
    roles: failed?.values["roles"]?.split(",") ?? official.roles,
  };
  return (
    <>
      <PageTitle
        title={t("users.editTitle")}
        lead={
          <>
            {official.displayName} <code>{official.loginName}</code>
          </>
        }
      >
        <Link to="/admin/users" className="button button-quiet">
          {t("users.back")}
        </Link>
      </PageTitle>
      <RefusalAlert refusal={refusalOf(answer)} />
      {done && <Alert tone="good">{t(`users.${done}`)}</Alert>}
      {own && <Alert tone="info">{t("users.own")}</Alert>}
      <ErrorSummary
        errors={failed?.errors ?? {}}
        labels={{
          email: t("users.email"),
          departmentId: t("users.department"),
          regionCode: t("users.region"),
          roles: t("users.roles"),
        }}
      />
      {!own && (
        <>
          <Form method="post" className="card mb-6" noValidate>
            <input type="hidden" name="version" value={official.version} />
            <OfficeFields options={options} values={values} errors={failed?.errors ?? {}} />
            <SubmitButton name="intent" value="office">
              {t("users.save")}
            </SubmitButton>
          </Form>
          <AddressState official={official} answer={failed} />
          <AccountState disabled={official.disabled} mayReset={official.email !== null} inHands={inHands} />
        </>
      )}
    </>
  );
}

function AccountState({ disabled, mayReset, inHands }: { disabled: boolean; mayReset: boolean; inHands: InHands }) {
  const { t } = useWords("identity");
  return (
    <section className="card" aria-labelledby="state">
      <h2 id="state" className="mb-3 flex items-center gap-3">
        {t("users.status")}{" "}
        <Tag tone={disabled ? "bad" : "good"}>{t(disabled ? "users.disabled" : "users.active")}</Tag>
      </h2>
      <p className="mb-3 text-muted">{t(mayReset ? "users.resetHint" : "users.addressNoneHint")}</p>
      <Form method="post" className="mb-6 flex flex-wrap gap-3">
        {mayReset && (
          <button name="intent" value="password" className="button button-secondary">
            {t("users.reset")}
          </button>
        )}
        {disabled && (
          <button name="intent" value="enable" className="button button-secondary">
            {t("users.enable")}
          </button>
        )}
      </Form>
      {!disabled && <Disabling inHands={inHands} />}
    </section>
  );
}

type Address = { official: { email: string | null; waiting: string | null }; answer: FormAnswer | null };

/** The official's mail address: confirmed, waiting for the security administrator, or to be entered. */
function AddressState({ official: { email, waiting }, answer }: Address) {
  const { t } = useWords("identity");
  return (
    <section className="card mb-6" aria-labelledby="address">
      <h2 id="address" className="mb-3">
        {t("users.address")}
      </h2>
      <p className="mb-3">
        {email ?? (waiting ? t("users.addressWaits", { email: waiting }) : t("users.addressNone"))}
      </p>
      {email === null && (
        <Form method="post" noValidate>
          <p className="mb-3 text-muted">{t("users.addressNoneHint")}</p>
          <TextField
            name="email"
            type="email"
            label={t("users.email")}
            value={answer?.values["email"]}
            error={answer?.errors["email"]}
            autoComplete="off"
          />
          <SubmitButton name="intent" value="address" look="secondary">
            {t("users.addressEnter")}
          </SubmitButton>
        </Form>
      )}
    </section>
  );
}
