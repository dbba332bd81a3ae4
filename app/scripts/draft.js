// Keeps what is typed into the posting's box for this tab, until a plan was made of it: a reload loses nothing.
(() => {
  const name = "loopwright-draft";
  const find = () => document.querySelector(".st-key-text textarea");
  const put = (box, text) => {
    Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, "value").set.call(box, text);
    box.dispatchEvent(new Event("input", { bubbles: true }));
  };
  const begin = (tries) => {
    const box = find();
    if (!box) return tries && setTimeout(() => begin(tries - 1), 100);
    const held = sessionStorage.getItem(name);
    const keep = () => {
      try {
        sessionStorage.setItem(name, box.value);
      } catch {
        sessionStorage.removeItem(name);
      }
    };
    if (box.value) keep();
    else if (held) put(box, held);
    box.addEventListener("input", keep);
  };
  begin(300);
})();
