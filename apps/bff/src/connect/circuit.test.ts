import { pino } from 'pino'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { Circuit } from './circuit.ts'
import type { OperationName } from './operations.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

function newCircuit() {
  const logged: string[] = []
  const log = pino({ base: null }, { write: (line) => logged.push((JSON.parse(line) as { msg: string }).msg) })
  const circuit = new Circuit({ now: () => new Date(), log })
  const end = (operation: OperationName, ...ends: ('answered' | 'broken' | 'no answer' | 'left')[]) => {
    for (const how of ends) circuit.findPass(operation)?.(how)
  }
  return { circuit, end, logged }
}

const five = ['no answer', 'no answer', 'no answer', 'no answer', 'no answer'] as const

describe('the circuit opens', () => {
  test('after five calls in a row without an answer, and says since when and once', () => {
    const { circuit, end, logged } = newCircuit()
    const start = new Date()
    end('DescribeUser', 'no answer', 'no answer', 'no answer', 'no answer')
    expect(circuit.refuses).toBe(false)
    end('DescribeUser', 'no answer', 'no answer')
    expect(circuit.state).toEqual({ state: 'down', since: start, retryAfterSeconds: 1 })
    expect(circuit.findPass('SearchUsers')).toBeUndefined()
    expect(circuit.opening.aborted).toBe(true)
    expect(logged).toEqual(['Amazon Connect does not answer: calls are refused until one is answered'])
  })

  test('not by the 500s of one operation alone', () => {
    const { circuit, end } = newCircuit()
    end('DescribeUser', ...five.map(() => 'broken' as const), 'broken')
    expect(circuit.refuses).toBe(false)
    end('SearchUsers', 'broken')
    expect(circuit.refuses).toBe(true)
  })

  test('not where something was answered in between, nor by those who left', () => {
    const { circuit, end } = newCircuit()
    end('DescribeUser', 'no answer', 'no answer', 'no answer', 'no answer', 'answered', 'no answer', 'left', 'left')
    expect(circuit.refuses).toBe(false)
  })
})

describe('an open circuit', () => {
  test('lets one call at a time through, ever more seldom, until one is answered', () => {
    const { circuit, end, logged } = newCircuit()
    end('DescribeUser', ...five)
    for (const pause of [1_000, 2_000, 4_000, 8_000, 10_000, 10_000]) {
      vi.advanceTimersByTime(pause - 1)
      expect(circuit.findPass('DescribeUser')).toBeUndefined()
      vi.advanceTimersByTime(1)
      const probe = circuit.findPass('DescribeUser')
      expect(circuit.findPass('SearchUsers')).toBeUndefined()
      probe?.('no answer')
    }
    vi.advanceTimersByTime(10_000)
    end('DescribeUser', 'answered')
    expect(circuit.state).toEqual({ state: 'answers', since: new Date(), retryAfterSeconds: undefined })
    expect(circuit.opening.aborted).toBe(false)
    expect(logged).toHaveLength(2)
    expect(logged[1]).toBe('Amazon Connect answers again')
  })

  test('gives the next one the turn of a probe whose caller left', () => {
    const { circuit, end } = newCircuit()
    end('DescribeUser', ...five)
    vi.advanceTimersByTime(1_000)
    end('DescribeUser', 'left')
    expect(circuit.refuses).toBe(false)
  })

  test('closes by the answer to a call that had left before it opened, and is not moved by its failure', () => {
    const { circuit, end } = newCircuit()
    const [late, later] = [circuit.findPass('ListInstances'), circuit.findPass('ListInstances')]
    end('DescribeUser', ...five)
    late?.('no answer')
    expect(circuit.state.retryAfterSeconds).toBe(1)
    later?.('answered')
    expect(circuit.refuses).toBe(false)
  })
})
