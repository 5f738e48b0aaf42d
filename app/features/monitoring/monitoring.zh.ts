export const monitoring = {
  title: "",
};
