import type { PracticeMbs } from '../../../host-shim/practice-mbs/practice-mbs.ts';

/** Does over the API what the practice server's control has no hand for. */
export async function openPracticeDesk({ url, login }: PracticeMbs) {
  const post = async (path: string, body: object, headers: Record<string, string> = {}): Promise<unknown> => {
    const init = { method: 'POST', headers: { 'content-type': 'application/json', ...headers } };
    const answer = await fetch(`${url}/api/${path}`, { ...init, body: JSON.stringify(body) });
    return answer.json();
  };
  const { username, password } = login;
  const token = (await post('Provider/Login', { UserName: username, Password: password })) as { access_token: string };
  const signed = { authorization: `Bearer ${token.access_token}` };
  return {
    addPackage: async (values: { Name: string; StorageLimit: number }) =>
      Number(await post('Packages', values, signed)),
  };
}
