import { zodResolver } from '@hookform/resolvers/zod'
import { render, screen } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { useForm } from 'react-hook-form'
import { expect, test, vi } from 'vitest'
import { z } from 'zod'
import { tagRows, toTagRows } from './tag-rows.ts'
import { TagsField } from './tags-field.tsx'

const schema = z.object({ tags: tagRows })

function Tags({ onSubmit }: { readonly onSubmit: (values: z.output<typeof schema>) => void }) {
  const form = useForm({ resolver: zodResolver(schema), defaultValues: { tags: toTagRows({ team: 'blue' }) } })
  return (
    <form onSubmit={(event) => void form.handleSubmit(onSubmit)(event)}>
      <TagsField control={form.control} name="tags" label="Tags" />
      <button type="submit">Send</button>
    </form>
  )
}

test('lines become the record that is sent', async () => {
  const onSubmit = vi.fn<(values: z.output<typeof schema>) => void>()
  const user = userEvent.setup()
  render(<Tags onSubmit={(values) => onSubmit(values)} />)
  await user.click(screen.getByRole('button', { name: 'Add tag' }))
  await user.type(screen.getByLabelText('Key of tag 2'), 'site')
  await user.type(screen.getByLabelText('Value of tag 2'), 'Manila')
  await user.click(screen.getByRole('button', { name: 'Remove tag team' }))
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect(onSubmit).toHaveBeenCalledWith({ tags: { site: 'Manila' } })
})

test('a doubled key is told at its line and nothing is sent', async () => {
  const onSubmit = vi.fn<(values: z.output<typeof schema>) => void>()
  const user = userEvent.setup()
  render(<Tags onSubmit={(values) => onSubmit(values)} />)
  await user.click(screen.getByRole('button', { name: 'Add tag' }))
  await user.type(screen.getByLabelText('Key of tag 2'), 'team')
  await user.click(screen.getByRole('button', { name: 'Send' }))
  expect((await screen.findAllByText('This key is there twice.')).length).toBeGreaterThan(0)
  expect(document.activeElement).toBe(screen.getByLabelText('Key of tag 1'))
  expect(onSubmit).not.toHaveBeenCalled()
})
