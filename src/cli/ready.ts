/** What `start` prints once requests are answered. */

export type FirstAccount = { email: string; password: string }

export type Ready = {
  /** The public address, without a trailing slash. */
  url: string
  /** From the command to the first request, in milliseconds. */
  bootMs: number
  account: FirstAccount | null
  samplePath: string | null
}

/** The same for scripts. */
export const readyData = ({ url, bootMs, account, samplePath }: Ready) => ({
  url,
  admin: `${url}/admin`,
  graphql: `${url}/graphql`,
  rest: `${url}/v1/articles`,
  page: samplePath && `${url}${samplePath}`,
  account,
  bootMs,
})

/** The addresses, for people; the password of a new installation is shown here and nowhere else. */
export const describeReady = ({ url, bootMs, account, samplePath }: Ready): string => {
  const rows: [string, string][] = [['Admin panel', `${url}/admin`]]
  if (account) {
    rows.push(['  sign in as', account.email])
    rows.push(['  password', `${account.password}   (shown only this once)`])
  }
  rows.push(['GraphQL', `${url}/graphql`], ['REST', `${url}/v1/articles`])
  if (samplePath) rows.push(['A page', `${url}${samplePath}`])
  const lines = rows.map(([name, value]) => `  ${name.padEnd(14)}${value}`)
  const title = `  Verbatim is ready (${(bootMs / 1000).toFixed(1)} s).`
  return ['', title, '', ...lines, '', '  Stop it with Ctrl+C.', ''].join('\n')
}
