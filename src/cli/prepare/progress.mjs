/** What a long step shows. On stderr, so that the output of a command stays clean. */

/**
 * Runs a step under a line that counts its seconds.
 *
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export const withProgress = async (title, work) => {
  const { isTTY } = process.stderr
  const start = Date.now()
  const seconds = () => Math.round((Date.now() - start) / 1000)
  // A log gets a line now and then instead of one that is written over.
  const show = () =>
    process.stderr.write(isTTY ? `\r${title} ${seconds()} s` : `  ${seconds()} s…\n`)
  process.stderr.write(isTTY ? title : `${title}\n`)
  const timer = setInterval(show, isTTY ? 1000 : 15_000)
  try {
    const result = await work()
    process.stderr.write(
      isTTY ? `\r${title} done in ${seconds()} s.\n` : `  done in ${seconds()} s.\n`,
    )
    return result
  } catch (error) {
    process.stderr.write(isTTY ? `\r${title} failed.\n` : '  failed.\n')
    throw error
  } finally {
    clearInterval(timer)
  }
}
