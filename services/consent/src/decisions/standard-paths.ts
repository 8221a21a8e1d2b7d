/** The addresses of the OpenID AuthZEN Authorization API 1.0; they stand at the root of the platform's address. */
export const paths = {
  metadata: '/.well-known/authzen-configuration',
  evaluation: '/access/v1/evaluation',
  evaluations: '/access/v1/evaluations',
  searchSubject: '/access/v1/search/subject',
  searchResource: '/access/v1/search/resource',
  searchAction: '/access/v1/search/action',
} as const;

export const standardPaths: readonly string[] = Object.values(paths);
