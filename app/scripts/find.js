// Brings the first mark of the posting into sight; TOLD changes with what is shown.
((shown) => {
  const put = (tries) => {
    const mark = document.querySelector("section.lw-posting mark");
    const box = mark && mark.closest("section");
    if (box && window.innerWidth < 700) mark.scrollIntoView({ block: "center" });
    else if (box) box.scrollTo({ top: mark.offsetTop - box.offsetTop - 80 });
    else if (tries) setTimeout(() => put(tries - 1), 200);
  };
  if (shown) setTimeout(() => put(5), 150);
})(TOLD);
