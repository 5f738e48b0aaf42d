export const applications = {
  title: "",
};
