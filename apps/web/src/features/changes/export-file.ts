import type { AuditHead, ChangeExport, ExportedChanges } from '@patchbay/contract'

export interface ExportedFile {
  readonly name: string
  readonly blob: Blob
  readonly count: number
  readonly head: AuditHead
}

type ReadPart = (input: ChangeExport) => Promise<ExportedChanges>

/** Asks for part after part and joins them. The whole is one file, byte for byte what the server gave. */
export async function readExport(
  input: ChangeExport,
  readPart: ReadPart,
  onCount: (count: number) => void,
): Promise<ExportedFile> {
  const contents: string[] = []
  let count = 0
  let part = await readPart(input)
  for (;;) {
    contents.push(part.content)
    count += part.count
    onCount(count)
    if (part.next === null) break
    // Each part says where the next begins.
    part = await readPart({ ...input, part: part.next })
  }
  return { name: part.fileName, blob: new Blob(contents, { type: part.mediaType }), count, head: part.head }
}

/** Hands the file to the browser's downloads. */
export function saveFile({ name, blob }: ExportedFile): void {
  const href = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = href
  link.download = name
  link.click()
  // The browser has read the address by the next turn; the memory is given back then.
  setTimeout(() => URL.revokeObjectURL(href))
}
