'use client'
import { FieldDescription, FieldLabel, useField } from '@payloadcms/ui'
import type { SelectFieldClientComponent } from 'payload'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'

/** The stored verdict beside the form: nobody chooses it, so there is nothing to choose from. */
export const VerificationField: SelectFieldClientComponent = ({ field, path }) => {
  const { value } = useField<string>({ path })
  return (
    <div className="field-type vb-verdict">
      <FieldLabel as="span" label={field.label ?? 'Verification'} path={path} />
      <VerificationBadge status={value} />
      {field.admin?.description && (
        <FieldDescription description={field.admin.description} path={path} />
      )}
    </div>
  )
}
