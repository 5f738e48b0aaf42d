export const funds = {
  title: "",
};
