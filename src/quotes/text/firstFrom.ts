/**
 * The first of so many places in order from which a condition holds, by binary search.
 *
 * @param holds whether it holds at a place; once it does, it does at every place after
 * @returns `length` where it never holds
 */
export function firstFrom(length: number, holds: (place: number) => boolean): number {
  let low = 0
  let high = length
  while (low < high) {
    const middle = (low + high) >> 1
    if (holds(middle)) high = middle
    else low = middle + 1
  }
  return low
}
