export {};

declare module "~/platform/outbox.server" {
  interface Topics {
    /** works out what a delivery would change */
    "check-delivery": { deliveryId: string };
    /** writes a signed delivery into the register */
    "apply-delivery": { deliveryId: string };
    /** takes one back out of it */
    "take-back-delivery": { deliveryId: string };
  }
}

declare module "~/access/permissions" {
  interface Permissions {
    "deliver:fact:department": true;
  }
}
