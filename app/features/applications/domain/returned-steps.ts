type Payment = {
  id: string;
  status: string;
  returnedReason: string | null;
  returnedCode: string | null;
  needsAccount: boolean;
  replacedBy: { id: string } | null;
};

/** Why the bank sent a payment back, and what is to be done: the firm gives another account, has given it, or the treasury pays anew. */
export type ReturnedStep = {
  reason: string;
  code: string | null;
  next: "giveAccount" | "accountGiven" | "treasuryPays" | "paidAnew";
};

/** The payments that came back, by the key of the step that took the case up again. */
export function returnsByStep(payments: readonly Payment[]): ReadonlyMap<string, ReturnedStep> {
  const returned = payments.filter(({ status }) => status === "returned");
  return new Map(
    returned.map(({ id, returnedReason, returnedCode, ...rest }) => [
      `returned:${id}`,
      { reason: returnedReason ?? "", code: returnedCode, next: nextOf(rest) },
    ]),
  );
}

function nextOf({ needsAccount, replacedBy }: Pick<Payment, "needsAccount" | "replacedBy">): ReturnedStep["next"] {
  if (needsAccount) return replacedBy ? "accountGiven" : "giveAccount";
  return replacedBy ? "paidAnew" : "treasuryPays";
}
