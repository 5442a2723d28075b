import Container from '@cloudscape-design/components/container'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { presets as presetsSchema, type Presets } from '@patchbay/contract'
import { api } from '../../api/client.ts'
import { useInstance, useRight } from '../../api/session.ts'
import { flashSaved } from '../../forms/flash-saved.tsx'
import { Form } from '../../forms/form.tsx'
import { LoadStates } from '../../shell/load-states.tsx'
import { NotFound } from '../../shell/not-found.tsx'
import { Page } from '../../shell/page.tsx'
import { paths } from '../../shell/paths.ts'
import { PresetsField } from './presets-field.tsx'
import { presetsForm, presetsTexts, toPresetsForm } from './presets-form.ts'

export function PresetsPage() {
  const { alias } = useInstance()
  const mayWrite = useRight('presets.write')
  const query = useQuery(api.presets.read.queryOptions({ input: { instance: alias } }))
  const people = { text: 'People', href: paths.people(alias) }
  if (!mayWrite) {
    const way = { text: 'Go to the people', href: people.href }
    return <NotFound title="Presets" text="Your role cannot change what a reset sets." way={way} />
  }
  return (
    <Page title="Presets" description="What a reset of somebody’s phone offers, in this order." breadcrumbs={[people]}>
      <LoadStates query={query} what="the presets">
        {(presets) => <PresetsForm key={presets.version} presets={presets} />}
      </LoadStates>
    </Page>
  )
}

function PresetsForm({ presets }: { readonly presets: Presets }) {
  const { alias } = useInstance()
  const navigate = useNavigate()
  const client = useQueryClient()
  return (
    <Container>
      <Form
        name="Presets"
        schema={presetsForm}
        fields={presetsTexts}
        initial={toPresetsForm(presets)}
        onCancel={() => void navigate({ to: '/$instance/people', params: { instance: alias } })}
        onSave={async ({ items }, base) => {
          const { changes, ...saved } = await api.presets.update.call({ items, ...base, instance: alias })
          client.setQueryData(api.presets.read.queryKey({ input: { instance: alias } }), saved)
          flashSaved('The presets are saved.', { instance: alias, changes })
        }}
        readCurrent={(current) => {
          const parsed = presetsSchema.safeParse(current)
          return parsed.success ? toPresetsForm(parsed.data) : undefined
        }}
      >
        {(control) => <PresetsField control={control} />}
      </Form>
    </Container>
  )
}
