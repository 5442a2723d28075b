import Box from '@cloudscape-design/components/box'
import Button from '@cloudscape-design/components/button'
import FormField from '@cloudscape-design/components/form-field'
import Input from '@cloudscape-design/components/input'
import Modal from '@cloudscape-design/components/modal'
import SpaceBetween from '@cloudscape-design/components/space-between'
import type { UserQuery } from '@patchbay/contract'
import { useId, useState, type FormEvent } from 'react'
import { flash } from '../../shell/flash.ts'
import { toSaved, withFilter, type SavedFilter } from './saved-filters.ts'

interface SavedFiltersModalProps {
  readonly query: UserQuery
  readonly saved: readonly SavedFilter[]
  readonly onChange: (next: readonly SavedFilter[]) => void
  readonly onClose: () => void
}

const longestName = 60

export function SavedFiltersModal({ query, saved, onChange, onClose }: SavedFiltersModalProps) {
  const [typed, setTyped] = useState('')
  const [isMissing, setMissing] = useState(false)
  const form = useId()
  const name = typed.trim()
  const isThere = saved.some((one) => one.name === name)

  function save(event: FormEvent): void {
    event.preventDefault()
    event.stopPropagation()
    setMissing(name === '')
    if (name === '' || name.length > longestName) return
    onChange(withFilter(saved, toSaved(name, query)))
    flash(`The filter “${name}” is saved in this browser.`)
    onClose()
  }

  return (
    <Modal
      visible
      header="Saved filters"
      closeAriaLabel="Close"
      onDismiss={onClose}
      footer={
        <Box float="right">
          <SpaceBetween direction="horizontal" size="xs">
            <Button variant="link" onClick={onClose}>
              Close
            </Button>
            <Button variant="primary" form={form}>
              {isThere ? 'Replace this filter' : 'Save this filter'}
            </Button>
          </SpaceBetween>
        </Box>
      }
    >
      <SpaceBetween size="l">
        <form id={form} noValidate onSubmit={save}>
          <FormField
            label="Name"
            description="For the search, the filters and the order that the list has now. To show it to somebody else, send them the address of the page."
            errorText={
              name.length > longestName
                ? `A name can have at most ${longestName} characters.`
                : isMissing && name === '' && 'Give the filter a name.'
            }
            constraintText={isThere && 'There is one of this name. It will be replaced.'}
          >
            <Input value={typed} onChange={({ detail }) => setTyped(detail.value)} autoComplete={false} />
          </FormField>
        </form>
        {saved.length > 0 && (
          <section aria-label="Filters that are saved">
            <ul className="plain-list">
              {saved.map((one) => (
                <li key={one.name}>
                  <bdi>{one.name}</bdi>
                  <Button
                    variant="inline-link"
                    ariaLabel={`Delete the filter ${one.name}`}
                    onClick={() => onChange(saved.filter((other) => other !== one))}
                  >
                    Delete
                  </Button>
                </li>
              ))}
            </ul>
          </section>
        )}
      </SpaceBetween>
    </Modal>
  )
}
