import type { Translation } from "~/i18n/translation";
import type { refusals as zh } from "./refusals.zh";

export const refusals: Translation<typeof zh> = {
  "filter-name": "Give the filters a name",
  "filters-full": "At most {{most}} filters can be kept; remove one first",
  "sign-in-failed": "Login name or password is wrong",
  locked: "Too many tries; please wait {{minutes}} minutes",
  "link-spent": "The link was used or is older than 24 hours: ask the administrator for another",
  "no-mail": "This person has no confirmed e-mail address: enter one, and have the security administrator confirm it",
  "has-address": "This person has an address; it is changed by its owner, under Account",
  "address-decided": "This address has been decided already: please reload the page",
  "two-persons": "Who entered the address, or owns it, can't confirm it",
  "invitation-spent": "The invitation is no longer valid; ask the firm's owner for a new one",
  "last-owner": "A firm needs at least one owner",
  "claim-impossible": "The request can't be sent; please check the unified social credit code",
  "claim-decided": "This request has been decided already",
  "code-decided": "This code has been looked at already",
  "own-account": "You can't change your own account; another system administrator must",
  "changed-meanwhile": "Somebody has just changed this; please reload",
};
