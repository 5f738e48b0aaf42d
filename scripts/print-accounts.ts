import { demoMembers, demoPassword, demoStaff } from "~/features/identity/domain/demo-accounts";

const accounts = [...demoMembers, ...demoStaff];
const width = Math.max(...accounts.map((account) => account.loginName.length));
console.log(`Demo accounts, password ${demoPassword}`);
for (const { loginName, zh, en } of accounts) console.log(`  ${loginName.padEnd(width)}  ${zh} / ${en}`);
