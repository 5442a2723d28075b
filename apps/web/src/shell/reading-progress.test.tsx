import { render, screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { ReadingProgress } from './reading-progress.tsx'

test('the first reading says how many of how many, and how long it still takes', () => {
  const { rerender } = render(<ReadingProgress reading={{ people: 12_500, ofAbout: 50_000 }} seconds={38} />)
  expect(screen.getByRole('progressbar', { name: 'Reading people from Amazon Connect' })).toHaveProperty('value', 25)
  expect(screen.getByText('12,500 of about 50,000, about 38 s to go')).toBeTruthy()
  rerender(<ReadingProgress reading={{ people: 49_500, ofAbout: 50_000 }} seconds={0} />)
  expect(screen.getByText('49,500 of about 50,000, a moment to go')).toBeTruthy()
  rerender(<ReadingProgress reading={{ people: 50_000, ofAbout: 50_000 }} seconds={0} />)
  expect(screen.getByText('50,000 of about 50,000, now being sorted')).toBeTruthy()
})
