// Keeps what is typed into the posting's box for this tab, until a plan was made of it: a reload loses nothing.
(() => {
  const name = "loopwright-draft";
  const place = ".st-key-text textarea";
  const keep = (box) => {
    try {
      sessionStorage.setItem(name, box.value);
    } catch {
      sessionStorage.removeItem(name);
    }
  };
  const put = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const begin = (tries) => {
    const box = document.querySelector(place);
    if (!box) return tries && setTimeout(() => begin(tries - 1), 100);
    const held = sessionStorage.getItem(name);
    if (box.value) keep(box);
    else if (held) put(box, held);
  };
  // The page listens, not the box: typing counts from the first letter on, and in a box that is drawn anew.
  if (!window.keepsDraft) document.addEventListener("input", ({ target }) => target.matches(place) && keep(target));
  window.keepsDraft = true;
  begin(300);
})();
