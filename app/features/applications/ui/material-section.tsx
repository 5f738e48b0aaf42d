import { Form } from "@remix-run/react";
import { useWords } from "~/i18n/use-words";
import { SubmitButton, type FieldErrors } from "~/ui/form";
import { Tag } from "~/ui/tag";
import { acceptedExtensions, maxUploadBytes } from "~/kernel/upload-rules";
import type { MaterialState } from "../domain/draft-progress";

const tones = { held: "good", given: "good", missing: "warn" } as const;

/** What the firm commits to in place of handing it in. */
export function CommittedList({ names }: { names: readonly string[] }) {
  const { t } = useWords("applications");
  return (
    <>
      <p className="mb-2">{t("materials.committed")}</p>
      <ul className="list-disc pl-6">
        {names.map((name) => (
          <li key={name}>{name}</li>
        ))}
      </ul>
    </>
  );
}

/** Each requirement with its files; what the platform holds need not be handed in. */
export function MaterialSection({
  materials,
  errors,
  fromCheck,
}: {
  materials: readonly MaterialState[];
  errors: FieldErrors;
  fromCheck: boolean;
}) {
  const { t } = useWords("applications");
  if (materials.length === 0) return <p>{t("materials.none")}</p>;
  return (
    <>
      <p className="mb-2 text-sm text-muted">{t("materials.hint")}</p>
      <ul className="divide-y divide-line">
        {materials.map((material, index) => (
          <Material
            key={material.name}
            material={material}
            index={index}
            error={errors[`file-${index}`]}
            fromCheck={fromCheck}
          />
        ))}
      </ul>
    </>
  );
}

/** Told before a large file is sent in vain; the server checks all the same. */
function fits(file: File | undefined): boolean {
  return !file || file.size <= maxUploadBytes;
}

function Material({
  material,
  index,
  error,
  fromCheck,
}: {
  material: MaterialState;
  index: number;
  error: string | undefined;
  fromCheck: boolean;
}) {
  const { t } = useWords("applications");
  const back = fromCheck && <input type="hidden" name="back" value="check" />;
  return (
    <li className="py-3">
      <p className="flex flex-wrap items-center gap-2 font-medium">
        {material.name} <Tag tone={tones[material.state]}>{t(`materials.${material.state}`)}</Tag>
      </p>
      {material.files.map((file) => (
        <Form key={file.id} method="post" preventScrollReset className="mt-1 flex flex-wrap items-center gap-3">
          <input type="hidden" name="intent" value="detach" />
          {back}
          <input type="hidden" name="material" value={file.id} />
          <a href={`/files/${file.id}`}>{file.fileName}</a>
          <span className="text-sm text-muted">{Math.max(1, Math.round(file.sizeBytes / 1024))} KB</span>
          <SubmitButton look="quiet">
            {t("materials.remove")}
            <span className="sr-only" data-names>
              {" "}
              {file.fileName}
            </span>
          </SubmitButton>
        </Form>
      ))}
      {material.state !== "held" && (
        <Form
          method="post"
          preventScrollReset
          encType="multipart/form-data"
          className="mt-2 flex flex-wrap items-center gap-3"
        >
          <input type="hidden" name="intent" value="attach" />
          {back}
          <input type="hidden" name="name" value={material.name} />
          <label className="sr-only" data-names htmlFor={`file-${index}`}>
            {t("materials.choose", { name: material.name })}
          </label>
          {error && (
            <p id={`file-${index}-error`} className="w-full font-medium text-bad">
              {t(error)}
            </p>
          )}
          <input
            id={`file-${index}`}
            type="file"
            name="file"
            accept={acceptedExtensions}
            required
            className="max-w-full"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `file-${index}-error` : undefined}
            onChange={(event) =>
              event.target.setCustomValidity(fits(event.target.files?.[0]) ? "" : t("materials.tooLarge"))
            }
          />
          <SubmitButton look="secondary">
            {t("materials.upload")}
            <span className="sr-only" data-names>
              {" "}
              {material.name}
            </span>
          </SubmitButton>
        </Form>
      )}
    </li>
  );
}
