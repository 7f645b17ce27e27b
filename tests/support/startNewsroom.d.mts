export type Addresses = {
  url: string
  admin: string
  graphql: string
  rest: string
  page: string
  account: { email: string; password: string } | null
}

export declare const startNewsroom: (where: { root: string; folder: string }) => Promise<{
  addresses: Addresses
  readyMs: number
  pid: number | undefined
  memory: () => number | null
  stop: () => Promise<unknown>
}>
