import { redirect } from "@remix-run/node";
import { useActionData, useLoaderData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { accountSchema } from "~/features/applications/applications.schema";
import { maskedAccount } from "~/kernel/bank-account";
import { useReturnWords } from "~/features/funds/ui/return-reason";
import { readOwnPayment } from "~/features/treasury/use-cases/read-own-payment.server";
import { giveAccount } from "~/features/treasury/use-cases/reissue-payment.server";
import { useSay } from "~/i18n/use-language";
import { formatYuan } from "~/kernel/money";
import { guardedAction, guardedLoader } from "~/door/guard.server";
import { ownFirm } from "~/door/own-firm.server";
import { readForm } from "~/door/read-form.server";
import { perform } from "~/platform/transact.server";
import type { RouteHandle } from "~/routes-handle";
import { Alert } from "~/ui/alert";
import { ErrorSummary, SubmitButton, TextField, type FormAnswer } from "~/ui/form";
import { KeptForm } from "~/ui/kept-form";
import { PageTitle } from "~/ui/page-title";
import { RefusalAlert, refusalOf } from "~/ui/refusal-alert";

export const handle = { access: "write:application:own" } satisfies RouteHandle;

export const loader = guardedLoader("write:application:own", ({ params, context, actor }) =>
  readOwnPayment({ tx: context.prisma }, params["id"] ?? "", ownFirm(actor)),
);

export const action = guardedAction(
  "write:application:own",
  async ({ request, params, context, actor }): Promise<FormAnswer | Response> => {
    const form = await readForm(request, accountSchema);
    if (!form.ok) return form.answer;
    const applicationId = params["id"] ?? "";
    const key = Buffer.from(context.env.DATA_KEY, "base64");
    await perform(context, actor, (deps) =>
      giveAccount(deps, { applicationId, enterpriseId: ownFirm(actor), account: form.data, key }),
    );
    return redirect(`/firm/applications/${applicationId}`);
  },
);

export default function GiveAccount() {
  const payment = useLoaderData<typeof loader>();
  const answer = useActionData<FormAnswer>();
  const { t } = useWords(["funds", "applications"]);
  const say = useSay();
  const words = useReturnWords();
  const labels = {
    holder: t("account.holder", { ns: "applications" }),
    bankName: t("account.bankName", { ns: "applications" }),
    number: t("account.number", { ns: "applications" }),
  };
  return (
    <>
      <PageTitle
        title={t("account.title")}
        lead={t("account.lead", { item: say(payment.item), number: payment.number, sum: formatYuan(payment.netFen) })}
      />
      <RefusalAlert refusal={refusalOf(answer)} />
      <ErrorSummary errors={answer?.errors ?? {}} labels={labels} />
      {payment.status === "returned" && (
        <Alert tone="warn">
          {t("account.returned", { reason: words({ reason: payment.returnedReason, code: payment.returnedCode }) })}
        </Alert>
      )}
      {payment.status === "pending" && (
        <Alert tone={payment.needsAccount ? "warn" : "info"}>
          {t(payment.needsAccount ? "account.missing" : "account.waits")}
        </Alert>
      )}
      <p className="mb-4">
        {payment.account
          ? t("account.current", {
              account: `${payment.account.holder} ${payment.account.bankName} ${maskedAccount(payment.account.lastFour)}`,
            })
          : t("account.none")}
      </p>
      {!payment.isOpen ? (
        <Alert tone="info">{t("account.late")}</Alert>
      ) : (
        <section className="card">
          <KeptForm keep={`account:${payment.id}`}>
            {(kept) => {
              const said = (name: "holder" | "bankName" | "number", known?: string) =>
                answer?.values?.[name] ?? kept[name] ?? known;
              return (
                <>
                  <TextField
                    name="holder"
                    label={labels.holder}
                    value={said("holder", payment.account?.holder)}
                    error={answer?.errors?.["holder"]}
                  />
                  <TextField
                    name="bankName"
                    label={labels.bankName}
                    value={said("bankName", payment.account?.bankName)}
                    error={answer?.errors?.["bankName"]}
                  />
                  <TextField
                    name="number"
                    label={labels.number}
                    hint={t("account.numberHint", { ns: "applications" })}
                    inputMode="numeric"
                    autoComplete="off"
                    value={said("number")}
                    error={answer?.errors?.["number"]}
                  />
                  <SubmitButton>{t("account.save")}</SubmitButton>
                </>
              );
            }}
          </KeptForm>
        </section>
      )}
    </>
  );
}
