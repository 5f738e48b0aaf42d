export const enterprises = {
  title: "",
};
