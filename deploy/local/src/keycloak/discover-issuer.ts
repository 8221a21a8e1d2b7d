/** The issuer that a realm's tokens name, as Keycloak itself says: its public address, however it was reached here. */
export async function discoverIssuer(keycloakUrl: string, realm: string): Promise<string> {
  const address = `${keycloakUrl.replace(/\/+$/, '')}/realms/${realm}/.well-known/openid-configuration`;
  const response = await fetch(address, { signal: AbortSignal.timeout(120_000) });
  if (!response.ok) throw new Error(`Keycloak answered ${response.status} to ${address}`);
  return ((await response.json()) as { issuer: string }).issuer;
}
