/** Which of the few named routes a request went to: never an id or a slug, which would be a metric each. */
import { restRoutes } from '#src/delivery/rest/restTarget.ts'

const exact = new Map(
  [
    '/',
    '/corrections',
    '/corrections.json',
    '/graphql',
    '/healthz',
    '/readyz',
    '/metrics',
    ...restRoutes.map(({ path }) => path).filter((path) => !path.includes('{')),
  ].map((path) => [path, path]),
)

const below = new Map(
  ['/articles/{slug}', '/media/{name}', '/preview/{id}', ...restRoutes.map(({ path }) => path)]
    .filter((path) => path.includes('{'))
    .map((path) => [path.slice(0, path.indexOf('{')), path]),
)

const rooms = ['/api/graphql', '/api', '/admin', '/_next']

/** Names the route of an address; `other` for what is none. */
export const routeLabel = (url: string): string => {
  const mark = url.indexOf('?')
  const path = mark < 0 ? url : url.slice(0, mark)
  return (
    exact.get(path) ??
    below.get(path.slice(0, path.lastIndexOf('/') + 1)) ??
    rooms.find((room) => path === room || path.startsWith(`${room}/`)) ??
    'other'
  )
}
