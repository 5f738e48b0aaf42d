import { assign, initialTransition, setup, transition } from "xstate";

/** Where a delivery stands. */
export const deliveryStates = [
  "checking",
  "waiting",
  "applying",
  "applied",
  "backAsked",
  "takingBack",
  "rolledBack",
  "returned",
  "withdrawn",
] as const;
export type DeliveryState = (typeof deliveryStates)[number];

/** What a person does with a delivery, and what the platform reports of it. */
export type DeliveryEvent =
  | { type: "SIGN" | "RETURN" | "WITHDRAW" | "ASK_BACK" | "SIGN_BACK" | "KEEP"; personId: string }
  | { type: "CHECKED" | "APPLIED" | "TAKEN_BACK" };

/** What a person does with a delivery. */
export const deliverySteps = ["sign", "return", "withdraw", "askBack", "signBack", "keep"] as const;
export type DeliveryStep = (typeof deliverySteps)[number];

const eventOf = {
  sign: "SIGN",
  return: "RETURN",
  withdraw: "WITHDRAW",
  askBack: "ASK_BACK",
  signBack: "SIGN_BACK",
  keep: "KEEP",
} as const;

/** A person's step as the machine knows it. */
export function stepBy(step: DeliveryStep, personId: string): DeliveryEvent {
  return { type: eventOf[step], personId };
}

/** Who handed it over, and who wants it taken back. */
type Makers = { makerId: string; askerId: string | null };

/** A delivery from the file to the register and back: each way takes two persons. */
export const deliveryMachine = setup({
  types: { context: {} as Makers, events: {} as DeliveryEvent, input: {} as Makers },
  guards: {
    isMaker: ({ context, event }) => "personId" in event && event.personId === context.makerId,
    isOther: ({ context, event }) => "personId" in event && event.personId !== context.makerId,
    isNotAsker: ({ context, event }) => "personId" in event && event.personId !== context.askerId,
  },
  actions: {
    noteAsker: assign({ askerId: ({ event }) => ("personId" in event ? event.personId : null) }),
    forgetAsker: assign({ askerId: null }),
  },
}).createMachine({
  id: "delivery",
  context: ({ input }) => input,
  initial: "checking",
  states: {
    checking: { on: { CHECKED: "waiting", WITHDRAW: { guard: "isMaker", target: "withdrawn" } } },
    waiting: {
      on: {
        SIGN: { guard: "isOther", target: "applying" },
        RETURN: { guard: "isOther", target: "returned" },
        WITHDRAW: { guard: "isMaker", target: "withdrawn" },
      },
    },
    applying: { on: { APPLIED: "applied" } },
    applied: { on: { ASK_BACK: { target: "backAsked", actions: "noteAsker" } } },
    backAsked: {
      on: {
        SIGN_BACK: { guard: "isNotAsker", target: "takingBack" },
        KEEP: { target: "applied", actions: "forgetAsker" },
      },
    },
    takingBack: { on: { TAKEN_BACK: "rolledBack" } },
    rolledBack: { type: "final" },
    returned: { type: "final" },
    withdrawn: { type: "final" },
  },
});

/** A delivery as it is stored. */
export type StandingDelivery = Makers & { state: DeliveryState };

const standing = ({ state, ...makers }: StandingDelivery) =>
  deliveryMachine.resolveState({ value: state, context: makers });

/** Whether an event can come now. */
export function canMove(delivery: StandingDelivery, event: DeliveryEvent): boolean {
  return standing(delivery).can(event);
}

/** Where an event leads; null where it can't come now, or not from this person. */
export function moveDelivery(delivery: StandingDelivery, event: DeliveryEvent): StandingDelivery | null {
  if (!canMove(delivery, event)) return null;
  const [after] = transition(deliveryMachine, standing(delivery), event);
  return { state: after.value, ...after.context };
}

/** A delivery that has just been handed over. */
export function newDelivery(makerId: string): StandingDelivery {
  const [first] = initialTransition(deliveryMachine, { makerId, askerId: null });
  return { state: first.value, ...first.context };
}

/** Whether the platform is at work on it. */
export function isWorkedOn(state: DeliveryState): boolean {
  return state === "checking" || state === "applying" || state === "takingBack";
}
