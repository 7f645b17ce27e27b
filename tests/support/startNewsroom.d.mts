export type Addresses = {
  url: string
  at?: string
  admin: string
  graphql: string
  rest: string
  page: string
  account: { email: string; password: string } | null
}

export type Newsroom = {
  addresses: Addresses
  /** Where this process itself answers. */
  origin: string
  readyMs: number
  pid: number | undefined
  memory: () => number | null
  stop: () => Promise<unknown>
}

export declare const startNewsroom: (where: {
  root: string
  folder: string
  args?: string[]
  env?: Record<string, string>
}) => Promise<Newsroom>
