import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { toApiError } from '../api/api-error.ts'
import { FormProblemText } from './form-problem.tsx'

test('what was done and what was not is said in the server’s own sentences, each by itself', () => {
  const error = {
    ...toApiError(new TypeError('fetch failed')),
    done: ['The permissions were written.'],
    notDone: ['The tags were not written.', 'The description was not written.'],
  }
  render(<FormProblemText problem={{ kind: 'refused', error, faults: [] }} />)
  expect(screen.getAllByRole('listitem').map((one) => one.textContent)).toEqual([
    'The permissions were written.',
    'The tags were not written.',
    'The description was not written.',
  ])
})
