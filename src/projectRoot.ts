/**
 * The folder that holds package.json. The launcher and the test runner start every process there, so the
 * bundle in `dist`, the sources and the admin's own bundle all agree on it.
 */
export const projectRoot = process.cwd()
