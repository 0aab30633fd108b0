// A certified OpenID provider (npm oidc-provider) with one client and one invented person, for
// real_issuer_test.cpp. Started with the folder of node_modules, the client's return address and its
// secret; prints its name when it answers. Not for production: its keys are the package's own.
const [modules, redirectUrl, secret] = process.argv.slice(2);
// Its advice for production goes to an output nobody reads any more.
console.info = console.warn = () => {};
const { default: Provider } = await import(`${modules}/oidc-provider/lib/index.js`);
const { createServer } = await import('node:http');

const person = {
  name: 'Åsa Exempel',
  unit_hsa_id: 'SE2120001157-A001',
  roles: ['sip-samordnare'],
};
const settings = {
  clients: [{ client_id: 'kallad', client_secret: secret, redirect_uris: [redirectUrl] }],
  claims: { openid: ['sub'], profile: Object.keys(person) },
  pkce: { required: () => true },
  scopes: ['openid', 'profile'],
  findAccount: async (context, id) => ({ accountId: id, claims: async () => ({ sub: id, ...person }) }),
};

const server = createServer().listen(0, 'localhost', () => {
  const name = `http://localhost:${server.address().port}`;
  server.on('request', new Provider(name, settings).callback());
  console.log(`issuer ${name}`);
});
process.stdin.on('end', () => process.exit(0)).resume();
