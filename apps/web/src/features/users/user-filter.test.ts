import { userFilterProperties, userFilterOperators } from '@patchbay/contract'
import { expect, test } from 'vitest'
import { groupChoices } from './use-filter-choices.ts'
import {
  filteringOptions,
  filteringProperties,
  fromPropertyFilter,
  namedFilterFault,
  toPropertyFilter,
} from './user-filter.ts'

const choices = {
  securityProfile: [{ value: 'p-1', label: 'Agent' }],
  routingProfile: undefined,
  hierarchyGroup: [
    { value: 'g-1', label: 'Team 1', path: 'Europe / Team 1' },
    { value: 'g-2', label: 'Team 1', path: 'Asia / Team 1' },
  ],
}
const read = (propertyKey: string, operator: string, value: string) =>
  fromPropertyFilter({ operation: 'and', tokens: [{ propertyKey, operator, value }] }, choices).filter?.[0]

test('offers each property of the contract, with operators that the contract has', () => {
  const offered = filteringProperties(choices)
  expect(offered.map((one) => one.key).sort()).toEqual([...userFilterProperties].sort())
  const operators = offered
    .flatMap((one) => one.operators ?? [])
    .map((one) => (typeof one === 'string' ? one : one.operator))
  expect(new Set(operators)).toEqual(new Set(userFilterOperators))
})

test('groups of the same name are told apart by their path', () => {
  const labels = filteringOptions(choices, undefined)
    .filter((one) => one.propertyKey === 'hierarchyGroup')
    .map((one) => one.label)
  expect(labels).toEqual(['None', 'Europe / Team 1', 'Asia / Team 1'])
})

test('nobody is under no group: it is not offered, and typed it means in no group', () => {
  const offered = filteringOptions(choices, 'under').filter((one) => one.propertyKey === 'hierarchyGroup')
  expect(offered.map((one) => one.label)).toEqual(['Europe / Team 1', 'Asia / Team 1'])
  expect(read('hierarchyGroup', 'under', 'None')).toEqual({ property: 'hierarchyGroup', operator: '=', value: '' })
})

test('a name that was typed becomes the id; an unknown one stays as it is', () => {
  expect(read('securityProfile', '=', 'agent')?.value).toBe('p-1')
  expect(read('hierarchyGroup', 'under', 'asia / team 1')?.value).toBe('g-2')
  expect(read('securityProfile', '=', 'p-1')?.value).toBe('p-1')
  expect(read('routingProfile', '=', 'Basic')?.value).toBe('Basic')
})

test('a time is sent as seconds; what is none is left for the server to refuse', () => {
  expect(read('afterContactWorkSeconds', '<=', '1:30')?.value).toBe('90')
  expect(read('afterContactWorkSeconds', '<=', '1 min 30 s')?.value).toBe('90')
  expect(read('afterContactWorkSeconds', '=', 'No limit')?.value).toBe('0')
  expect(read('afterContactWorkSeconds', '=', 'soon')?.value).toBe('soon')
})

test('"none" travels as the empty value, both ways', () => {
  const filter = [{ property: 'hierarchyGroup' as const, operator: '=' as const, value: '' }]
  const shown = toPropertyFilter({ filter, join: 'or' })
  expect(shown).toEqual({ operation: 'or', tokens: [{ propertyKey: 'hierarchyGroup', operator: '=', value: 'none' }] })
  expect(fromPropertyFilter(shown, choices)).toEqual({ filter, join: 'or' })
})

test('a token reads in words: names, paths and times instead of ids and numbers', () => {
  const format = (key: string, value: string) => {
    const [operator] = filteringProperties(choices).find((one) => one.key === key)?.operators ?? []
    return typeof operator === 'object' ? operator.format?.(value) : undefined
  }
  expect(format('securityProfile', 'p-1')).toBe('Agent')
  expect(format('hierarchyGroup', 'g-2')).toBe('Asia / Team 1')
  expect(format('afterContactWorkSeconds', '95')).toBe('1 min 35 s')
  expect(format('autoAccept', 'true')).toBe('On')
})

test('the path of a group is made of the names above it', () => {
  const people = { direct: 0, withChildren: 0 }
  const groups = [
    { id: 'a', name: 'Asia', parentId: null, levelId: '1', people },
    { id: 'b', name: 'Team 1', parentId: 'a', levelId: '2', people },
  ]
  expect(groupChoices({ groups })).toEqual([
    { value: 'a', label: 'Asia', path: 'Asia' },
    { value: 'b', label: 'Team 1', path: 'Asia / Team 1' },
  ])
})

test('a refused filter is named in words', () => {
  const filter = [
    { property: 'username' as const, operator: ':' as const, value: 'a' },
    { property: 'afterContactWorkSeconds' as const, operator: '=' as const, value: 'soon' },
  ]
  const fault = { field: 'filter.1.value', message: 'Enter a whole number of seconds.' }
  expect(namedFilterFault([fault], filter)).toBe('After-contact work = soon: Enter a whole number of seconds.')
  expect(namedFilterFault([{ field: 'page', message: 'Too big.' }], filter)).toBeUndefined()
})
