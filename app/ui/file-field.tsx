import { useActionData } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { described, Field } from "./form";
import { refusalOf } from "./refusal-alert";

type Props = {
  label: string;
  /** what the browser offers to choose, as extensions */
  accept: string;
  hint?: string;
  optional?: boolean;
  required?: boolean;
  /** translation key of what the form says of the file */
  error?: string;
};

/** Refusals that are about the file of a form. */
const ofFiles = /^(applications\.file-|sheet\.|request\.several-files$|funds\.file-)/;

/** The one file a form takes; why the file just sent was refused stands here too. */
export function FileField({ label, accept, hint, optional, required, error }: Props) {
  const { t } = useWords("refusals");
  const refusal = refusalOf(useActionData());
  const refused = refusal && ofFiles.test(refusal.code) ? t(refusal.code, refusal.params) : undefined;
  return (
    <Field name="file" label={label} hint={hint} optional={optional} error={error} refused={refused}>
      <input
        id="file"
        type="file"
        name="file"
        accept={accept}
        required={required}
        className="block max-w-full"
        {...described("file", hint, error ?? refused)}
      />
    </Field>
  );
}
