import { render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { Component, Suspense, type ReactNode } from 'react'
import { expect, test, vi } from 'vitest'
import { lazyPart } from './lazy-part.tsx'

class Catcher extends Component<{ readonly children: ReactNode }, { readonly message?: string }> {
  override state: { readonly message?: string } = {}

  static getDerivedStateFromError({ message }: Error) {
    return { message }
  }

  override render(): ReactNode {
    return this.state.message ?? this.props.children
  }
}

function show(Part: ReturnType<typeof lazyPart<object>>): void {
  render(
    <Catcher>
      <input aria-label="Name" />
      <Suspense>
        <Part />
      </Suspense>
    </Catcher>,
  )
}

test('a part that does not load leaves the page with what was typed, and says so', async () => {
  // React tells of what a boundary caught.
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  show(
    lazyPart(async () => {
      throw new TypeError('Failed to fetch dynamically imported module')
    }),
  )
  await userEvent.type(screen.getByLabelText('Name'), 'Ada')
  expect((await screen.findByRole('alert')).textContent).toContain('could not be loaded')
  expect(screen.getByLabelText<HTMLInputElement>('Name').value).toBe('Ada')
  told.mockRestore()
})

test('what stands for a part knows what the part was given', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  const Name = lazyPart<{ readonly name: string }>(
    async () => {
      throw new TypeError('Failed to fetch dynamically imported module')
    },
    ({ name }) => `Only ${name}`,
  )
  show(() => <Name name="BasicAgentAccess" />)
  expect(await screen.findByText('Only BasicAgentAccess')).toBeDefined()
  told.mockRestore()
})

test('a part that is broken is not said to be not loaded', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => {})
  show(
    lazyPart(async () => () => {
      throw new Error('Broken')
    }),
  )
  expect(await screen.findByText('Broken')).toBeDefined()
  told.mockRestore()
})
