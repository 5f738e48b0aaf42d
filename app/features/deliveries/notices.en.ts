/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  deliveryWaits: {
    title: "A delivery of data awaits your signature",
    text: "“{{title}}” has been checked for its effect. Sign it into the register, or return it.",
  },
  deliveryReturned: {
    title: "The data you handed over were returned",
    text: "“{{title}}” did not enter the register. Reason: {{reason}}",
  },
};
