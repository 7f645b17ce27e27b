/** The only way text becomes HTML. */

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

// HTML, "Preprocessing the input stream": controls, noncharacters and lone surrogates are parse errors.
const FORBIDDEN =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\p{Noncharacter_Code_Point}\p{Surrogate}]/gu

/** Text, safe inside an element and inside a quoted attribute. Characters HTML forbids are dropped. */
export const escapeHtml = (text: string): string =>
  text.replace(FORBIDDEN, '').replace(/[&<>"']/g, (char) => ENTITIES[char] ?? char)

/**
 * Attributes of an element, with a leading space: ` href="…" lang="en"`.
 * @param values `null`, `undefined` and `false` leave the attribute out; `true` and `''` write it bare or empty
 */
export const attributes = (
  values: Record<string, string | number | boolean | null | undefined>,
): string =>
  Object.entries(values)
    .map(([name, value]) => {
      if (value === null || value === undefined || value === false) return ''
      return value === true ? ` ${name}` : ` ${name}="${escapeHtml(String(value))}"`
    })
    .join('')
