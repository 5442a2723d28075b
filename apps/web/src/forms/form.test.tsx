import { ORPCError } from '@orpc/client'
import { act, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { connectDown } from '../api/connection.ts'
import { signedInAs } from '../testing/signed-in.tsx'
import { Form } from './form.tsx'
import { TextField } from './text-field.tsx'
import { ToggleField } from './toggle-field.tsx'
import type { SaveBase } from './use-form-save.ts'

const schema = z.object({
  name: z.string().min(1, 'Enter the name.'),
  seconds: z.string().pipe(z.coerce.number<string>().int('Whole seconds only.')),
  isOn: z.boolean(),
})
const fields = {
  name: { label: 'Name', format: (value: string) => value },
  seconds: { label: 'Seconds', format: (value: number) => `${value} s` },
  isOn: { label: 'Switch', format: (value: boolean) => (value ? 'On' : 'Off') },
}
const initial = { values: { name: 'Ada', seconds: '90', isOn: false }, version: 'v1' }
const theirs = (values: object) => ({
  values: z
    .object({ name: z.string(), seconds: z.string(), isOn: z.boolean() })
    .parse({ ...initial.values, ...values }),
  version: 'v2',
})

function show(
  onSave = vi.fn<(values: z.output<typeof schema>, base: SaveBase) => Promise<unknown>>(async () => undefined),
  { reasonRequired = false } = {},
) {
  render(
    <Form
      name="Settings"
      schema={schema}
      fields={fields}
      initial={initial}
      onSave={onSave}
      onCancel={() => undefined}
      readCurrent={(current) => theirs(z.looseObject({}).parse(current))}
      question={(changes) =>
        changes.some((change) => change.field === 'isOn')
          ? { title: 'Switch it?', text: 'It can do harm.', action: 'Switch it' }
          : undefined
      }
    >
      {(control) => (
        <>
          <TextField control={control} name="name" label="Name" />
          <TextField control={control} name="seconds" label="Seconds" />
          <ToggleField control={control} name="isOn" label="Switch" />
        </>
      )}
    </Form>,
    { wrapper: signedInAs({ reasonRequired }) },
  )
  return onSave
}

async function retype(label: string, text: string) {
  const user = userEvent.setup()
  await user.clear(screen.getByLabelText(label))
  if (text !== '') await user.type(screen.getByLabelText(label), text)
}

const save = (name: string | RegExp) => userEvent.click(screen.getByRole('button', { name }))

function refusal(code: string, data: object) {
  return new ORPCError(code, {
    status: 422,
    message: 'Amazon Connect refused this.',
    data: { requestId: 'r-1', ...data },
  })
}

test('counts what is changed, shows before and after, and sends the version it began with', async () => {
  const onSave = show()
  await retype('Name', 'Grace')
  await retype('Seconds', '120')
  const list = screen.getByLabelText('What changes')
  expect(
    within(list)
      .getAllByRole('definition')
      .map((one) => one.textContent),
  ).toEqual(['before: Ada → , after: Grace', 'before: 90 s → , after: 120 s'])
  await save('Save 2 changes')
  expect(onSave).toHaveBeenCalledWith({ name: 'Grace', seconds: 120, isOn: false }, { version: 'v1' })
})

test('the same value written otherwise is no change, and nothing is sent', async () => {
  const onSave = show()
  await retype('Seconds', '090')
  expect(screen.queryByLabelText('What changes')).toBeNull()
  await save('Save')
  expect(onSave).not.toHaveBeenCalled()
})

test('a field that is not valid is not sent, is named in the summary and gets the focus', async () => {
  const onSave = show()
  await retype('Name', '')
  await retype('Seconds', '1.5')
  await save('Save 2 changes')
  expect(onSave).not.toHaveBeenCalled()
  expect(screen.getAllByText(/2 fields need another look/).length).toBeGreaterThan(0)
  expect(document.activeElement).toBe(screen.getByLabelText('Name'))
})

test('a refusal lands on its field, focuses the first, and keeps what was typed', async () => {
  show(
    vi.fn(async () =>
      Promise.reject(refusal('connect.refused', { fields: [{ field: 'seconds', message: 'Too long.' }] })),
    ),
  )
  await retype('Seconds', '120')
  await save('Save 1 change')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByLabelText('Seconds')))
  expect(screen.getByLabelText('Seconds').getAttribute('aria-invalid')).toBe('true')
  expect(screen.getByLabelText<HTMLInputElement>('Seconds').value).toBe('120')
  expect(screen.getAllByText(/Request id: r-1/).length).toBeGreaterThan(0)
})

