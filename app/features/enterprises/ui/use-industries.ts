import { useFetcher } from "@remix-run/react";
import { useMemo } from "react";

/** What `/lookup/industries` answers. */
export type IndustryEntry = readonly [code: string, name: string, parent: string | null];

/** Industries of GB/T 4754-2017 in the browser, loaded when first needed. */
export function useIndustries() {
  const fetcher = useFetcher<IndustryEntry[]>();
  const { data, state } = fetcher;
  const industries = useMemo(
    () => new Map((data ?? []).map(([code, name, parent]) => [code, { code, name, en: null, parent }])),
    [data],
  );
  const load = () => {
    if (!data && state === "idle") fetcher.load("/lookup/industries");
  };
  return { industries, load };
}
