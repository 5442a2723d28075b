import { select } from 'd3-selection'
import { zoom, zoomIdentity, zoomTransform, type D3ZoomEvent, type ZoomBehavior } from 'd3-zoom'
import { useEffect, useMemo, useState, type RefObject } from 'react'
import { ZOOM_MAX, ZOOM_MIN, type Size, type View } from './hierarchy-view.ts'

type Behaviour = ZoomBehavior<HTMLDivElement, unknown>

export interface PanZoom {
  readonly view: () => View
  readonly size: () => Size
  readonly setView: (view: View) => void
  readonly zoomBy: (factor: number) => void
  readonly panBy: (x: number, y: number) => void
}

/** What moved the view: a hand, which nothing may slow down, or a command, which may glide. */
export type MovedBy = 'hand' | 'command'

/** Wheel, drag and pinch on `frame`. `onMove`, which has to stay the same, gets each new view; nothing is rendered. */
export function usePanZoom(
  frame: RefObject<HTMLDivElement | null>,
  onMove: (view: View, by: MovedBy) => void,
): PanZoom {
  const [behaviour] = useState(() => createBehaviour(onMove))

  useEffect(() => {
    const element = frame.current
    if (!element) return undefined
    const selection = select(element)
    // A double click belongs to the group under it.
    selection.call(behaviour).on('dblclick.zoom', null)
    return () => void selection.on('.zoom', null)
  }, [frame, behaviour])

  return useMemo<PanZoom>(() => {
    const withFrame = (act: (element: HTMLDivElement, zoomer: Behaviour) => void) => {
      if (frame.current) act(frame.current, behaviour)
    }
    return {
      view: () => (frame.current ? zoomTransform(frame.current) : zoomIdentity),
      size: () => ({ width: frame.current?.clientWidth ?? 0, height: frame.current?.clientHeight ?? 0 }),
      setView: ({ x, y, k }) =>
        withFrame((element, zoomer) =>
          select(element).call(zoomer.transform.bind(zoomer), zoomIdentity.translate(x, y).scale(k)),
        ),
      zoomBy: (factor) => withFrame((element, zoomer) => zoomer.scaleBy(select(element), factor)),
      panBy: (x, y) =>
        withFrame((element, zoomer) => {
          const { k } = zoomTransform(element)
          zoomer.translateBy(select(element), x / k, y / k)
        }),
    }
  }, [frame, behaviour])
}

function createBehaviour(onMove: (view: View, by: MovedBy) => void): Behaviour {
  return zoom<HTMLDivElement, unknown>()
    .scaleExtent([ZOOM_MIN, ZOOM_MAX])
    .clickDistance(4)
    .on('zoom', (event: D3ZoomEvent<HTMLDivElement, unknown>) => {
      const { x, y, k } = event.transform
      onMove({ x, y, k }, event.sourceEvent ? 'hand' : 'command')
    })
}
