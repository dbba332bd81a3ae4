// Offers to add the words that are marked in the posting; their places in the kept text go to the page.
// Arrow keys with Shift mark words from the keyboard while the posting has the focus.
export default function (component) {
  const { data, parentElement, setTriggerValue } = component;
  const words = (text) => [...text].length;
  const posting = () => document.querySelector("section.lw-posting");
  const bar = parentElement.querySelector(".lw-pick");
  const shown = parentElement.querySelector(".lw-pick-words");

  const place = (node, offset) => {
    const home = (node.nodeType === 1 ? node : node.parentElement).closest("[data-at]");
    if (!home) return null;
    const range = document.createRange();
    range.setStart(home, 0);
    range.setEnd(node, offset);
    const before = range.cloneContents();
    for (const number of before.querySelectorAll(".lw-number")) number.remove();
    return Number(home.dataset.at) + words(before.textContent);
  };

  const marked = () => {
    const held = document.getSelection();
    const home = posting();
    if (!held || held.isCollapsed || !home) return null;
    const range = held.getRangeAt(0);
    if (!home.contains(range.startContainer) || !home.contains(range.endContainer)) return null;
    const start = place(range.startContainer, range.startOffset);
    const end = place(range.endContainer, range.endOffset);
    if (start === null || end === null || end - start < 3) return null;
    return { start, end, words: held.toString().replace(/\s+/g, " ").trim() };
  };

  let last = null;
  const show = () => {
    const found = marked();
    if (!found && bar.contains(document.activeElement)) return;
    last = found;
    bar.hidden = !found;
    if (found) shown.textContent = `“${found.words.slice(0, 120)}”`;
  };

  const move = (event) => {
    const home = posting();
    if (!home || document.activeElement !== home || !event.shiftKey) return;
    const step = { ArrowRight: "forward", ArrowLeft: "backward", ArrowDown: "forward", ArrowUp: "backward" }[event.key];
    if (!step) return;
    event.preventDefault();
    const held = document.getSelection();
    if (!home.contains(held.anchorNode) || held.anchorNode === home) {
      const first = document.createTreeWalker(home, NodeFilter.SHOW_TEXT).nextNode();
      held.collapse(first, 0);
    }
    held.modify("extend", step, event.key === "ArrowRight" || event.key === "ArrowLeft" ? "word" : "line");
  };

  const press = (event) => {
    const button = event.target.closest("button[data-section]");
    if (!button || !last) return;
    setTriggerValue("added", { start: last.start, end: last.end, section: button.dataset.section });
    document.getSelection().removeAllRanges();
    bar.hidden = true;
  };

  parentElement.querySelector(".lw-pick-title").textContent = data.title;
  for (const button of bar.querySelectorAll("button")) button.textContent = data.names[button.dataset.section];
  bar.setAttribute("aria-label", data.title);
  document.addEventListener("selectionchange", show);
  document.addEventListener("keydown", move);
  bar.addEventListener("click", press);
  show();
  return () => {
    document.removeEventListener("selectionchange", show);
    document.removeEventListener("keydown", move);
    bar.removeEventListener("click", press);
  };
}
