/** The sign of Verbatim: an opening quotation mark, cut out of a rounded square. */
export const Mark = ({ size, className }: { size: number; className?: string }) => (
  <svg
    aria-hidden="true"
    className={className}
    height={size}
    viewBox="0 0 32 32"
    width={size}
    xmlns="http://www.w3.org/2000/svg"
  >
    <rect className="vb-mark__ground" height="32" rx="7" width="32" />
    <path
      className="vb-mark__sign"
      d="M14.3 8.2C9.6 9.9 6.8 13.5 6.8 18.2c0 3.4 1.9 5.7 4.6 5.7 2.3 0 4-1.7 4-3.9 0-2.1-1.5-3.7-3.5-3.7-.5 0-1 .1-1.3.3.3-2.4 2-4.5 4.7-5.8zM25.2 8.2c-4.7 1.7-7.5 5.3-7.5 10 0 3.4 1.9 5.7 4.6 5.7 2.3 0 4-1.7 4-3.9 0-2.1-1.5-3.7-3.5-3.7-.5 0-1 .1-1.3.3.3-2.4 2-4.5 4.7-5.8z"
    />
  </svg>
)
