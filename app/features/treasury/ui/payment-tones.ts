/** How each status of a payment looks. */
export const paymentTones = {
  pending: "plain",
  batched: "info",
  paid: "good",
  returned: "bad",
  cancelled: "plain",
} as const;
