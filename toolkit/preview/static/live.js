/** Follows the changes of the folder. */

/** Refresh when a file changes; say when the preview is gone and back. */
export function follow(status, refresh) {
  const stream = new EventSource("/events");
  let isLost = false;
  let running = Promise.resolve();
  const renew = () => { running = running.then(refresh).catch(() => {}); return running; };

  stream.addEventListener("changed", async (event) => {
    status.textContent = "";
    await renew();
    status.textContent = status.dataset.updated;
    document.dispatchEvent(new CustomEvent("preview:changed", { detail: JSON.parse(event.data) }));
  });
  stream.addEventListener("error", () => {
    isLost = true;
    status.classList.add("lost");
    status.textContent = status.dataset.lost;
  });
  stream.addEventListener("open", () => {
    if (isLost) status.textContent = status.dataset.back;
    isLost = false;
    status.classList.remove("lost");
    return renew(); // what changed before the stream was there was told to nobody
  });
}
