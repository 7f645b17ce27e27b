/**
 * JSON for a `<script>` element: no text in it can end the script or open a comment (HTML, "Restrictions
 * for contents of script elements"), and it stays valid in old JavaScript.
 */
export const scriptJson = (value: unknown): string =>
  JSON.stringify(value).replace(
    /[<>&\u2028\u2029]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
