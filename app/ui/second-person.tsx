import { Form } from "@remix-run/react";
import { SubmitButton, TextField } from "./form";
import { KeptForm } from "./kept-form";

type Words = {
  /** to its maker: who decides instead */
  ownHint: string;
  withdraw: string;
  title: string;
  /** what releasing does */
  hint?: string;
  release: string;
  /** label of the reason for refusing */
  refusal: string;
  refuse: string;
};
type Props = {
  isOwn: boolean;
  /** where what was typed is kept */
  keep: string;
  /** the field that names the order among others of its page */
  order?: { name: string; id: string };
  words: Words;
};

/** What a second person does with what another proposed: release it, or refuse it with a reason; its maker may withdraw it. */
export function SecondPerson({ isOwn, keep, order, words }: Props) {
  const hidden = order && <input type="hidden" name={order.name} value={order.id} />;
  if (isOwn)
    return (
      <section className="card mb-6">
        <p className="mb-3 text-muted">{words.ownHint}</p>
        <Form method="post">
          {hidden}
          <SubmitButton name="intent" value="withdrawn" look="quiet">
            {words.withdraw}
          </SubmitButton>
        </Form>
      </section>
    );
  return (
    <section className="card mb-6">
      <h2 className={words.hint ? "mb-1" : "mb-3"}>{words.title}</h2>
      {words.hint && <p className="mb-3 text-muted">{words.hint}</p>}
      <KeptForm keep={keep}>
        {(kept) => (
          <>
            {hidden}
            <SubmitButton name="intent" value="released">
              {words.release}
            </SubmitButton>
            <div className="mt-4">
              <TextField name="reason" label={words.refusal} value={kept["reason"]} optional />
              <SubmitButton name="intent" value="refused" look="danger">
                {words.refuse}
              </SubmitButton>
            </div>
          </>
        )}
      </KeptForm>
    </section>
  );
}
