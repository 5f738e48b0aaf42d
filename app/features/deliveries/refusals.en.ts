export const refusals = {
  moved: "This delivery has moved on, or somebody else has to take this step. Reload the page.",
};