test('a conflict offers both sides, mine where I changed, and the next save carries the new version', async () => {
  const onSave = vi
    .fn<(values: z.output<typeof schema>, base: SaveBase) => Promise<unknown>>()
    .mockRejectedValueOnce(refusal('CONFLICT', { current: { name: 'Lin', seconds: '45' } }))
    .mockResolvedValueOnce(undefined)
  show(onSave)
  await retype('Name', 'Grace')
  await save('Save 1 change')
  const panel = await screen.findByRole('region', { name: 'Someone else changed this in the meantime' })
  expect(document.activeElement).toBe(panel)
  expect(within(panel).getByRole<HTMLInputElement>('radio', { name: 'Mine: Grace' }).checked).toBe(true)
  expect(within(panel).getByRole<HTMLInputElement>('radio', { name: 'Theirs: 45 s' }).checked).toBe(true)
  await userEvent.click(within(panel).getByRole('button', { name: 'Continue with these choices' }))
  expect(screen.getByLabelText<HTMLInputElement>('Seconds').value).toBe('45')
  expect(screen.getByLabelText('What changes').textContent).toContain('before: Lin → , after: Grace')
  await save('Save 1 change')
  expect(onSave).toHaveBeenLastCalledWith({ name: 'Grace', seconds: 45, isOn: false }, { version: 'v2' })
})

test('a conflict elsewhere in the resource asks for nothing but another save', async () => {
  const onSave = vi
    .fn<(values: z.output<typeof schema>, base: SaveBase) => Promise<unknown>>()
    .mockRejectedValueOnce(refusal('CONFLICT', { current: {} }))
    .mockResolvedValueOnce(undefined)
  show(onSave)
  await retype('Name', 'Grace')
  await save('Save 1 change')
  expect((await screen.findAllByText(/but no field of this form/)).length).toBeGreaterThan(0)
  await save('Save 1 change')
  expect(onSave).toHaveBeenLastCalledWith({ name: 'Grace', seconds: 90, isOn: false }, { version: 'v2' })
})

test('what somebody else saved the same way is not asked about: it says so, and whether anything is left', async () => {
  const same = () => refusal('CONFLICT', { current: { name: 'Grace' } })
  const onSave = vi
    .fn<(values: z.output<typeof schema>, base: SaveBase) => Promise<unknown>>()
    .mockRejectedValueOnce(same())
    .mockRejectedValueOnce(same())
  show(onSave)
  await retype('Name', 'Grace')
  await retype('Seconds', '30')
  await save('Save 2 changes')
  expect(
    (await screen.findAllByText(/saved the same in the meantime: Name\. Your other changes/)).length,
  ).toBeGreaterThan(0)
  expect(screen.getByLabelText('What changes').textContent).not.toContain('Grace')
  await retype('Seconds', '90')
  expect(screen.queryByLabelText('What changes')).toBeNull()
})

test('where somebody else saved all of it, nothing is left to save', async () => {
  show(vi.fn().mockRejectedValueOnce(refusal('CONFLICT', { current: { name: 'Grace' } })))
  await retype('Name', 'Grace')
  await save('Save 1 change')
  expect((await screen.findAllByText(/meantime: Name\. Nothing is left to save\./)).length).toBeGreaterThan(0)
})

test('a change that can do harm is asked about before it is sent', async () => {
  const onSave = show()
  await userEvent.click(screen.getByLabelText('Switch'))
  await save('Save 1 change')
  const dialog = screen.getByRole('dialog', { name: 'Switch it?' })
  expect(onSave).not.toHaveBeenCalled()
  await userEvent.click(within(dialog).getByRole('button', { name: 'Switch it' }))
  expect(onSave).toHaveBeenCalledTimes(1)
})

test('a role that has to say why is asked for it, and it goes with the values', async () => {
  const onSave = show(undefined, { reasonRequired: true })
  await retype('Name', 'Grace')
  await save('Save 1 change')
  expect(document.activeElement).toBe(screen.getByLabelText('Reason'))
  expect(screen.queryByText(/your role asks for a reason/)).not.toBeNull()
  expect(onSave).not.toHaveBeenCalled()
  await retype('Reason', ' T-1 ')
  await save('Save 1 change')
  expect(onSave).toHaveBeenCalledWith({ name: 'Grace', seconds: 90, isOn: false }, { version: 'v1', reason: 'T-1' })
})

test('a reason is asked for once the server does', async () => {
  const refused = refusal('BAD_REQUEST', { fields: [{ field: 'reason', message: 'Say why.' }] })
  const onSave = show(vi.fn().mockRejectedValueOnce(refused).mockResolvedValueOnce(undefined))
  await retype('Name', 'Grace')
  await save('Save 1 change')
  await retype('Reason', 'T-1')
  await save('Save 1 change')
  expect(onSave).toHaveBeenLastCalledWith(expect.anything(), { version: 'v1', reason: 'T-1' })
})

test('while Amazon Connect is down it says so first, sends nothing, keeps what is typed, and goes on when it is back', async () => {
  act(() => connectDown.set(true))
  try {
    const onSave = show()
    expect(screen.getByRole('status').textContent).toMatch(/This cannot be saved now\..*What you type stays\./)
    await retype('Name', 'Grace')
    await userEvent.type(screen.getByLabelText('Name'), '{Enter}')
    await save('Save 1 change')
    expect(onSave).not.toHaveBeenCalled()
    act(() => connectDown.set(false))
    expect(screen.getByRole('status').textContent).toBe('')
    expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Grace')
    await save('Save 1 change')
    expect(onSave).toHaveBeenCalledWith({ name: 'Grace', seconds: 90, isOn: false }, { version: 'v1' })
  } finally {
    act(() => connectDown.set(false))
  }
})
