/**
 * Runs something at once, or, while the mouse is down, after the click it is part of. A field that is left by a click
 * must not move the page between the press and the release: the click would miss what it was aimed at.
 */
export function afterPress(run: () => void): void {
  if (document.querySelector(':active') === null) {
    run();
    return;
  }
  const ends = ['pointerup', 'pointercancel', 'dragend'] as const;
  const end = (): void => {
    for (const name of ends) window.removeEventListener(name, end, true);
    // The click follows the release in the same task.
    window.setTimeout(run);
  };
  for (const name of ends) window.addEventListener(name, end, true);
}
