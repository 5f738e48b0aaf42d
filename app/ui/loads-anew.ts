import type { ShouldRevalidateFunction } from "@remix-run/react";

/**
 * What is kept in the background (as JSON, or a form with `auto`) is on the page already and loads nothing anew: a slower answer
 * must not hide what a newer one shows, and a loading that the next saving breaks off ends the page ("Expected fetcher"). When it
 * ends while the page is on its way to another address, that way is begun anew under its name, and has to load.
 */
export const loadsAnew: ShouldRevalidateFunction = ({
  formData,
  formEncType,
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  const isBackground = formEncType === "application/json" || formData?.get("auto") === "1";
  return isBackground ? nextUrl.href !== currentUrl.href : defaultShouldRevalidate;
};
