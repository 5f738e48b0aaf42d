/** What people are told by this context, by kind: each has a title and a text. */
export const notices = {
  deliveryWaits: { title: "一份数据待您签认", text: "《{{title}}》已核对影响，请核对后签认入库，或者退回。" },
  deliveryReturned: { title: "您报送的数据被退回", text: "《{{title}}》没有入库。原因：{{reason}}" },
};
