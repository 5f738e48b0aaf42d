import { useFetcher } from "@remix-run/react";
import { TextField } from "./form";

type Found = { code: string; label: string }[];

/** Industry of GB/T 4754: type a name or a code and choose from what is found. */
export function IndustryField(props: { name: string; label: string; hint: string; error?: string; value?: string }) {
  const fetcher = useFetcher<Found>();
  const search = (text: string) => {
    if (text.trim().length > 0) fetcher.load(`/lookup/industries?${new URLSearchParams({ q: text })}`);
  };
  return (
    <>
      <TextField {...props} list={`${props.name}-list`} autoComplete="off" onInput={search} />
      <datalist id={`${props.name}-list`}>
        {fetcher.data?.map(({ code, label }) => <option key={code} value={code}>{label}</option>)}
      </datalist>
    </>
  );
}
