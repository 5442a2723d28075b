interface Named {
  readonly id: string
  readonly name: string
}

/** By id, the groups from the top to the group itself. */
type GroupPaths = ReadonlyMap<string, readonly Named[]>

/** The hierarchy groups of one instance, found by id or by their names from the top. */
export interface GroupTree {
  /** Empty for a group that is not known: it lies in nobody's scope. */
  pathOf(id: string): readonly Named[]
  /** `id`, or names from the top as in `EMEA / Deutschland`. undefined: there is none, or names that mean several. */
  find(idOrPath: string): string | undefined
}

const trees = new WeakMap<GroupPaths, GroupTree>()

/** Kept as long as the paths are: making it anew at each request would cost more than all that is decided by it. */
export function groupTreeOf(paths: GroupPaths): GroupTree {
  let tree = trees.get(paths)
  if (!tree) trees.set(paths, (tree = createTree(paths)))
  return tree
}

function createTree(paths: GroupPaths): GroupTree {
  const byPath = Map.groupBy(paths, ([, path]) => joinNames(path.map(({ name }) => name)))
  return {
    pathOf: (id) => paths.get(id) ?? [],
    find(idOrPath) {
      if (paths.has(idOrPath)) return idOrPath
      const found = byPath.get(joinNames(idOrPath.split(' / ')))
      return found?.length === 1 ? found[0]?.[0] : undefined
    },
  }
}

function joinNames(names: readonly string[]): string {
  return names.map((name) => name.trim().normalize('NFC')).join('\n')
}
