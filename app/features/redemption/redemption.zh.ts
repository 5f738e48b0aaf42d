export const redemption = {
  title: "",
};
