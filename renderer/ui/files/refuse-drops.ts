/**
 * Keeps a file that is dropped beside every box from replacing the page: a browser would open it in its place, and what
 * was being typed would be gone. Boxes that take files have answered the event before it comes here.
 */
export function refuseDrops(page: EventTarget): void {
  const refuse = (event: Event): void => {
    if (event.defaultPrevented || !(event instanceof DragEvent)) return;
    // Words dragged into a field are the browser's own business.
    if (event.dataTransfer?.types.includes('Files') !== true) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = 'none';
  };
  page.addEventListener('dragover', refuse);
  page.addEventListener('drop', refuse);
}
