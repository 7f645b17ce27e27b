'use client'
import { Message } from '#src/admin/components/workflow/Message.tsx'

/** Everything that stands against a verb, at once. */
export const Problems = ({ problems }: { problems: string[] }) => (
  <div className="vb-workflow__problems" role="alert">
    {problems.length > 0 && (
      <ul>
        {problems.map((problem) => (
          <li key={problem}>
            <Message>{problem}</Message>
          </li>
        ))}
      </ul>
    )}
  </div>
)
