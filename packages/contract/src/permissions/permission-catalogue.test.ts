import { describe, expect, it } from 'vitest'
import { permissionCatalogue } from './permission-catalogue.ts'

const names = new Set(permissionCatalogue.map((permission) => permission.name))

describe('the permission catalogue', () => {
  it('holds the 292 documented permissions but the per-application template, and 35 seen in real instances', () => {
    expect(permissionCatalogue.filter((permission) => permission.documented)).toHaveLength(291)
    expect(permissionCatalogue.filter((permission) => !permission.documented)).toHaveLength(35)
  })

  it('names each permission once, within the bound of CreateSecurityProfile', () => {
    expect(names.size).toBe(permissionCatalogue.length)
    for (const name of names) expect(name.length).toBeLessThanOrEqual(128)
  })

  it('points only at permissions that it holds', () => {
    const pointed = permissionCatalogue.flatMap((permission) => [
      ...permission.dependsOn.map((dependency) => dependency.name),
      ...permission.grantedTogetherWith,
      ...permission.migratesTo,
    ])
    expect(pointed.filter((name) => !names.has(name))).toEqual([])
  })

  it('gives a cell of the matrix to one permission', () => {
    const cells = permissionCatalogue.map(({ group, resource, action }) => `${group} / ${resource} / ${action}`)
    expect(cells.filter((cell, i) => cells.indexOf(cell) !== i)).toEqual([])
  })
})
