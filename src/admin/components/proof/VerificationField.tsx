'use client'
import { FieldDescription, FieldLabel, useField, useFormFields } from '@payloadcms/ui'
import type { SelectFieldClientComponent } from 'payload'
import { VerificationBadge } from '#src/admin/components/badges/VerificationBadge.tsx'

/** The stored verdict beside the form: nobody chooses it, so there is nothing to choose from. */
export const VerificationField: SelectFieldClientComponent = ({ field, path }) => {
  const { value } = useField<string>({ path })
  const kind: unknown = useFormFields(([fields]) => fields?.['kind']?.initialValue)
  return (
    <div className="field-type vb-verdict">
      <FieldLabel as="span" label={field.label ?? 'Verification'} path={path} />
      <VerificationBadge kind={kind} status={value} />
      {field.admin?.description && (
        <FieldDescription description={field.admin.description} path={path} />
      )}
    </div>
  )
}
